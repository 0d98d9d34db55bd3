import ArgumentParser
import Complaints
import Dossier
import Exchange
import Store
import WorkingTime

struct ExportCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write customers, vehicles, purchases, interactions, complaints or holdings to a file.",
        discussion: """
            The file can be imported again. Cells that a spreadsheet would run as a formula get an apostrophe in \
            front. The last line says who took how many rows and when, and so does the audit trail. Supervisors and \
            above may export, \(Store.exportRowsPerDay) rows a day; managers, compliance and administrators may take \
            more with --over-cap and a reason.
            """)

    @Argument(help: "customers, vehicles, purchases, interactions, complaints or holdings.")
    var kind: ExportKind

    @Option(help: ArgumentHelp("csv, xlsx or jsonl; else by the output's ending, else csv.", valueName: "format"))
    var format: ExportFormat?

    @Option(help: ArgumentHelp("Of a csv file: utf-8, utf-16le, utf-16be, big5 or gb18030.", valueName: "name"))
    var encoding: String?

    @Flag(help: "Write a character the encoding lacks as \\u{…} rather than refuse it.")
    var escape = false

    @Option(name: .shortAndLong, help: ArgumentHelp("The file; else standard output.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("Why; kept in the audit trail.", valueName: "text"))
    var reason: String?

    @Flag(name: .customLong("over-cap"), help: "Take more rows than a day allows.")
    var overCap = false

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if overCap, reason?.isEmpty != false { throw ValidationError("--over-cap goes with --reason") }
    }

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try kind == .complaints ? session.complaintCentre(.readWrite) : session.centre(.readWrite)
        let actor = try session.actor(in: centre)
        try check(actor, session)
        let result = try FileExport.run(request(centre, by: actor.login), from: centre.store)
        guard let file = result.file else { return .done }
        let document: JSON = [
            "rows": .integer(Int64(result.rows)), "file": .string(file), "sha256": .text(result.fileHash),
            "format": .string(chosenFormat.rawValue),
        ]
        session.answer(document) {
            Output.line(SafeText.line(session.wording.exportDone(rows: result.rows, file: file)))
        }
        return .done
    }

    private var chosenFormat: ExportFormat {
        if let format { return format }
        let ending = output.flatMap { $0.split(separator: ".").last }.map { $0.lowercased() }
        return ending.flatMap(ExportFormat.init(rawValue:)) ?? .csv
    }

    private func request(_ centre: Centre, by login: String) throws -> ExportRequest {
        let encoding = try encoding.map { name in
            guard let encoding = TextEncoding(name: name) else { throw ImportError.unknownEncoding(name: name) }
            return encoding
        }
        let today = centre.zone.localDateTime(at: centre.now).date
        let dayBegan = centre.zone.instants(of: LocalDateTime(date: today, hour: 0, minute: 0)).earliest
        return ExportRequest(
            run: ExportRun(
                kind: kind, format: chosenFormat.rawValue, by: login, at: centre.now, reason: reason ?? "",
                dayBegan: dayBegan, isOverCap: overCap),
            format: chosenFormat, encoding: encoding ?? .utf8, escapesUnknown: escape, file: output,
            zone: centre.zone)
    }

    private func check(_ actor: Agent, _ session: Session) throws {
        let mayExport: Set<Role> = [.supervisor, .manager, .director, .compliance, .administrator]
        let mayExceed: Set<Role> = [.manager, .director, .compliance, .administrator]
        if mayExport.isDisjoint(with: actor.roles) || overCap && mayExceed.isDisjoint(with: actor.roles) {
            throw Failure(.notPermitted, "E_FORBIDDEN_ROLE", session.wording.mayNotExport(login: actor.login))
        }
    }
}

extension ExportKind: ExpressibleByArgument {}
extension ExportFormat: ExpressibleByArgument {}
