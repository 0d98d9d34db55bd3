package import Dossier
package import TerminalKit

/// A file on its way in: chosen, looked at, tried, run.
package struct ImportScreen: Equatable, Sendable {
    package static let pathGlyphsMax = 1_000

    package enum Stage: Hashable, Sendable {
        case file
        case plan
        case run
    }

    package var stage = Stage.file
    package var path = TextField(glyphsMax: ImportScreen.pathGlyphsMax)
    /// True while the keyboard is in the path; else it is in the list below.
    package var isTyping = false
    package var folder: FolderListing?
    package var selectedEntry = 0
    /// Digits of a number that may go on.
    package var digits = ""
    package var plan: ImportPlan?
    package var sheet: ImportSheet?
    package var selectedRow = 0
    /// Why the file cannot be looked at.
    package var fault: String?
    package var run: ImportRun?
    /// Number of the newest question.
    var request = 0

    package init() {}
}

/// An import, or a try that keeps nothing.
package struct ImportRun: Equatable, Sendable {
    package var plan: ImportPlan
    package var isTry: Bool
    package var status: ImportStatus?
    package var outcome: ImportOutcome?
    package var fault: String?
    package var isStopping = false
    /// First refused row shown.
    package var scroll = 0
    var request: Int

    package var isRunning: Bool { outcome == nil && fault == nil }
}

/// What the import screen asks of the world.
package enum ImportEffect: Equatable, Sendable {
    /// The folder a typed path is in; an empty one is where the desk was started.
    case listFolder(String)
    case preview(ImportPlan, Language)
    case start(ImportPlan, isTry: Bool, Language)
    /// Whole batches stay; the end is told by `ended`.
    case stop
}

/// What comes back.
package enum ImportMessage: Equatable, Sendable {
    case listed(FolderListing)
    case previewed(ImportSheet)
    case notPreviewed(String)
    case progress(ImportStatus)
    case ended(ImportOutcome)
    case failed(String)
}

/// What a numbered list of the import screen chooses.
package enum ImportChoice: Hashable, Sendable {
    case subject(ImportSubject)
    /// Nil lets the bytes say.
    case encoding(String?)
    case sheet(String)
    /// The field of that column; nil for none.
    case field(column: Int, String?)
}

/// One row of the plan.
enum ImportPlanRow: Hashable {
    case subject
    case encoding
    case sheet
    case column(Int)
    case tryIt
    case start
}

extension ImportScreen {
    /// The rows of the plan, top to bottom.
    var planRows: [ImportPlanRow] {
        var rows: [ImportPlanRow] = [.subject, .encoding]
        if let sheet, sheet.sheets.count > 1 { rows.append(.sheet) }
        rows += (sheet?.columns.indices ?? 0..<0).map { .column($0) }
        return rows + [.tryIt, .start]
    }

    /// The part of the typed path behind its last slash.
    var leaf: String { String(path.text.split(separator: "/", omittingEmptySubsequences: false).last ?? "") }
    /// The part up to its last slash.
    var folderTyped: String { String(path.text.dropLast(leaf.count)) }

    /// What the list shows: those that begin with what is typed.
    var listed: [FolderEntry] {
        guard let folder else { return [] }
        let leaf = leaf
        guard isTyping, !leaf.isEmpty else { return folder.entries }
        return folder.entries.filter { $0.name.hasPrefix(leaf) }
    }
}
