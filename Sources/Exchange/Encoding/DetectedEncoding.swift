/// The encoding a file is read in, and who says so.
package struct DetectedEncoding: Sendable, Hashable {
    package enum Witness: String, Sendable, Hashable {
        /// The command, or the person at the desk.
        case told
        case map
        /// The mark at the file's start.
        case mark
        /// The bytes themselves.
        case content
        /// It is a workbook, which says so itself.
        case workbook
        /// Nothing but ASCII was seen, which is the same in all of them but UTF-16.
        case ascii
        /// The bytes fit no encoding we read; rows that do not fit UTF-8 are refused.
        case nothing
    }

    package var encoding: TextEncoding
    package var witness: Witness
    /// What another library takes the bytes for when none of ours fits: `WINDOWS-1252`; for the message.
    package var looksLike: String?

    package init(_ encoding: TextEncoding, _ witness: Witness, looksLike: String? = nil) {
        self.encoding = encoding
        self.witness = witness
        self.looksLike = looksLike
    }
}
