/// What the terminal's bytes mean.
package enum InputEvent: Sendable, Hashable {
    case key(Key)
    case paste(Paste)
    /// A sequence nobody knows, or bytes that are no UTF-8: swallowed whole, at most `InputDecoder.sequenceBytesMax`
    /// of them kept for the log.
    case unknown([UInt8])
}

/// Text that came between the brackets of a bracketed paste.
package struct Paste: Sendable, Hashable {
    /// Line ends are `\n`; control characters other than that are gone. Tabs are spaces.
    package var text: String
    /// There was more than `InputDecoder.pasteBytesMax`; the rest is gone.
    package var isTruncated: Bool

    package init(text: String, isTruncated: Bool = false) {
        self.text = text
        self.isTruncated = isTruncated
    }
}
