import ArgumentParser
import Configuration
import Customers
import Dossier
import Exchange
import Store
import WorkingTime

struct ImportCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Read customers, vehicles, purchases, interactions, complaints or holdings from files.",
        discussion: """
            Files are CSV, TSV or XLSX; their encoding is detected and shown. \
            The header's own words (Chinese or English) name the columns, or a map does: a TOML file, or one of the \
            maps shipped as examples: \(ShippedMap.allCases.map(\.rawValue).joined(separator: ", ")). \
            Reading a file again changes nothing. Rejected rows go to a file of their own; the counts add up.
            """)

    @Argument(help: "customers, vehicles, purchases, interactions, complaints or holdings.")
    var kind: ImportKind

    @Argument(help: "The files, read one after another.")
    var file: [String]

    @Option(help: ArgumentHelp("A map's file, or the name of a shipped one.", valueName: "map"))
    var map: String?

    @Option(
        help: ArgumentHelp("utf-8, utf-16le, utf-16be, big5 or gb18030; detected when not said.", valueName: "name"))
    var encoding: String?

    @Option(help: ArgumentHelp("A workbook's sheet, by name or number; else the first.", valueName: "sheet"))
    var sheet: String?

    @Option(help: ArgumentHelp("The name the rows' references belong to.", valueName: "name"))
    var source: String?

    @Option(help: ArgumentHelp("Region of phones and plates that do not say.", valueName: "TW|CN|HK"))
    var region: String?

    @Flag(name: .customLong("dry-run"), help: "Read and check everything, keep nothing.")
    var dryRun = false

    @Option(help: ArgumentHelp("Where rejected rows go.", valueName: "file"))
    var rejects: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if let region, HomeRegion(rawValue: region.uppercased()) == nil {
            throw ValidationError("--region must be TW, CN or HK")
        }
        if rejects != nil, file.count > 1 { throw ValidationError("--rejects goes with one file only") }
    }

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try kind == .complaints ? session.complaintCentre(.readWrite) : session.centre(.readWrite)
        let actor = try session.actor(in: centre)
        try session.requireKeeper(actor)
        let request = try request(centre, by: actor.login)
        Interruption.gather()
        var isStopped = false
        for path in file where !isStopped {
            var request = request
            request.file = path
            let result = try run(request, centre, session)
            isStopped = result.resumeLine != nil
        }
        if !dryRun { _ = try centre.store.updateTiers(now: centre.now) }
        return isStopped ? .tryAgain : .done
    }

    private func request(_ centre: Centre, by login: String) throws -> ImportRequest {
        let encoding = try encoding.map { name in
            guard let encoding = TextEncoding(name: name) else { throw ImportError.unknownEncoding(name: name) }
            return encoding
        }
        return ImportRequest(
            kind: kind, file: "", map: try map.map { try MapChoice.map(named: $0) }, source: source,
            encoding: encoding, sheet: sheet, region: region.map { Region(rawValue: $0.uppercased()) },
            zone: centre.zone,
            isDryRun: dryRun, rejectsFile: rejects, by: login, startedAt: centre.now)
    }

    private func run(_ request: ImportRequest, _ centre: Centre, _ session: Session) throws -> ImportResult {
        let first = try centre.store.nextCustomer()
        let line = ImportProgressLine(
            wording: session.wording, isTerminal: Output.notesGoToTerminal, isQuiet: global.quiet)
        defer { line.end() }
        let result = try FileImport.run(
            request, into: centre.store, progress: { line.show($0) }, shouldStop: { Interruption.isWished })
        line.end()
        var duplicates: Int?
        if kind == .customers, !dryRun {
            duplicates = try centre.store.proposeDuplicates(from: first, at: centre.now)
            if duplicates == nil { session.remark(session.wording.duplicatesNotSought) }
        }
        session.answer(result.json.adding("duplicates", .count(duplicates))) {
            Output.line(SafeText.line(request.file + ": " + session.wording.importDone(result)))
            if let duplicates, duplicates > 0 { Output.line(session.wording.importedLookalikes(duplicates)) }
        }
        if let resume = result.resumeLine { session.remark(session.wording.importStopped(request.file, line: resume)) }
        return result
    }
}

extension ImportKind: ExpressibleByArgument {}

/// The map a name on the command line means.
enum MapChoice {
    /// A shipped map's name, else a file.
    static func map(named name: String) throws -> ImportMap {
        if let shipped = ShippedMap(rawValue: name) { return try shipped.map() }
        return try ImportMapFile.map(path: name)
    }
}

extension ImportResult {
    var json: JSON {
        [
            "rows": .integer(Int64(rows)),
            "inserted": .integer(Int64(inserted)),
            "updated": .integer(Int64(updated)),
            "unchanged": .integer(Int64(unchanged)),
            "rejected": .integer(Int64(rejected)),
            "rejects_file": .text(rejectsFile),
            "encoding": .string(encoding.rawValue),
            "encoding_by": .string(encodingWitness.rawValue),
            "source": .string(source),
            "sheet": .text(sheet),
            "sheets": .strings(sheets),
            "seconds": .number((seconds * 1000).rounded() / 1000),
            "dry_run": .boolean(isDryRun),
            "blank_lines": .integer(Int64(blankLines)),
            "ignored_columns": .strings(ignoredColumns),
            "unattributed": .integer(Int64(unattributed)),
            "resume_line": .count(resumeLine),
        ]
    }
}
