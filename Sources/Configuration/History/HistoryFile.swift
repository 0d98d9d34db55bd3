package import Complaints
import Glibc

/// A history read line by line, so that its length does not matter.
package enum HistoryFile {
    private static let chunkBytes = 1 << 20

    /// Gives every line of the file at `path` (`-`: standard input) with its number; blank lines are left out.
    ///
    /// Throws at the first line that cannot be played, with its number; what `body` throws goes through.
    package static func read(
        _ path: String, _ reader: HistoryReader, _ body: (SimulationLine) throws -> Void
    ) throws {
        let name = path == "-" ? "standard input" : path
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let code = errno
            throw ConfigurationError(
                file: path, code == ENOENT ? .notFound : .unreadable(reason: String(cString: strerror(code))))
        }
        defer { if path != "-" { close(descriptor) } }
        var lines = HistoryLines(descriptor: descriptor, name: name, chunkBytes: chunkBytes)
        while let bytes = try lines.next() {
            let line: Result<SimulationLine, HistoryFault> = bytes.withUnsafeBufferPointer { buffer in
                Result { () throws(HistoryFault) in try reader.line(buffer) }
            }
            switch line {
            case .success(let line): try body(line)
            case .failure(let fault):
                throw ConfigurationError(file: name, line: lines.number, .history(fault.sentence))
            }
        }
    }
}

/// Lines of a descriptor as they come, without their ends.
private struct HistoryLines {
    let descriptor: Int32
    let name: String
    let chunkBytes: Int
    /// Number of the line given last; the first is 1.
    private(set) var number = 0
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false

    init(descriptor: Int32, name: String, chunkBytes: Int) {
        self.descriptor = descriptor
        self.name = name
        self.chunkBytes = chunkBytes
    }

    /// The next line that is not blank; nil at the end.
    mutating func next() throws -> ArraySlice<UInt8>? {
        while true {
            guard let line = try nextWhole() else { return nil }
            number += 1
            let isBlank = line.allSatisfy { $0 == 32 || $0 == 9 || $0 == 13 }
            if !isBlank { return number == 1 && line.starts(with: [0xEF, 0xBB, 0xBF]) ? line.dropFirst(3) : line }
        }
    }

    private mutating func nextWhole() throws -> ArraySlice<UInt8>? {
        var searched = position
        while true {
            if let end = newline(from: searched) {
                defer { position = end + 1 }
                return buffer[position..<end]
            }
            searched = buffer.count
            guard searched - position <= HistoryReader.lineBytesMax else {
                throw ConfigurationError(
                    file: name, line: number + 1, .tooMany("bytes in one line", most: HistoryReader.lineBytesMax))
            }
            if isAtEnd {
                defer { position = buffer.count }
                return position < buffer.count ? buffer[position...] : nil
            }
            searched -= position
            buffer.removeSubrange(..<position)
            position = 0
            try fill()
        }
    }

    private func newline(from start: Int) -> Int? {
        buffer.withUnsafeBufferPointer { bytes in
            guard start < bytes.count, let base = bytes.baseAddress,
                let found = memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
            else { return nil }
            return UnsafeRawPointer(found) - UnsafeRawPointer(base)
        }
    }

    private mutating func fill() throws {
        let old = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: chunkBytes))
        var count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress.map { $0 + old }, chunkBytes) }
        while count < 0, errno == EINTR {
            count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress.map { $0 + old }, chunkBytes) }
        }
        let code = errno
        buffer.removeSubrange((old + max(count, 0))...)
        if count < 0 {
            throw ConfigurationError(file: name, .unreadable(reason: String(cString: strerror(code))))
        }
        if count == 0 { isAtEnd = true }
    }
}
