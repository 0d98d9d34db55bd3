import Complaints
import Foundation
import WorkingTime

/// A recorded history (JSON Lines as `policy simulate` reads them) with what must come of it beside it.
struct RecordedHistory: CustomStringConvertible, Sendable {
    var name: String
    var description: String { name }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Histories")

    static let all: [RecordedHistory] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".jsonl") }.sorted().map { RecordedHistory(name: String($0.dropLast(6))) }
    }()

    private func text(_ suffix: String) throws -> String {
        try String(contentsOf: Self.folder.appendingPathComponent(name + suffix), encoding: .utf8)
    }

    /// One line for each thing that must happen.
    var expected: [String] {
        get throws { try text(".expected").split(separator: "\n").map(String.init) }
    }

    var lines: [SimulationLine] {
        get throws { try text(".jsonl").split(separator: "\n").map { try Self.line(String($0)) } }
    }

    struct Unreadable: Error {
        var line: String
    }

    private static func line(_ text: String) throws -> SimulationLine {
        guard let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
            let at = (object["at"] as? String).flatMap({ Instant(rfc3339: $0) })
        else { throw Unreadable(line: text) }
        if let duty = object["duty"] as? [String: [String]] { return SimulationLine(at: at, kind: .duty(duty)) }
        if let engine = object["engine"] as? String {
            return SimulationLine(at: at, kind: engine == "down" ? .engineDown : .engineUp)
        }
        if object["tick"] != nil { return SimulationLine(at: at, kind: .tick) }
        guard let name = object["case"] as? String, let event = object["event"] as? String,
            let actor = object["actor"] as? String, let role = (object["role"] as? String).flatMap(Role.init(rawValue:))
        else { throw Unreadable(line: text) }
        let fields = (object["fields"] as? [String: Any] ?? [:]).compactMapValues { value -> String? in
            if value is NSNull { return nil }
            if let number = value as? NSNumber, CFNumberIsBoolean(number) { return number.boolValue ? "true" : "false" }
            return "\(value)"
        }
        return SimulationLine(
            at: at,
            kind: .event(
                caseName: name, event: event, actor: actor, role: role, fields: fields,
                eventID: object["event_id"] as? String, expectedVersion: object["expect_version"] as? Int))
    }

    private static func CFNumberIsBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }

    /// What a simulation tells, one line each, in the words of its JSON.
    static func told(_ outcomes: [SimulationOutcome]) -> [String] {
        func time(_ instant: Instant) -> String { String(instant.rfc3339(offsetSeconds: 8 * 3600).dropLast(6)) }
        return outcomes.map { outcome in
            let effect = outcome.effect
            let parts: [String?] = [
                time(outcome.at), outcome.caseName, effect?.kind.rawValue ?? "refused", effect?.clock,
                effect?.generation.map { "#\($0)" }, effect?.stage?.text, effect?.due.map { "due " + time($0) },
                effect?.target.map { "to " + $0 }, effect?.lateMinutes.map { "late \($0)" },
                effect?.from.map { "from " + $0 }, effect?.to.map { "now " + $0 }, outcome.refusal?.code.rawValue,
            ]
            return parts.compactMap { $0 }.joined(separator: " ")
        }
    }
}
