import Glibc

/// Reads small files whole, through the system's own calls.
enum ConfigurationFile {
    /// Larger files are refused: none of ours comes near.
    static let bytesMax = 4 << 20

    static func bytes(_ path: String, most: Int = bytesMax) throws(ConfigurationError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(path) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw ConfigurationError(file: path, .unreadable(reason: "not a plain file"))
        }
        return try contents(of: descriptor, path, most: most)
    }

    /// The first bytes of a file; nil when it cannot be read.
    static func head(_ path: String, bytes count: Int) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var block = [UInt8](repeating: 0, count: count)
        let got = read(descriptor, &block, count)
        return got < 0 ? nil : Array(block[..<got])
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// The names in a folder, at most `most` of them, sorted; none when it cannot be read.
    static func names(in folder: String, most: Int) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while names.count < most, let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
                String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    static func environment(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }

    /// The size a file says it has is not believed: it is read until it ends.
    private static func contents(
        of descriptor: Int32, _ path: String, most: Int
    ) throws(ConfigurationError) -> [UInt8] {
        var all: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = read(descriptor, &block, block.count)
            if count == 0 { return all }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure(path)
            }
            guard all.count + count <= most else { throw ConfigurationError(file: path, .tooLarge(bytesMax: most)) }
            all += block[..<count]
        }
    }

    private static func failure(_ path: String) -> ConfigurationError {
        let code = errno
        if code == ENOENT || code == ENOTDIR { return ConfigurationError(file: path, .notFound) }
        return ConfigurationError(file: path, .unreadable(reason: String(cString: strerror(code))))
    }
}
