import Glibc

/// What the surroundings of the process say.
enum Environment {
    /// The variable's value; nil when it is not set or empty.
    static func value(_ name: String) -> String? {
        guard let pointer = getenv(name) else { return nil }
        let text = String(cString: pointer)
        return text.isEmpty ? nil : text
    }

    /// The operating system's user who runs the program; its number where it has no name.
    static var user: String {
        guard let entry = getpwuid(geteuid()) else { return "uid\(geteuid())" }
        return String(cString: entry.pointee.pw_name)
    }

    static var homeFolder: String {
        if let home = value("HOME") { return home }
        guard let entry = getpwuid(geteuid()) else { return "/" }
        return String(cString: entry.pointee.pw_dir)
    }

    /// The running program's own file.
    static var executable: String {
        var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &bytes, bytes.count - 1)
        guard count > 0 else { return CommandLine.arguments.first ?? "tierline" }
        return String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
