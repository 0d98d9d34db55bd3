/// Lets the global options stand before the command's name as well as after it.
///
/// The argument parser gives an option to the command it follows, so `tierline --json lookup 123` would hand `--json`
/// to a program that has not chosen a command yet. Leading global options are therefore moved to the end.
enum ArgumentOrder {
    /// Global options that take a value in the next argument.
    private static let valued: Set<String> = ["--store", "--as", "--lang"]
    private static let flags: Set<String> = ["--json", "--quiet"]

    /// The same arguments with the global options that precede the first word moved behind the last, or before `--`.
    static func normalised(_ arguments: [String]) -> [String] {
        var leading: [String] = []
        var position = 0
        while position < arguments.count {
            let argument = arguments[position]
            if flags.contains(argument) || valued.contains(where: { argument.hasPrefix($0 + "=") }) {
                leading.append(argument)
                position += 1
            } else if valued.contains(argument), position + 1 < arguments.count {
                leading += arguments[position...position + 1]
                position += 2
            } else {
                break
            }
        }
        let rest = Array(arguments[position...])
        guard !leading.isEmpty else { return rest }
        let end = rest.firstIndex(of: "--") ?? rest.endIndex
        return Array(rest[..<end]) + leading + Array(rest[end...])
    }

    /// True when the answer is wanted as JSON, even if the arguments cannot be parsed.
    static func wantsJSON(_ arguments: [String]) -> Bool {
        arguments.prefix { $0 != "--" }.contains("--json")
    }
}
