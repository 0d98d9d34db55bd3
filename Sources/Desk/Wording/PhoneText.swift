extension Wording {
    /// A phone as people of its region write it: `138-0013-8000`, `0912-345-678`, `9123-4567`; else as it is.
    package static func phone(_ text: String) -> String {
        if text.hasPrefix("+86"), text.utf8.count == 14, text.dropFirst(3).first == "1" {
            return grouped(text.dropFirst(3), [3, 4, 4])
        }
        if text.hasPrefix("+8869"), text.utf8.count == 13 { return grouped("0" + text.dropFirst(4), [4, 3, 3]) }
        if text.hasPrefix("+852"), text.utf8.count == 12 { return grouped(text.dropFirst(4), [4, 4]) }
        return text
    }

    private static func grouped(_ digits: some StringProtocol, _ lengths: [Int]) -> String {
        var rest = digits[...]
        var groups: [String] = []
        for length in lengths {
            groups.append(String(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        return groups.joined(separator: "-")
    }
}
