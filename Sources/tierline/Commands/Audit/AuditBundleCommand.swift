import ArgumentParser
import Complaints
import Customers
import Desk
import Dossier
import Glibc
import Store
import WorkingTime

struct AuditBundleCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle", abstract: "One case as a folder of its own, for an ombudsman or regulator.",
        discussion: """
            timeline.txt and clocks.txt in the customer's language (or --lang), evidence.txt, complaint.json, the case's \
            lines of the trail and a checkpoint, with the SHA-256 of each file in SHA256SUMS.
            """)

    @Argument(help: ArgumentHelp("Case number, TL-2026-000123 or 26-000123.", valueName: "case"))
    var number: CaseNumber

    @Argument(help: ArgumentHelp("The folder to make.", valueName: "dir"))
    var folder: String

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.complaintCentre(.readWrite)
        let reader = try session.actor(in: centre)
        try session.require(reader, AuditCommand.readers.union([.supervisor]))
        let file = try centre.file(number)
        guard mkdir(folder, 0o700) == 0 else {
            throw Failure(.cannotCreate, "E_CANNOT_CREATE", "\(folder): \(session.wording.reason(errno))")
        }
        try centre.store.noteAuditRead("bundle \(number)", by: reader.login, at: centre.now)
        let wording = Wording(try language(of: file.complaint, session, centre))
        let bundle = CaseBundle(file: file, centre: centre, wording: wording)
        var names: [String] = []
        for (name, text) in try bundle.files() {
            try SmallFile.put(text, at: folder + "/" + name, wording: session.wording)
            names.append(name)
        }
        session.answer([
            "case": .string(number.description), "folder": .string(folder), "files": .strings(names),
            "language": .string(wording.language.rawValue),
        ]) {
            Output.line(session.wording.bundleMade(number.description, in: SafeText.line(folder), files: names.count))
        }
        return .done
    }

    /// The customer's, by their region; `--lang` names another.
    private func language(of complaint: Complaint, _ session: Session, _ centre: Centre) throws -> Language {
        guard global.language == nil, let customer = complaint.customer,
            let region = try centre.store.customer(CustomerID(customer))?.region?.rawValue ?? complaint.jurisdiction
        else { return session.wording.language }
        switch region {
        case "TW", "HK": return .traditional
        case "CN": return .simplified
        default: return session.wording.language
        }
    }
}

/// What a bundle holds, as texts.
private struct CaseBundle {
    let file: ComplaintFile
    let centre: Centre
    let wording: Wording

    /// Lines of the trail a bundle holds at most.
    static let trailLinesMax = 100_000

    func files() throws -> [(String, String)] {
        let trail = try centre.store.auditTrail(
            TrailFilter(subject: file.complaint.caseNumber.description), limit: Self.trailLinesMax)
        let head = try centre.store.auditHead()
        var files = [
            ("timeline.txt", text(timeline)),
            ("clocks.txt", text(clocks)),
            ("evidence.txt", text(evidence)),
            ("complaint.json", file.json(in: centre).text + "\n"),
            ("trail.jsonl", trail.map { $0.json(in: centre).text + "\n" }.joined()),
            ("checkpoint.json", head.json(in: centre).text + "\n"),
        ]
        let sums = files.map { "\(Self.digest($0.1))  \($0.0)\n" }.joined()
        files.append(("SHA256SUMS", sums))
        return files
    }

    private static func digest(_ text: String) -> String {
        let digest = FileDigest()
        Array(text.utf8).withUnsafeBytes { digest.add($0) }
        return digest.finish() ?? ""
    }

    private func text(_ lines: [String]) -> String {
        lines.map { SafeText.line($0) + "\n" }.joined()
    }

    private var timeline: [String] {
        let complaint = file.complaint
        var lines = [
            "\(complaint.caseNumber)  \(wording.word(complaint.state))  \(complaint.severity.rawValue)  \(complaint.summary)",
            "\(wording.moment(complaint.receivedAt, centre.zone))  \(centre.zone.name)  \(complaint.policy)", "",
        ]
        for recorded in file.events {
            let event = recorded.event
            lines.append(
                "\(event.sequence)  \(wording.moment(event.occurredAt, centre.zone))  \(wording.word(event.type))  \(event.actor) (\(wording.word(event.role)))"
            )
            for (name, value) in event.fields.sorted(by: { $0.key < $1.key }) {
                lines.append("      \(name): \(text(value))")
            }
        }
        return lines
    }

    private var clocks: [String] {
        let complaint = file.complaint
        guard let rules = centre.store.rules(policy: complaint.policy) else { return [complaint.policy] }
        return complaint.clocks.flatMap { clock -> [String] in
            guard let why = complaint.why(clock.key, at: centre.now, rules) else { return [] }
            return wording.lines(why, of: complaint.caseNumber, rules.calendar(why.calendar.name)) + [""]
        }
    }

    /// Everything an event names as proof, with the event.
    private var evidence: [String] {
        let names: Set<String> = ["evidence", "consent", "proof", "reference"]
        return file.events.flatMap { recorded in
            recorded.event.fields.sorted { $0.key < $1.key }.filter { names.contains($0.key) }.map {
                "\(recorded.event.sequence)  \(wording.word(recorded.event.type))  \($0.key): \(text($0.value))  (\(recorded.hash))"
            }
        }
    }

    private func text(_ value: FieldValue) -> String {
        switch value {
        case .text(let text): text
        case .integer(let number): String(number)
        case .boolean(let flag): String(flag)
        case .instant(let instant): wording.moment(instant, centre.zone)
        }
    }
}
