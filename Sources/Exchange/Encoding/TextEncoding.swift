/// The character sets a file may be written in.
package enum TextEncoding: String, Sendable, CaseIterable, Hashable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case big5
    case gb18030

    /// Reads the names people give them; nil for an unknown one.
    package init?(name: String) {
        switch name.lowercased().filter({ $0 != "-" && $0 != "_" && $0 != " " }) {
        case "utf8", "utf8bom", "ascii", "usascii": self = .utf8
        case "utf16", "utf16le", "unicode": self = .utf16LittleEndian
        case "utf16be": self = .utf16BigEndian
        case "big5", "cp950", "ms950", "windows950": self = .big5
        case "gb18030", "gbk", "cp936", "gb2312", "windows936": self = .gb18030
        default: return nil
        }
    }

    /// The mark at a file's start that names its encoding, and how long the mark is.
    static func byteOrderMark(_ bytes: some Collection<UInt8>) -> (encoding: TextEncoding, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        return nil
    }

    /// The name the conversion library knows it by.
    var libraryName: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian: "UTF-16LE"
        case .utf16BigEndian: "UTF-16BE"
        case .big5: "CP950"
        case .gb18030: "GB18030"
        }
    }

    /// True when lines and cells can be told apart before decoding: no second byte of a character looks like a line
    /// end, quote, comma, semicolon or tab.
    var isSplitBeforeDecoding: Bool {
        switch self {
        case .utf8, .big5, .gb18030: true
        case .utf16LittleEndian, .utf16BigEndian: false
        }
    }
}
