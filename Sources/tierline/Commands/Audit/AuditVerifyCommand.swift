import ArgumentParser
import Desk
import Store

struct AuditVerifyCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check that nothing was changed, taken out, put in or cut off; 1 when it was.",
        discussion: """
            Every line is held against the one before, every event against its line, and every case's rows against its \
            events folded anew. Without --seed-file lines of earlier days are checked by their links and checkpoints only: \
            their keys have been forgotten.
            """)

    @Option(
        name: .customLong("seed-file"),
        help: ArgumentHelp("The seed that init showed: checks every line with its key.", valueName: "file"))
    var seedFile: String?

    @Option(
        help: ArgumentHelp(
            "A file of checkpoints: finds a cut tail and a trail written anew; may be given several times.",
            valueName: "file"))
    var checkpoint: [String] = []

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.complaintCentre(.readWrite)
        let reader = try session.reader(in: centre)
        let seed = try seedFile.map { path in
            try SmallFile.text(path, wording: session.wording).split(whereSeparator: \.isWhitespace).first.map(
                String.init)
                ?? ""
        }
        let checkpoints = try checkpoint.flatMap { try CheckpointFile.read($0, wording: session.wording) }
        let start = SystemClock.monotonicMicroseconds
        let report = try centre.store.auditReport(seed: seed, checkpoints: checkpoints)
        let elapsed = SystemClock.monotonicMicroseconds - start
        try session.noting { () throws(StoreError) in
            try centre.store.noteAuditRead(
                "verify \(report.lines) lines, \(report.faults.count) faults", by: reader, at: centre.now)
        }
        session.answer(report.json(microseconds: elapsed)) {
            for line in session.wording.lines(report, microseconds: elapsed) { Output.line(line) }
        }
        return report.faults.contains(where: \.isFault) ? .no : .done
    }
}

extension AuditVerdict {
    /// Everything but what only could not be checked.
    var isFault: Bool {
        switch self {
        case .intact, .caseNotChecked: false
        default: true
        }
    }

    var json: JSON {
        switch self {
        case .intact(let lines, let head): ["kind": "intact", "lines": .integer(Int64(lines)), "head": .string(head)]
        case .lineChanged(let number): ["kind": "line_changed", "line": .integer(Int64(number))]
        case .lineMissing(let number): ["kind": "line_missing", "line": .integer(Int64(number))]
        case .tailCut(let lines, let noted):
            ["kind": "tail_cut", "lines": .integer(Int64(lines)), "noted": .integer(Int64(noted))]
        case .headChanged(let number): ["kind": "head_changed", "line": .integer(Int64(number))]
        case .eventChanged(let number, let sequence):
            ["kind": "event_changed", "case": .string(number), "seq": .integer(Int64(sequence))]
        case .eventMissing(let number, let sequence):
            ["kind": "event_missing", "case": .string(number), "seq": .integer(Int64(sequence))]
        case .eventsMissing(let count): ["kind": "events_missing", "count": .integer(Int64(count))]
        case .rowChanged(let number, let table):
            ["kind": "row_changed", "case": .string(number), "table": .string(table)]
        case .caseNotChecked(let number, let policy):
            ["kind": "case_not_checked", "case": .string(number), "policy": .string(policy)]
        }
    }
}

extension AuditReport {
    func json(microseconds: Int64) -> JSON {
        [
            "intact": .boolean(!faults.contains(where: \.isFault)), "lines": .integer(Int64(lines)),
            "head": .string(head), "first_keyed_line": .count(firstKeyedLine), "events": .integer(Int64(events)),
            "cases": .integer(Int64(cases)), "faults": .list(faults, \.json),
            "seconds": .number(Double(microseconds / 1_000) / 1_000),
        ]
    }
}
