import CExchange

/// Why a workbook is not read; nothing after the place was.
package enum WorkbookFault: Error, Sendable, Hashable {
    case notAWorkbook
    case damaged(detail: String)
    case encrypted
    case tooManyEntries(max: Int)
    case duplicateEntry(name: String)
    case entryTooLarge(name: String, bytesMax: Int)
    /// It unpacks to more than a hundred times its size.
    case bomb(name: String)
    case documentType
    case external(target: String)
    case noSuchSheet(name: String, sheets: [String])
    case outOfMemory
    /// It took more than a minute of processor time.
    case tooMuchWork
    case readerEnded(signal: Int)

    /// Nil when nothing is wrong.
    init?(code: Int, detail: String, sheets: [String]) {
        switch UInt32(clamping: code) {
        case TL_WORKBOOK_SOUND.rawValue: return nil
        case TL_WORKBOOK_NOT_ONE.rawValue: self = .notAWorkbook
        case TL_WORKBOOK_ENCRYPTED.rawValue: self = .encrypted
        case TL_WORKBOOK_TOO_MANY_ENTRIES.rawValue: self = .tooManyEntries(max: 1000)
        case TL_WORKBOOK_DUPLICATE_ENTRY.rawValue: self = .duplicateEntry(name: detail)
        case TL_WORKBOOK_ENTRY_TOO_LARGE.rawValue: self = .entryTooLarge(name: detail, bytesMax: 256 << 20)
        case TL_WORKBOOK_BOMB.rawValue: self = .bomb(name: detail)
        case TL_WORKBOOK_DOCTYPE.rawValue: self = .documentType
        case TL_WORKBOOK_EXTERNAL.rawValue: self = .external(target: detail)
        case TL_WORKBOOK_NO_SHEET.rawValue: self = .noSuchSheet(name: detail, sheets: sheets)
        case TL_WORKBOOK_NO_MEMORY.rawValue: self = .outOfMemory
        default: self = .damaged(detail: detail)
        }
    }
}

extension WorkbookFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notAWorkbook: "an archive, but no workbook"
        case .damaged(let detail): "the workbook is damaged: \(detail)"
        case .encrypted: "the workbook is encrypted; save it without a password"
        case .tooManyEntries(let max): "the workbook has more than \(max) parts"
        case .duplicateEntry(let name): "the workbook has two parts of one name: \(name)"
        case .entryTooLarge(let name, let bytesMax): "\(name) unpacks to more than \(bytesMax) bytes"
        case .bomb(let name): "\(name) unpacks to more than a hundred times its size"
        case .documentType: "the workbook declares a document type, which none needs"
        case .external(let target): "the workbook refers to something outside itself: \(target)"
        case .noSuchSheet(let name, let sheets):
            "the workbook has no sheet \(name); it has: \(sheets.joined(separator: ", "))"
        case .outOfMemory: "the workbook needs more than 512 MiB of memory to read"
        case .tooMuchWork: "the workbook takes more than a minute of processor time to read"
        case .readerEnded(let signal): "the reader of the workbook ended (signal \(signal))"
        }
    }
}
