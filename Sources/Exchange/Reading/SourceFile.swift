import Glibc
import Store

/// A plain file open for reading; closed with its last owner.
final class SourceFile {
    let path: String
    let size: Int64
    private var bytesRead: Int64 = 0
    private let descriptor: Int32
    /// Of everything read so far.
    private let digest = FileDigest()
    private let identity: (device: dev_t, node: ino_t)

    init(path: String) throws(ImportError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw errno == ENOENT || errno == ENOTDIR
                ? .noSuchFile(path: path) : .unreadable(path: path, errno: errno)
        }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .notAPlainFile(path: path)
        }
        self.path = path
        self.size = Int64(facts.st_size)
        self.descriptor = descriptor
        self.identity = (facts.st_dev, facts.st_ino)
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    }

    deinit { close(descriptor) }

    /// Whether an open file is this one under whatever name.
    func isSameFile(as other: Int32) -> Bool {
        var facts = stat()
        return fstat(other, &facts) == 0 && facts.st_dev == identity.device && facts.st_ino == identity.node
    }

    /// Reads up to the buffer's size from where the last read ended; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImportError) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 {
                digest.add(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count]))
                bytesRead += Int64(count)
                return count
            }
            guard errno == EINTR else { throw .unreadable(path: path, errno: errno) }
        }
    }

    /// SHA-256 of the file, once all of it was read; nil before.
    func hash() -> String? { bytesRead == size ? digest.finish() : nil }

    /// The bytes at a place in the file, read again; fewer when the file has become shorter.
    func bytes(at offset: Int64, count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = pread(
                    descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, off_t(offset) + off_t(filled))
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { return }
                filled += got
            }
        }
    }
}
