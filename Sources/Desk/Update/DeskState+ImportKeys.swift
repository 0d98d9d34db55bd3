import Dossier
import TerminalKit

extension DeskState {
    /// Keys in the import: a path is typed or a file chosen by number, then the plan is gone through row by row.
    mutating func importTakes(_ key: Key) -> [DeskEffect]? {
        guard let screen = imports else { return nil }
        switch (screen.stage, key) {
        case (_, .function(10)): return perform(.menu)
        case (_, .control("p")): return perform(.palette)
        case (.file, _): return fileTakes(key, screen)
        case (.plan, _): return planTakes(key, screen)
        case (.run, _): return runTakes(key, screen)
        }
    }

    private mutating func fileTakes(_ key: Key, _ screen: ImportScreen) -> [DeskEffect]? {
        screen.isTyping ? pathTakes(key, screen) : filesTake(key, screen)
    }

    /// The list of the folder: digits choose, letters go to the path.
    private mutating func filesTake(_ key: Key, _ screen: ImportScreen) -> [DeskEffect]? {
        switch key {
        case .enter:
            let row = Int(screen.digits).map { $0 - 1 } ?? screen.selectedEntry
            return openEntry(row)
        case .tab, .backTab: imports?.isTyping = true
        case .backspace where screen.digits.isEmpty, .left: return listFolder(parent(of: screen.folder?.path ?? "/"))
        case .backspace, .control("c"): imports?.digits = ""
        case .up where screen.selectedEntry == 0: imports?.isTyping = true
        case .character(let scalar):
            let digit = Self.narrowed(scalar)
            guard ("0"..."9").contains(digit) else {
                imports?.isTyping = true
                // A whole path begins anew; a name goes on in the folder that is listed.
                if digit == "/" || digit == "~" { imports?.setPath("") }
                return pathTakes(.character(digit), screen)
            }
            return chooseEntry(screen.digits + String(digit), of: screen)
        default:
            guard let row = moved(screen.selectedEntry, by: key, count: screen.listed.count, page: importRows) else {
                return nil
            }
            imports?.selectedEntry = row
            imports?.digits = ""
        }
        return []
    }

    private mutating func chooseEntry(_ digits: String, of screen: ImportScreen) -> [DeskEffect] {
        guard let number = Int(digits), (1...max(1, screen.listed.count)).contains(number), !screen.listed.isEmpty
        else {
            post(.warning, .disabled(.noSuchCode(digits)))
            imports?.digits = ""
            return []
        }
        if number * 10 > screen.listed.count { return openEntry(number - 1) }
        imports?.digits = digits
        imports?.selectedEntry = number - 1
        return []
    }

    private mutating func openEntry(_ row: Int) -> [DeskEffect] {
        guard let screen = imports, let folder = screen.folder, screen.listed.indices.contains(row) else { return [] }
        let entry = screen.listed[row]
        imports?.digits = ""
        imports?.isTyping = false
        if entry.isFolder { return listFolder(folder.path + entry.name + "/") }
        return take(file: folder.path + entry.name)
    }

    /// The path: Tab completes, Enter takes it, Down goes to the list.
    private mutating func pathTakes(_ key: Key, _ screen: ImportScreen) -> [DeskEffect]? {
        switch key {
        case .tab: return completePath()
        case .down, .backTab:
            imports?.isTyping = false
            imports?.selectedEntry = 0
        case .enter:
            let text = screen.path.text.trimmedSpaces
            guard !text.isEmpty else { return [] }
            if text.hasSuffix("/") || text == "~" {
                imports?.isTyping = false
                return listFolder(text)
            }
            if let row = screen.listed.firstIndex(where: { $0.name == screen.leaf }) { return openEntry(row) }
            return take(file: text)
        case .control("c"): imports?.setPath("")
        default:
            guard imports?.path.handle(key) == true else { return nil }
            guard let folder = imports?.folderTyped, folder != screen.folderTyped else { return [] }
            return listFolder(folder)
        }
        return []
    }

    private mutating func completePath() -> [DeskEffect] {
        guard let screen = imports, let first = screen.listed.first, !screen.leaf.isEmpty else { return [] }
        var common = first.name[...]
        for entry in screen.listed.dropFirst() {
            common = zip(common, entry.name).prefix { $0 == $1 }.map(\.0).reduce(into: "") { $0.append($1) }[...]
        }
        let isFolder = screen.listed.count == 1 && first.isFolder
        imports?.setPath(screen.folderTyped + common + (isFolder ? "/" : ""))
        return isFolder ? listFolder(screen.folderTyped + common + "/") : []
    }

    /// A file is chosen: what its rows are comes next.
    private mutating func take(file: String) -> [DeskEffect] {
        imports?.setPath(file)
        imports?.isTyping = false
        imports?.plan = ImportPlan(file: file, subject: .customers)
        imports?.sheet = nil
        imports?.fault = nil
        imports?.selectedRow = 0
        openSubjects()
        return []
    }

    private mutating func planTakes(_ key: Key, _ screen: ImportScreen) -> [DeskEffect]? {
        let rows = screen.planRows
        switch key {
        case .enter:
            let row = Int(screen.digits).map { $0 - 1 } ?? screen.selectedRow
            imports?.digits = ""
            return rows.indices.contains(row) ? openPlanRow(rows[row]) : []
        case .escape, .function(12), .function(3), .left:
            imports?.stage = .file
            imports?.digits = ""
        case .control("s"): return startImport(isTry: true)
        case .function(4): return openPlanRow(.encoding)
        case .function(5): return previewImport()
        case .backspace, .control("c"): imports?.digits = ""
        case .character(let scalar):
            let digits = screen.digits + String(Self.narrowed(scalar))
            guard let number = Int(digits), rows.indices.contains(number - 1) else {
                imports?.digits = ""
                return []
            }
            imports?.selectedRow = number - 1
            imports?.digits = number * 10 > rows.count ? "" : digits
            return number * 10 > rows.count ? openPlanRow(rows[number - 1]) : []
        default:
            guard let row = moved(screen.selectedRow, by: key, count: rows.count, page: importRows) else { return nil }
            imports?.selectedRow = row
            imports?.digits = ""
        }
        return []
    }

    /// While it runs the desk is free: Esc leaves it running, Ctrl-C stops it after a whole batch.
    private mutating func runTakes(_ key: Key, _ screen: ImportScreen) -> [DeskEffect]? {
        guard let run = screen.run else { return nil }
        switch key {
        case .control("c"): return stopImport()
        case .left where !run.isRunning, .backspace where !run.isRunning:
            imports?.stage = .plan
        case .control("s") where !run.isRunning && run.isTry && run.outcome != nil: return startImport(isTry: false)
        case .enter where !run.isRunning:
            guard run.isTry || run.fault != nil else {
                imports?.stage = .file
                closeTopOverlay()
                return []
            }
            imports?.stage = .plan
        case .character: return []
        default:
            let count = max(1, (run.outcome?.rejects.count ?? 0) - importRows + 8)
            guard let row = moved(run.scroll, by: key, count: count, page: importRows) else { return nil }
            imports?.run?.scroll = row
        }
        return []
    }

    var importRows: Int { max(1, Layout(self).overlay.rows - 4) }

    private func parent(of folder: String) -> String {
        let parts = folder.split(separator: "/")
        return parts.count <= 1 ? "/" : "/" + parts.dropLast().joined(separator: "/") + "/"
    }
}
