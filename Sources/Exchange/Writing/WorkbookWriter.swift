import CExchange
import Glibc

/// Writes a workbook of one sheet, row by row: texts as inline strings, numbers as numbers, never a formula.
///
/// The file is readable by its owner alone. What is not finished is no workbook.
final class WorkbookWriter {
    enum Cell: Hashable {
        case text(String)
        /// Digits as a sheet takes them, with a point before decimals.
        case number(String)
        case empty
    }

    enum Failure: Error, Equatable {
        case cannotWrite(errno: Int32)
        /// A sheet ends there.
        case tooManyRows(max: Int)
    }

    static let rowsMax = 1_048_576
    private let archive: OpaquePointer
    private var isFinished = false
    private var waiting: [UInt8] = []
    private(set) var rows = 0
    private static let waitingMax = 64 << 10

    /// - Parameter path: a file that is there already; what it holds is replaced.
    init(path: String, sheet: String) throws(Failure) {
        guard let archive = tl_archive_create(path) else { throw .cannotWrite(errno: errno) }
        self.archive = archive
        for (name, content) in Self.parts(sheet: sheet) {
            guard tl_archive_begin(archive, name) != 0 else { throw .cannotWrite(errno: errno) }
            try add(Array(content.utf8))
        }
        guard tl_archive_begin(archive, "xl/worksheets/sheet1.xml") != 0 else { throw .cannotWrite(errno: errno) }
        waiting += (Self.declaration + "<worksheet xmlns=\"\(Self.main)\"><sheetData>").utf8
    }

    deinit {
        if !isFinished { _ = tl_archive_finish(archive) }
    }

    func write(_ cells: [Cell]) throws(Failure) {
        guard rows < Self.rowsMax else { throw .tooManyRows(max: Self.rowsMax) }
        rows += 1
        waiting += "<row r=\"\(rows)\">".utf8
        for (column, cell) in cells.enumerated() where cell != .empty {
            let place = SheetSplitter.name(of: column) + "\(rows)"
            switch cell {
            case .text(let text):
                waiting += "<c r=\"\(place)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">".utf8
                Self.escape(text, into: &waiting)
                waiting += "</t></is></c>".utf8
            case .number(let digits): waiting += "<c r=\"\(place)\"><v>\(digits)</v></c>".utf8
            case .empty: break
            }
        }
        waiting += "</row>".utf8
        if waiting.count >= Self.waitingMax { try flush() }
    }

    func finish() throws(Failure) {
        waiting += "</sheetData></worksheet>".utf8
        try flush()
        isFinished = true
        guard tl_archive_finish(archive) != 0 else { throw .cannotWrite(errno: errno) }
    }

    private func flush() throws(Failure) {
        try add(waiting)
        waiting.removeAll(keepingCapacity: true)
    }

    private func add(_ bytes: [UInt8]) throws(Failure) {
        guard tl_archive_add(archive, bytes, bytes.count) != 0 else { throw .cannotWrite(errno: errno) }
    }

    /// Text as XML holds it: markup named, what XML cannot hold written `_x0007_`, and what looks like that, too.
    static func escape(_ text: String, into bytes: inout [UInt8]) {
        var rest = text.utf8.makeIterator()
        var index = text.utf8.startIndex
        while let byte = rest.next() {
            switch byte {
            case 0x26: bytes += "&amp;".utf8
            case 0x3C: bytes += "&lt;".utf8
            case 0x3E: bytes += "&gt;".utf8
            case 0x09, 0x0A: bytes.append(byte)
            case 0..<0x20: bytes += "_x00\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))_".utf8
            case 0x5F where looksEscaped(text.utf8[index...]): bytes += "_x005F_".utf8
            default: bytes.append(byte)
            }
            index = text.utf8.index(after: index)
        }
    }

    private static func looksEscaped(_ text: Substring.UTF8View) -> Bool {
        let head = Array(text.prefix(7))
        return head.count == 7 && head[1] == 0x78 && head[6] == 0x5F
            && head[2..<6].allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    }
}

extension WorkbookWriter {
    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    private static func parts(sheet: String) -> [(name: String, content: String)] {
        var name: [UInt8] = []
        escape(sheet, into: &name)
        return [
            (
                "[Content_Types].xml",
                declaration + "<Types xmlns=\"\(package)/content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type).sheet.main+xml\"/>"
                    + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"\(type).worksheet+xml\"/></Types>"
            ),
            (
                "_rels/.rels",
                declaration + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
                    + "Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                declaration + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>"
                    + "<sheet name=\"\(String(decoding: name, as: UTF8.self).replacing("\"", with: "&quot;"))\" "
                    + "sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                declaration + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
                    + "Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ]
    }
}
