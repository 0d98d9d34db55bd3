import Complaints

/// A value written out whole, dictionaries and sets in the order of their text: equal values give equal bytes.
func canonicalDump(_ value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .dictionary:
        return "[" + mirror.children.map { canonicalDump($0.value) }.sorted().joined(separator: ",") + "]"
    case .set: return "{" + mirror.children.map { canonicalDump($0.value) }.sorted().joined(separator: ",") + "}"
    case .optional: return mirror.children.first.map { canonicalDump($0.value) } ?? "nil"
    default:
        if mirror.children.isEmpty { return String(reflecting: value) }
        let children = mirror.children.map { "\($0.label ?? "")=\(canonicalDump($0.value))" }
        return "\(mirror.subjectType)(" + children.joined(separator: ",") + ")"
    }
}
