import Dossier
import TerminalKit

extension DeskState {
    /// Opens the import where it was left: a run goes on being watched.
    mutating func openImport() -> [DeskEffect] {
        if imports == nil { imports = ImportScreen() }
        overlays.append(.importing)
        return imports?.folder == nil ? listFolder("") : []
    }

    private mutating func ask(_ effect: ImportEffect) -> [DeskEffect] {
        let request = nextRequest()
        imports?.request = request
        return [.imports(request: request, effect)]
    }

    mutating func listFolder(_ path: String) -> [DeskEffect] { ask(.listFolder(path)) }

    mutating func previewImport() -> [DeskEffect] {
        guard let plan = imports?.plan else { return [] }
        imports?.fault = nil
        return ask(.preview(plan, wording.language))
    }

    mutating func importTold(_ request: Int, _ message: ImportMessage) -> [DeskEffect] {
        if request == imports?.run?.request { return runTold(message) }
        guard request == imports?.request else { return [] }
        switch message {
        case .listed(let folder):
            imports?.folder = folder
            imports?.selectedEntry = 0
            imports?.digits = ""
            if imports?.isTyping == false, folder.errorNumber == nil { imports?.setPath(folder.path) }
        case .previewed(let sheet):
            imports?.sheet = sheet
            imports?.fault = nil
        case .notPreviewed(let fault):
            imports?.sheet = nil
            imports?.fault = fault
        case .progress, .ended, .failed: break
        }
        return []
    }

    private mutating func runTold(_ message: ImportMessage) -> [DeskEffect] {
        switch message {
        case .progress(let status): imports?.run?.status = status
        case .ended(let outcome):
            imports?.run?.outcome = outcome
            let isTry = imports?.run?.isTry ?? false
            post(outcome.rejected > 0 ? .warning : .done, .imported(outcome, isTry: isTry))
            return isTry ? [] : reloadQuietly()
        case .failed(let fault):
            imports?.run?.fault = fault
            post(.error, .plain(fault))
        case .listed, .previewed, .notPreviewed: break
        }
        return []
    }

    /// Begins a try or the real thing; one at a time.
    mutating func startImport(isTry: Bool) -> [DeskEffect] {
        guard let screen = imports, let plan = screen.plan else { return [] }
        guard screen.run?.isRunning != true else {
            post(.warning, .disabled(.importRuns))
            return []
        }
        guard screen.sheet != nil, screen.sheet?.problem == nil else {
            if let problem = screen.sheet?.problem ?? screen.fault { post(.warning, .plain(problem)) }
            return []
        }
        let request = nextRequest()
        imports?.run = ImportRun(plan: plan, isTry: isTry, request: request)
        imports?.stage = .run
        return [.imports(request: request, .start(plan, isTry: isTry, wording.language))]
    }

    mutating func stopImport() -> [DeskEffect] {
        guard let run = imports?.run, run.isRunning, !run.isStopping else { return [] }
        imports?.run?.isStopping = true
        return [.imports(request: run.request, .stop)]
    }

    /// What a numbered list laid over the import chose.
    mutating func choose(_ choice: ImportChoice) -> [DeskEffect] {
        guard var plan = imports?.plan else { return [] }
        switch choice {
        case .subject(let subject):
            plan.subject = subject
            plan.fields = nil
            imports?.stage = .plan
            imports?.sheet = nil
        case .encoding(let name):
            plan.encoding = name
            plan.fields = nil
        case .sheet(let name):
            plan.sheet = name
            plan.fields = nil
        case .field(let column, let field):
            var fields = plan.fields ?? imports?.sheet?.columns.map(\.field) ?? []
            guard fields.indices.contains(column) else { return [] }
            fields[column] = field
            plan.fields = fields
            // The next column is what one looks at next.
            if let row = imports?.planRows.firstIndex(of: .column(column)) { imports?.selectedRow = row + 1 }
        }
        imports?.plan = plan
        return previewImport()
    }

    /// The kinds of rows a file may hold; choosing one looks at the file.
    mutating func openSubjects() {
        let items = ImportSubject.allCases.map { ChoiceItem(.importSubject($0), .imports(.subject($0))) }
        let selected = ImportSubject.allCases.firstIndex { $0 == imports?.plan?.subject } ?? 0
        overlays.append(.choice(ChoiceList(title: .importSubject, items: items, selected: selected)))
    }

    /// Enter on a row of the plan.
    mutating func openPlanRow(_ row: ImportPlanRow) -> [DeskEffect] {
        guard let screen = imports else { return [] }
        switch row {
        case .subject: openSubjects()
        case .encoding:
            var items = [ChoiceItem(.importDetect, .imports(.encoding(nil)))]
            items += (screen.sheet?.encodings ?? Self.encodingsUsual).map {
                ChoiceItem(.plain($0), .imports(.encoding($0)))
            }
            overlays.append(.choice(ChoiceList(title: .importEncoding, items: items)))
        case .sheet:
            let items = (screen.sheet?.sheets ?? []).map { ChoiceItem(.plain($0), .imports(.sheet($0))) }
            overlays.append(.choice(ChoiceList(title: .importSheet, items: items)))
        case .column(let column):
            guard let sheet = screen.sheet, sheet.columns.indices.contains(column) else { return [] }
            let fields = [nil] + sheet.fields.map { Optional($0) }
            let items = fields.map { ChoiceItem(.importField($0), .imports(.field(column: column, $0))) }
            let selected = fields.firstIndex(of: sheet.columns[column].field) ?? 0
            overlays.append(
                .choice(ChoiceList(title: .importField(sheet.columns[column].name), items: items, selected: selected)))
        case .tryIt: return startImport(isTry: true)
        case .start: return startImport(isTry: false)
        }
        return []
    }

    /// Offered where the file could not even be opened in the encoding its bytes suggest.
    private static let encodingsUsual = ["utf-8", "big5", "gb18030", "utf-16le", "utf-16be"]
}

extension ImportScreen {
    mutating func setPath(_ text: String) {
        path = TextField(text, glyphsMax: Self.pathGlyphsMax)
    }
}
