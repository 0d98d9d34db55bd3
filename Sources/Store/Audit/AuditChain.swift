import CSodium
import Glibc
import Synchronization

/// The secret and the arithmetic of the audit trail: each line's hash is keyed and covers the line before.
///
/// The key changes every day: a day's key is made of the day before's and the old one is forgotten, so that whoever
/// takes the machine today cannot write yesterday anew. The first key, the seed, is shown once when the store is made;
/// with it every line can be checked, without it those since the key in the file, and the rest by their links.
///
/// It proves to a holder of the seed that no line before a known head was changed, removed or put in. It proves nothing
/// against somebody who holds seed and file, nor that the last lines were not cut off since the head was noted.
final class AuditChain: Sendable {
    private let secret: Mutex<AuditKey>
    /// The operating system's user who works with the store; every line names them beside the actor.
    private let person = Mutex<String?>(nil)
    private let keyFile: String

    /// Reads the key of an existing store.
    init(besideStore path: String) throws(StoreError) {
        keyFile = path + Self.keySuffix
        guard let bytes = try HostFile.readSecret(keyFile, limit: AuditKey.fileBytes + 1),
            let key = AuditKey(fileContent: bytes)
        else { throw .auditKeyMissing(path: keyFile) }
        secret = Mutex(key)
    }

    /// Makes the key of a new store, readable by its owner alone.
    init(creatingBeside path: String, day: Int64 = Clock.now().day) throws(StoreError) {
        guard tl_sodium_start() == 0 else {
            throw .engine(code: -1, message: "libsodium found no source of randomness", sql: nil)
        }
        var bytes = [UInt8](repeating: 0, count: Self.keyBytes)
        tl_random(&bytes, bytes.count)
        let key = AuditKey(bytes: bytes, day: day)
        keyFile = path + Self.keySuffix
        try HostFile.writeSecret(key.fileContent, to: keyFile)
        secret = Mutex(key)
    }

    /// The key as the file has it, or as this process has moved it on.
    var key: AuditKey { secret.withLock { $0 } }

    var osUser: String? {
        get { person.withLock { $0 } }
        set { person.withLock { $0 = newValue } }
    }

    /// Moves to the key of `day` and forgets those before; the key of a later day stays.
    ///
    /// Called in turn with all writers. That the file could not be replaced hinders nothing: whoever opens the store
    /// next moves it on.
    func seal(through day: Int64) {
        let moved = secret.withLock { key -> AuditKey? in
            guard key.day < day else { return nil }
            key = key.evolved(to: day)
            return key
        }
        guard let moved else { return }
        var facts = Glibc.stat()
        let isThere = stat(keyFile, &facts) == 0
        guard (try? AtomicFile.write(moved.fileContent, to: keyFile)) != nil, isThere else { return }
        // A store that a group shares keeps being shared.
        chmod(keyFile, facts.st_mode & 0o660)
        _ = chown(keyFile, uid_t.max, facts.st_gid)
    }

    /// What the first line follows.
    static let origin = [UInt8](repeating: 0, count: hashBytes)
    static let keySuffix = "-audit-key"
    static let keyBytes = Int(tl_key_bytes)
    static let hashBytes = Int(tl_hash_bytes)
}

/// The key of one day.
struct AuditKey: Sendable, Equatable {
    private(set) var bytes: [UInt8]
    /// Days since 1970 in UTC. Keys of before there were days have day 0.
    private(set) var day: Int64

    init(bytes: [UInt8], day: Int64) {
        self.bytes = bytes
        self.day = day
    }

    /// The key of a later day: each day's is made of the day before's, and there is no way back.
    func evolved(to later: Int64) -> AuditKey {
        var key = self
        while key.day < later {
            var next = [UInt8](repeating: 0, count: AuditChain.hashBytes)
            tl_hmac_sha256(&next, key.bytes, Self.step, Self.step.count, [], 0)
            key = AuditKey(bytes: next, day: key.day + 1)
        }
        return key
    }

    /// The hash of a line that follows one with the hash `previous`.
    func hash(_ content: [UInt8], after previous: [UInt8]) -> [UInt8] {
        var hash = [UInt8](repeating: 0, count: AuditChain.hashBytes)
        tl_hmac_sha256(&hash, bytes, previous, previous.count, content, content.count)
        return hash
    }

    init?(fileContent: [UInt8]) {
        switch fileContent.count {
        case AuditChain.keyBytes: self.init(bytes: fileContent, day: 0)
        case Self.fileBytes:
            let day = fileContent[AuditChain.keyBytes...].reduce(0) { $0 << 8 | Int64($1) }
            guard (0...Self.dayMax).contains(day) else { return nil }
            self.init(bytes: Array(fileContent[..<AuditChain.keyBytes]), day: day)
        default: return nil
        }
    }

    var fileContent: [UInt8] { bytes + withUnsafeBytes(of: day.bigEndian) { Array($0) } }

    /// `20780-9f86d0…`: the form a seed is written down in.
    var text: String { "\(day)-\(hexadecimal(bytes))" }

    init?(text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = Int64(parts[0]), (0...Self.dayMax).contains(day),
            let bytes = bytesOfHexadecimal(String(parts[1])), bytes.count == AuditChain.keyBytes
        else { return nil }
        self.init(bytes: bytes, day: day)
    }

    static let fileBytes = AuditChain.keyBytes + 8
    /// The year 10000, more or less: a damaged day must not make us hash for ever.
    static let dayMax: Int64 = 3_000_000
    private static let step = Array("tierline audit: the key of the next day".utf8)
}

/// The unkeyed link of a line: holds anybody to the order and content who does not write the whole rest anew.
func auditLink(_ content: [UInt8], hash: [UInt8], after previous: [UInt8]) -> [UInt8] {
    sha256(previous + hash + content)
}

extension Store {
    /// The seed of a store just made, to be shown once and kept off the machine.
    package var auditSeed: String { chain.key.text }
}
