/// How the columns and words of a file from elsewhere become our fields: the content of an import map.
///
/// Field names are not checked here: which fields exist depends on what is imported, so `Exchange` refuses unknown ones,
/// with `file` and the entry's `line`.
package struct ImportMap: Hashable, Sendable {
    /// Where one of our fields comes from.
    package struct Column: Hashable, Sendable {
        package var field: String
        /// One source, or several whose cells are joined by `joinedBy`, empty cells left out.
        package var sources: [Reference]
        package var joinedBy: String
        /// Line in the map's file; 0 when the map was not read from one.
        package var line: Int

        package init(field: String, sources: [Reference], joinedBy: String = " ", line: Int = 0) {
            self.field = field
            self.sources = sources
            self.joinedBy = joinedBy
            self.line = line
        }
    }

    package enum Reference: Hashable, Sendable {
        /// The column under this header, compared after trimming and case folding.
        case header(String)
        /// The column by its place, the first is 1.
        case index(Int)
    }

    /// A word of theirs in one of our fields, and what it stands for.
    package struct Translation: Hashable, Sendable {
        package var field: String
        package var theirs: String
        package var ours: String
        package var line: Int

        package init(field: String, theirs: String, ours: String, line: Int = 0) {
            self.field = field
            self.theirs = theirs
            self.ours = ours
            self.line = line
        }
    }

    /// What a field gets where the file says nothing.
    package struct Default: Hashable, Sendable {
        package var field: String
        package var value: String
        package var line: Int

        package init(field: String, value: String, line: Int = 0) {
            self.field = field
            self.value = value
            self.line = line
        }
    }

    package enum Delimiter: Hashable, Sendable {
        /// One ASCII character.
        case character(UInt8)
        /// Any run of blanks and tabs, as in space-aligned tables.
        case whitespace
    }

    /// The map's file, for messages; empty when there is none.
    package var file: String = ""
    package var columns: [Column] = []
    package var values: [Translation] = []
    package var defaults: [Default] = []
    /// Such as `yyyy-MM-dd` or `M/d/yyyy H:mm`; nil tries the usual forms.
    package var dateFormat: String?
    /// Such as `utf-8`, `big5`, `gb18030`; nil detects it.
    package var encoding: String?
    /// Nil detects it.
    package var delimiter: Delimiter?
    /// Whether the first row names the columns.
    package var hasHeader = true
    /// The name under which the rows are known (source + reference is the key); nil takes it from the command line.
    package var source: String?
    /// ISO 4217 code of amounts that do not say.
    package var currency: String?
    /// Region of phones and plates that do not say: `TW`, `CN` or `HK`.
    package var region: String?

    package static let columnsMax = 256
    package static let translationsMax = 10_000

    package init() {}
}
