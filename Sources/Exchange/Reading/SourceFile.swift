import Glibc
import Store

/// A plain file open for reading; closed with its last owner.
class SourceFile {
    let path: String
    let size: Int64
    private var bytesRead: Int64 = 0
    private let descriptor: Int32
    /// Of everything read so far.
    private let digest = FileDigest()
    private let identity: (device: dev_t, node: ino_t)

    convenience init(path: String) throws(ImportError) {
        try self.init(path: path, descriptor: Self.open(path))
    }

    static func open(_ path: String) throws(ImportError) -> Int32 {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw errno == ENOENT || errno == ENOTDIR
                ? .noSuchFile(path: path) : .unreadable(path: path, errno: errno)
        }
        return descriptor
    }

    /// Takes over the descriptor.
    init(path: String, descriptor: Int32) throws(ImportError) {
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

    /// How much was read, of how much.
    var progress: (read: Int64, total: Int64) { (bytesRead, size) }

    /// Bytes kept in memory because rows of theirs may still be refused.
    var bytesKept: Int { 0 }

    /// Says that nothing before the place will be asked for again.
    func release(before offset: Int64) {}

    /// SHA-256 of the file, once all of it was read; nil before.
    func hash() -> String? { bytesRead == size ? digest.finish() : nil }

    /// The bytes at a place in the file, read again; fewer when the file has become shorter.
    func bytes(at offset: Int64, count: Int) -> [UInt8] { storedBytes(at: offset, count: count) }

    private func storedBytes(at offset: Int64, count: Int) -> [UInt8] {
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

    /// SHA-256 of the whole file, read from its start; nil when it cannot be read.
    func wholeFileHash() -> String? {
        let digest = FileDigest()
        var offset: Int64 = 0
        while offset < size {
            let chunk = storedBytes(at: offset, count: ImportLimits.chunkBytes)
            guard !chunk.isEmpty else { return nil }
            chunk.withUnsafeBytes { digest.add($0) }
            offset += Int64(chunk.count)
        }
        return digest.finish()
    }
}
