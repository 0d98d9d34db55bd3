package import Configuration
package import Customers
package import Money
package import WorkingTime

/// One file to be read, and how.
package struct ImportRequest: Sendable {
    package var kind: ImportKind
    package var file: String
    package var map: ImportMap?
    /// The name references belong to (source + reference is the key); nil takes the map's, else the file's name
    /// without folder and ending.
    package var source: String?
    /// Nil takes the map's, else the file's byte order mark, else UTF-8.
    package var encoding: TextEncoding?
    /// Name or number of a workbook's sheet; nil takes the first one that is visible.
    package var sheet: String?
    /// Region of phones and plates that do not say; nil takes the map's, else the centre's.
    package var region: Region?
    /// Currency of amounts that do not say; nil takes the map's, else the centre's.
    package var currency: Currency?
    /// In which dates and times without an offset are read.
    package var zone: ZoneRules
    /// True: everything is read and checked, nothing is kept.
    package var isDryRun: Bool
    /// Where rejected rows go; nil puts them beside the file as `<name>.rejects<ending>`.
    package var rejectsFile: String?
    /// Login of who imports.
    package var by: String
    package var startedAt: Instant

    package init(
        kind: ImportKind, file: String, map: ImportMap? = nil, source: String? = nil, encoding: TextEncoding? = nil,
        sheet: String? = nil, region: Region? = nil, currency: Currency? = nil, zone: ZoneRules, isDryRun: Bool = false,
        rejectsFile: String? = nil,
        by: String, startedAt: Instant
    ) {
        self.kind = kind
        self.file = file
        self.map = map
        self.source = source
        self.encoding = encoding
        self.sheet = sheet
        self.region = region
        self.currency = currency
        self.zone = zone
        self.isDryRun = isDryRun
        self.rejectsFile = rejectsFile
        self.by = by
        self.startedAt = startedAt
    }
}
