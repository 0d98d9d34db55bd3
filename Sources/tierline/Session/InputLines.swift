import Glibc

/// Lines of standard input, read as they come; bytes that are no UTF-8 are repaired, longer lines are cut.
struct InputLines: Sequence, IteratorProtocol {
    /// A line's bytes beyond this are dropped: no phone, plate or name is that long, and memory has an end.
    static let lineBytesMax = 65_536

    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false

    mutating func next() -> String? {
        var line: [UInt8] = []
        var hasBegun = false
        while true {
            if position == buffer.count, !fill() {
                return hasBegun ? Self.text(line) : nil
            }
            hasBegun = true
            let end = buffer[position...].firstIndex(of: UInt8(ascii: "\n"))
            let piece = buffer[position..<(end ?? buffer.count)]
            line += piece.prefix(Self.lineBytesMax - line.count)
            position = end.map { $0 + 1 } ?? buffer.count
            if end != nil { return Self.text(line) }
        }
    }

    private static func text(_ line: [UInt8]) -> String {
        String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...], as: UTF8.self)
    }

    private mutating func fill() -> Bool {
        guard !isAtEnd else { return false }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        var count = read(STDIN_FILENO, &bytes, bytes.count)
        while count < 0, errno == EINTR { count = read(STDIN_FILENO, &bytes, bytes.count) }
        guard count > 0 else {
            isAtEnd = true
            return false
        }
        buffer = Array(bytes.prefix(count))
        position = 0
        return true
    }
}
