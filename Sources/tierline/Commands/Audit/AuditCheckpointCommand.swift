import ArgumentParser
import Desk
import Store

struct AuditCheckpointCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: "Note how long the trail is and its last hash, to be kept off the machine.",
        discussion: """
            The line is printed, or added to FILE. What was written after the last checkpoint can be cut off without a \
            trace: make one every quarter of an hour and at each shift's end.
            """)

    @Argument(help: ArgumentHelp("A file to add the line to.", valueName: "file"))
    var file: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre(.readWrite)
        let reader = try session.reader(in: centre)
        try centre.store.noteAuditRead("checkpoint", by: reader, at: centre.now)
        let head = try centre.store.auditHead()
        let document = head.json(in: centre)
        if let file { try SmallFile.append(document.text, to: file, wording: session.wording) }
        if session.json || file == nil {
            Output.json(document)
        } else if let file {
            Output.line(session.wording.checkpointKept(head.lines, in: SafeText.line(file)))
        }
        return .done
    }
}

extension AuditCheckpoint {
    func json(in centre: Centre) -> JSON {
        [
            "lines": .integer(Int64(lines)), "head": .string(head), "at": .string(centre.timestamp(centre.now)),
            "store": .string(centre.store.path),
        ]
    }
}

/// Checkpoints as the command wrote them, one a line.
enum CheckpointFile {
    static func read(_ path: String, wording: Wording) throws -> [AuditCheckpoint] {
        var checkpoints: [AuditCheckpoint] = []
        let lines = try SmallFile.text(path, wording: wording).split(separator: "\n", omittingEmptySubsequences: false)
        for (place, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
            guard let checkpoint = AuditCheckpoint(line: line) else {
                throw Failure(.badData, "E_BAD_VALUE", wording.notACheckpoint("\(path):\(place + 1)"))
            }
            checkpoints.append(checkpoint)
        }
        return checkpoints
    }
}

extension AuditCheckpoint {
    /// Finds the two facts in a line of ours; nil when they are not there.
    fileprivate init?(line: Substring) {
        guard let count = line.firstRange(of: "\"lines\":"), let head = line.firstRange(of: "\"head\":\"") else {
            return nil
        }
        let digits = line[count.upperBound...].drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
        let hash = line[head.upperBound...].prefix { $0 != "\"" }
        guard let lines = Int(digits), hash.utf8.count == 64, hash.allSatisfy(\.isHexDigit) else { return nil }
        self.init(lines: lines, head: hash.lowercased())
    }
}
