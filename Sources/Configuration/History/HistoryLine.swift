package import Complaints
import WorkingTime

/// Why a line of a history cannot be played.
package struct HistoryFault: Error, Hashable, Sendable {
    package var sentence: String
}

/// Reads the lines of a history (JSON Lines) that `policy simulate` plays.
package struct HistoryReader: Sendable {
    /// Names a line may put on duty: roles, and the policy's duty lists.
    private let dutyNames: Set<String>

    /// A line longer than this is refused: no event is that long.
    package static let lineBytesMax = 1 << 20

    package init(dutyLists: some Sequence<String>) {
        dutyNames = Set(Role.allCases.map(\.rawValue)).union(dutyLists)
    }

    package func line(_ bytes: UnsafeBufferPointer<UInt8>) throws(HistoryFault) -> SimulationLine {
        let value: JSONText
        do {
            value = try JSONReader.value(bytes)
        } catch {
            throw HistoryFault(sentence: "column \(error.column): \(error.sentence)")
        }
        guard case .object(let members) = value else { throw HistoryFault(sentence: "a line must be an object {…}") }
        var keys = HistoryKeys(members)
        let text = try keys.requiredText("at")
        guard let at = Instant(rfc3339: text) else {
            throw HistoryFault(
                sentence: "'at' is '\(text)'; write an instant with its offset, such as 2026-03-02T10:00:00+08:00")
        }
        let kind = try kind(&keys)
        try keys.finish()
        return SimulationLine(at: at, kind: kind)
    }

    private func kind(_ keys: inout HistoryKeys) throws(HistoryFault) -> SimulationLine.Kind {
        if let value = keys.take("duty") { return .duty(try duty(value)) }
        if keys.has("engine") {
            switch try keys.requiredText("engine") {
            case "down": return .engineDown
            case "up": return .engineUp
            case let other: throw HistoryFault(sentence: "'engine' is '\(other)'; write down or up")
            }
        }
        if let value = keys.take("tick") {
            guard value == .boolean(true) else { throw HistoryFault(sentence: "'tick' must be true") }
            return .tick
        }
        let name = try keys.requiredText("case")
        let event = try keys.requiredText("event")
        let actor = try keys.requiredText("actor")
        let word = try keys.text("role") ?? (Role(rawValue: actor) ?? .agent).rawValue
        guard let role = Role(rawValue: word) else {
            throw HistoryFault(
                sentence: "'role' is '\(word)'; write one of " + Role.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return .event(
            caseName: name, event: event, actor: actor, role: role, fields: try fields(keys.take("fields")),
            eventID: try keys.text("event_id"), expectedVersion: try keys.integer("expect_version"))
    }

    private func duty(_ value: JSONText) throws(HistoryFault) -> [String: [String]] {
        guard case .object(let members) = value else {
            throw HistoryFault(sentence: "'duty' must be an object of lists, such as {\"supervisor\":[\"sue\"]}")
        }
        var lists: [String: [String]] = [:]
        for member in members {
            guard dutyNames.contains(member.key) else {
                let nearest = Nearest.word(to: member.key, among: dutyNames.sorted())
                throw HistoryFault(
                    sentence: "no role or duty list '\(member.key)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
                )
            }
            guard case .array(let elements) = member.value else {
                throw HistoryFault(sentence: "'duty.\(member.key)' must be a list of logins")
            }
            var logins: [String] = []
            for element in elements {
                guard case .string(let login) = element else {
                    throw HistoryFault(sentence: "'duty.\(member.key)' must be a list of logins")
                }
                logins.append(login)
            }
            lists[member.key] = logins
        }
        return lists
    }

    /// Values as texts, as the command line gives them; null is the same as absent.
    private func fields(_ value: JSONText?) throws(HistoryFault) -> [String: String] {
        guard let value, value != .null else { return [:] }
        guard case .object(let members) = value else { throw HistoryFault(sentence: "'fields' must be an object {…}") }
        var fields: [String: String] = [:]
        for member in members {
            switch member.value {
            case .string(let text), .number(let text): fields[member.key] = text
            case .boolean(let flag): fields[member.key] = flag ? "true" : "false"
            case .null: break
            case .array, .object:
                throw HistoryFault(sentence: "field '\(member.key)' must be a text, a number, true or false")
            }
        }
        return fields
    }
}

/// The keys of one line, each taken once.
private struct HistoryKeys {
    private var members: [JSONMember]
    private var asked: [String] = []

    init(_ members: [JSONMember]) {
        self.members = members
    }

    func has(_ key: String) -> Bool { members.contains { $0.key == key } }

    /// The value under that key, which counts as known from now on.
    mutating func take(_ key: String) -> JSONText? {
        asked.append(key)
        return members.firstIndex { $0.key == key }.map { members.remove(at: $0).value }
    }

    mutating func text(_ key: String) throws(HistoryFault) -> String? {
        switch take(key) {
        case nil, .null: return nil
        case .string(let text): return text
        default: throw HistoryFault(sentence: "'\(key)' must be a text in quotes")
        }
    }

    mutating func requiredText(_ key: String) throws(HistoryFault) -> String {
        guard let text = try text(key), !text.isEmpty else { throw HistoryFault(sentence: "'\(key)' is missing") }
        return text
    }

    mutating func integer(_ key: String) throws(HistoryFault) -> Int? {
        switch take(key) {
        case nil, .null: return nil
        case .number(let text):
            guard let number = Int(text) else { throw HistoryFault(sentence: "'\(key)' must be a whole number") }
            return number
        default: throw HistoryFault(sentence: "'\(key)' must be a whole number")
        }
    }

    func finish() throws(HistoryFault) {
        guard let unknown = members.first else { return }
        let nearest = Nearest.word(to: unknown.key, among: asked)
        throw HistoryFault(
            sentence: "unknown key '\(unknown.key)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "; remove it"))
    }
}
