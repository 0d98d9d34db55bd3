import CSodium

/// The secret and the arithmetic of the audit trail: each line's hash is keyed and covers the line before.
///
/// It proves to a holder of the key that no line before a known head was changed, removed or put in. It proves nothing
/// against somebody who holds key and file, nor that the last lines were not cut off since the head was noted.
struct AuditChain: Sendable {
    private let key: [UInt8]

    /// Reads the key of an existing store.
    init(besideStore path: String) throws(StoreError) {
        let file = path + Self.keySuffix
        guard let key = try HostFile.readSecret(file, limit: Self.keyBytes + 1), key.count == Self.keyBytes else {
            throw .auditKeyMissing(path: file)
        }
        self.key = key
    }

    /// Makes the key of a new store, readable by its owner alone.
    init(creatingBeside path: String) throws(StoreError) {
        guard tl_sodium_start() == 0 else {
            throw .engine(code: -1, message: "libsodium found no source of randomness", sql: nil)
        }
        var key = [UInt8](repeating: 0, count: Self.keyBytes)
        tl_random(&key, key.count)
        try HostFile.writeSecret(key, to: path + Self.keySuffix)
        self.key = key
    }

    /// The hash of a line that follows one with the hash `previous`.
    func hash(_ line: AuditLine, after previous: [UInt8]) -> [UInt8] {
        let content = line.canonicalBytes
        var hash = [UInt8](repeating: 0, count: Self.hashBytes)
        tl_hmac_sha256(&hash, key, previous, previous.count, content, content.count)
        return hash
    }

    /// What the first line follows.
    static let origin = [UInt8](repeating: 0, count: hashBytes)
    static let keySuffix = "-audit-key"
    static let keyBytes = Int(tl_key_bytes)
    static let hashBytes = Int(tl_hash_bytes)
}

/// One line of the trail before it is hashed.
struct AuditLine: Equatable {
    var number: Int64
    var at: Int64
    var actor: String
    /// What was done: `register`, `refused`, `create_customer` …
    var act: String
    /// What it was done to: a case number, a customer.
    var subject: String
    var detail: String

    /// Each field after its length, so that no two lines have the same bytes.
    var canonicalBytes: [UInt8] {
        var bytes: [UInt8] = []
        append(number, to: &bytes)
        append(at, to: &bytes)
        for text in [actor, act, subject, detail] {
            append(Int64(text.utf8.count), to: &bytes)
            bytes.append(contentsOf: text.utf8)
        }
        return bytes
    }

    private func append(_ value: Int64, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }
}

/// The SHA-256 of bytes, in hexadecimal digits.
func sha256Hexadecimal(_ bytes: [UInt8]) -> String {
    var hash = [UInt8](repeating: 0, count: AuditChain.hashBytes)
    tl_sha256(&hash, bytes, bytes.count)
    return hexadecimal(hash)
}

/// Bytes as lower-case hexadecimal digits.
func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}
