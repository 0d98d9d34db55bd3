import Glibc

/// Why a small file could not be kept.
package struct AtomicFileError: Error, Sendable, Hashable {
    package var path: String
    /// errno of the call that failed.
    package var errorNumber: Int32
}

/// Small private files that are always whole: written beside their name, synced and renamed over it.
package enum AtomicFile {
    /// Puts `bytes` at `path` (mode 0600, folders above it made with 0700); on disk when it returns.
    package static func write(_ bytes: [UInt8], to path: String) throws(AtomicFileError) {
        makeDirectories(above: path)
        let scratch = path + ".\(getpid()).tmp"
        let descriptor = open(scratch, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw AtomicFileError(path: path, errorNumber: errno) }
        let isWritten = writeAll(bytes, to: descriptor) && fsync(descriptor) == 0
        let failure = errno
        close(descriptor)
        guard isWritten, rename(scratch, path) == 0 else {
            let reason = isWritten ? errno : failure
            unlink(scratch)
            throw AtomicFileError(path: path, errorNumber: reason)
        }
        syncDirectory(of: path)
    }

    /// The text at `path`; nil when there is none, it is longer than `bytesMax`, or it is no UTF-8.
    package static func read(_ path: String, bytesMax: Int) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while bytes.count <= bytesMax {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count <= 0 { break }
            bytes.append(contentsOf: buffer[0..<count])
        }
        return bytes.count > bytesMax ? nil : String(validating: bytes, as: UTF8.self)
    }

    /// Removes the file at `path`, if there is one.
    package static func remove(_ path: String) {
        if unlink(path) == 0 { syncDirectory(of: path) }
    }

    private static func directory(of path: String) -> String {
        path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    }

    private static func makeDirectories(above path: String) {
        var made = path.hasPrefix("/") ? "" : "."
        for part in directory(of: path).split(separator: "/") {
            made += "/" + part
            mkdir(made, 0o700)
        }
    }

    private static func syncDirectory(of path: String) {
        let descriptor = open(directory(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                return false
            }
        }
        return true
    }
}
