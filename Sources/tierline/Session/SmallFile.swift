import Desk
import Glibc
import Store

/// Small files named on the command line: read whole, or added to.
enum SmallFile {
    static let bytesMax = 16 << 20

    /// The text of a file; missing, unreadable, too long and no UTF-8 are failures.
    static func text(_ path: String, wording: Wording) throws -> String {
        guard access(path, R_OK) == 0 else {
            throw Failure(.noInput, "E_NO_FILE", "\(path): \(wording.reason(errno))")
        }
        guard let text = AtomicFile.read(path, bytesMax: bytesMax) else {
            throw Failure(.badData, "E_UNREADABLE", wording.notAText(path))
        }
        return text
    }

    /// Adds a line to a file for its owner alone, on disk before it returns.
    static func append(_ line: String, to path: String, wording: Wording) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, mode_t(0o600))
        guard file >= 0 else { throw Failure(.cannotCreate, "E_CANNOT_CREATE", "\(path): \(wording.reason(errno))") }
        defer { close(file) }
        let bytes = Array((line + "\n").utf8)
        guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
            throw Failure(.inputOutput, "E_IO", "\(path): \(wording.reason(errno))")
        }
    }

    /// Puts a whole file in place, for its owner alone.
    static func put(_ text: String, at path: String, wording: Wording) throws {
        do {
            try AtomicFile.write(Array(text.utf8), to: path)
        } catch {
            throw Failure(.cannotCreate, "E_CANNOT_CREATE", "\(path): \(wording.reason(error.errorNumber))")
        }
    }
}
