/// What a file may contain; beyond it the row or the file is refused by name. Memory is bounded by these, not by the
/// file.
package enum ImportLimits {
    /// A physical line, or a record whose quoted cells hold line ends. A longer one ends the import.
    package static let lineBytesMax = 1 << 20
    package static let fieldBytesMax = 64 << 10
    package static let columnsMax = 256
    /// Bytes read from the file at a time.
    static let chunkBytes = 256 << 10
    /// Rows given up because a quote is never closed; each costs reading on to ``fieldBytesMax`` and back.
    package static let unclosedQuotesMax = 100
    /// Rows whose reference is made of several cells and so must be counted: 8 to 16 bytes each.
    package static let countedReferencesMax = 50_000_000
    package static let referenceBytesMax = 512
    /// Phones or plates taken from one row.
    package static let contactsPerRowMax = 32
    /// Bytes of a workbook's rows kept until they are settled; a batch ends early when there are more.
    static let keptBytesMax = 8 << 20
}
