import Glibc

/// Files with personal data: made anew, readable by their owner alone.
enum PrivateFile {
    static func write(_ text: String, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure(.cannotCreate, "E_CANNOT_CREATE", "\(path): errno \(errno)") }
        defer { close(descriptor) }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw Failure(.inputOutput, "E_IO", "\(path): errno \(errno)") }
            rest = rest.dropFirst(count)
        }
    }
}
