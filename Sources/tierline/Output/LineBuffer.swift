import WorkingTime

/// Gathers lines for standard output and writes them in large pieces: for commands that stream hundreds of thousands.
struct LineBuffer {
    private var bytes: [UInt8] = []
    /// Gathered bytes after which they are written.
    private static let flushBytes = 1 << 18

    init() {
        bytes.reserveCapacity(Self.flushBytes * 5 / 4)
    }

    mutating func append(_ text: StaticString) {
        bytes.append(text)
    }

    mutating func append(_ number: some BinaryInteger) { bytes.append(contentsOf: String(number).utf8) }

    /// A text in quotes, or null.
    mutating func append(quoted text: String?) {
        guard let text else { return append("null") }
        JSON.writeQuoted(text, to: &bytes)
    }

    /// An instant in quotes as RFC 3339 with the zone's offset, or null.
    mutating func append(_ instant: Instant?, in zone: ZoneRules) {
        guard let instant else { return append("null") }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(instant, in: zone)
        bytes.append(UInt8(ascii: "\""))
    }

    /// A part of a line; what has been gathered may be written before the line ends.
    mutating func append(_ part: [UInt8]) {
        if part.count >= Self.flushBytes {
            flush()
            Output.write(part)
            return
        }
        bytes.append(contentsOf: part)
        if bytes.count >= Self.flushBytes { flush() }
    }

    mutating func endLine() {
        bytes.append(0x0A)
        if bytes.count >= Self.flushBytes { flush() }
    }

    /// Writes what has been gathered.
    mutating func flush() {
        Output.write(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
