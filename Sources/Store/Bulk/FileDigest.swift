import CSodium

/// The SHA-256 of a file, taken while the file is read for something else.
package final class FileDigest {
    private var state: OpaquePointer?

    package init() {
        state = tl_sha256_begin()
    }

    deinit { tl_sha256_end(state, nil) }

    package func add(_ bytes: UnsafeRawBufferPointer) {
        tl_sha256_add(state, bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count)
    }

    /// Lower-case hexadecimal digits; nil when asked again, or without memory.
    package func finish() -> String? {
        guard let state else { return nil }
        var hash = [UInt8](repeating: 0, count: Int(tl_hash_bytes))
        tl_sha256_end(state, &hash)
        self.state = nil
        return hexadecimal(hash)
    }
}
