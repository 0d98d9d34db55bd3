import Glibc
import Store

/// Puts new bytes into a file of the user's own: whole or not at all, with the file's permissions, behind its links.
enum FileReplacement {
    /// Why it could not be done: what the system said.
    struct Fault: Error {
        /// errno of the call that failed.
        var number: Int32
    }

    static func write(_ bytes: [UInt8], over path: String) throws(Fault) {
        guard let resolved = realpath(path, nil) else { throw Fault(number: errno) }
        let target = String(cString: resolved)
        free(resolved)
        var status = stat()
        guard stat(target, &status) == 0 else { throw Fault(number: errno) }
        do {
            try AtomicFile.write(bytes, to: target)
        } catch {
            throw Fault(number: error.errorNumber)
        }
        guard chmod(target, status.st_mode & 0o7777) == 0 else { throw Fault(number: errno) }
    }
}
