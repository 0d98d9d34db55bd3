import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Recorded texts beside the tests.
enum Golden {
    /// Compares with the recorded text; with `RECORD_GOLDEN` set writes it and fails, so that no recording run passes.
    static func compare(_ text: String, _ name: String, file: String = #filePath) throws {
        let folder = file.split(separator: "/").dropLast().joined(separator: "/")
        let path = "/" + folder + "/Golden/" + name + ".txt"
        if getenv("RECORD_GOLDEN") != nil {
            try write(text, to: path)
            Issue.record("recorded \(name)")
            return
        }
        let recorded = try #require(read(path), "no recorded screen \(name)")
        #expect(text == recorded, "\(name) differs from its recording")
    }

    private static func read(_ path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func write(_ text: String, to path: String) throws {
        let file = try #require(fopen(path, "w"), "cannot write \(path)")
        defer { fclose(file) }
        let bytes = Array(text.utf8)
        #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    }
}
