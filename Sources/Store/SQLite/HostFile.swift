import CSQLite
import Glibc

/// What the kernel says about the store's file and the folder it lies in.
enum HostFile {
    /// Kinds of file system on which SQLite's locks and syncs hold; by the magic number of statfs(2).
    ///
    /// Overlays keep their files on one of the others; tmpfs keeps nothing over a power cut, as its users know.
    private static let trusted: Set<UInt32> = [
        0xEF53,  // ext2, ext3, ext4
        0x5846_5342,  // xfs
        0x9123_683E,  // btrfs
        0x2FC1_2FC1,  // zfs
        0xF2F5_2010,  // f2fs
        0x794C_7630,  // overlayfs
        0x0102_1994,  // tmpfs
    ]
    private static let named: [UInt32: String] = [
        0x6969: "NFS", 0xFF53_4D42: "CIFS", 0xFE53_4D42: "SMB2", 0x517B: "SMB", 0x0102_1997: "9p",
        0x6573_5546: "FUSE", 0x00C3_6400: "Ceph", 0x5346_414F: "AFS", 0x0BD0_0BD0: "Lustre", 0x786F_4256: "vboxsf",
    ]

    /// Refuses a store on a file system shared over a network or run by a user's program.
    static func checkFileSystem(of path: String) throws(StoreError) {
        var magic: UInt32 = 0
        let code = tl_file_system(path, &magic)
        guard code == 0 else { throw .unreadable(path: path, errno: code) }
        try checkFileSystem(magic: magic, path: path)
    }

    static func checkFileSystem(magic: UInt32, path: String) throws(StoreError) {
        guard !trusted.contains(magic) else { return }
        throw .fileSystemRefused(path: path, kind: named[magic] ?? "0x" + String(magic, radix: 16))
    }

    /// The file's permission bits; throws what hinders opening it.
    static func checkStore(at path: String, writing: Bool) throws(StoreError) -> mode_t {
        var facts = Glibc.stat()
        guard stat(path, &facts) == 0 else {
            throw errno == ENOENT || errno == ENOTDIR ? .missing(path: path) : .unreadable(path: path, errno: errno)
        }
        guard facts.st_mode & S_IFMT == S_IFREG else { throw .notAStore(path: path) }
        guard access(path, writing ? R_OK | W_OK : R_OK) == 0 else { throw .unreadable(path: path, errno: errno) }
        try checkFileSystem(of: path)
        return facts.st_mode & 0o666
    }

    /// Makes the file for its owner alone, and the folders above it; false when an empty one was there already.
    static func create(_ path: String) throws(StoreError) {
        let folder = parent(of: path)
        try makeFolders(folder)
        try checkFileSystem(of: folder)
        let file = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(0o600))
        guard file >= 0 else {
            throw errno == EEXIST ? .alreadyExists(path: path) : .cannotCreate(path: path, errno: errno)
        }
        Glibc.close(file)
    }

    /// Puts a small secret beside the store, for its owner alone, and on disk before it returns.
    static func writeSecret(_ bytes: [UInt8], to path: String) throws(StoreError) {
        let file = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(0o600))
        guard file >= 0 else { throw .cannotCreate(path: path, errno: errno) }
        defer { Glibc.close(file) }
        guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
            throw .cannotCreate(path: path, errno: errno)
        }
    }

    /// The bytes of a small file; nil when there is none.
    static func readSecret(_ path: String, limit: Int) throws(StoreError) -> [UInt8]? {
        let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw .unreadable(path: path, errno: errno)
        }
        defer { Glibc.close(file) }
        var bytes = [UInt8](repeating: 0, count: limit)
        let count = read(file, &bytes, limit)
        guard count >= 0 else { throw .unreadable(path: path, errno: errno) }
        return Array(bytes.prefix(count))
    }

    /// Makes the names in a folder survive a power cut.
    static func syncFolder(of path: String) throws(StoreError) {
        let folder = Glibc.open(parent(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw .cannotCreate(path: path, errno: errno) }
        defer { Glibc.close(folder) }
        guard fsync(folder) == 0 else { throw .cannotCreate(path: path, errno: errno) }
    }

    static func size(of path: String) -> Int? {
        var facts = Glibc.stat()
        return stat(path, &facts) == 0 ? Int(facts.st_size) : nil
    }

    static func remove(_ paths: [String]) {
        for path in paths { unlink(path) }
    }

    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func makeFolders(_ folder: String) throws(StoreError) {
        guard size(of: folder) == nil else { return }
        let above = parent(of: folder)
        if above != folder { try makeFolders(above) }
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw .cannotCreate(path: folder, errno: errno) }
    }
}
