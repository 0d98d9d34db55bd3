import Glibc
import Store

/// A file being written for its owner alone, or standard output; takes its hash on the way.
///
/// A file appears under its name only when it is whole.
final class OutputFile {
    let path: String?
    /// Where the bytes go until the file is whole; nil for standard output.
    let pathMeanwhile: String?
    private var descriptor: Int32
    private let digest = FileDigest()
    private var isFinished = false

    init(path: String?) throws(ExportError) {
        self.path = path
        guard let path else {
            pathMeanwhile = nil
            descriptor = STDOUT_FILENO
            return
        }
        let meanwhile = path + ".part-\(getpid())"
        pathMeanwhile = meanwhile
        descriptor = open(meanwhile, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .cannotWrite(path: path, errno: errno) }
        fchmod(descriptor, 0o600)
    }

    deinit {
        if path != nil { close(descriptor) }
        if !isFinished, let pathMeanwhile { unlink(pathMeanwhile) }
    }

    func write(_ bytes: [UInt8]) throws(ExportError) {
        bytes.withUnsafeBytes { digest.add($0) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .cannotWrite(path: path ?? "-", errno: errno) }
            written += count
        }
    }

    /// Puts the file under its name; the hash of its content. `isWrittenElsewhere` when it was not written through here.
    func finish(isWrittenElsewhere: Bool = false) throws(ExportError) -> String? {
        isFinished = true
        guard let path, let pathMeanwhile else { return digest.finish() }
        guard fsync(descriptor) == 0, rename(pathMeanwhile, path) == 0 else {
            let code = errno
            unlink(pathMeanwhile)
            throw .cannotWrite(path: path, errno: code)
        }
        guard isWrittenElsewhere else { return digest.finish() }
        return (try? SourceFile(path: path))?.wholeFileHash()
    }
}
