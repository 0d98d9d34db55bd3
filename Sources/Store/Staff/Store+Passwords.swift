import CSodium
import Dossier
package import WorkingTime

/// What a password was answered with.
package enum PasswordAnswer: Sendable, Hashable {
    case accepted
    case wrong(triesLeft: Int)
    /// Too many wrong ones: nothing is looked at before that instant.
    case blocked(until: Instant)
    /// The person has no password, so nobody can sign in as them.
    case notSet
}

/// How passwords are kept and tried.
package enum PasswordRule {
    package static let bytesMin = 6
    package static let bytesMax = 1_024
    /// Wrong tries within `windowSeconds` before the next is refused unseen.
    package static let triesMax = 5
    package static let windowSeconds: Int64 = 15 * 60
}

extension Store {
    /// Keeps a password's hash: argon2id, 64 MiB, 3 passes. Takes a fifth of a second, none of it in a transaction.
    package func setPassword(_ password: String, of login: String, by actor: String, at: Instant) throws(StoreError) {
        guard password.utf8.count >= PasswordRule.bytesMin else { throw .badValue(field: "password", value: "…") }
        try Limit.text(password, field: "password", max: PasswordRule.bytesMax)
        let hash = try Self.hash(password)
        try engine.write { session throws(StoreError) -> Void in
            try session.requireAgent(login)
            try session.run(
                """
                INSERT INTO passwords (login, hash, changed_at) VALUES ($1, $2, $3)
                ON CONFLICT (login) DO UPDATE SET hash = $2, changed_at = $3
                """, login, hash, at)
            try session.run("DELETE FROM password_failures WHERE login = $1", login)
            try session.appendTrail(
                chain, at: at, actor: actor, act: AuditAct.setPassword, subject: login, detail: "")
        }
    }

    package func hasPassword(_ login: String) throws(StoreError) -> Bool {
        try engine.read { session throws(StoreError) in try session.passwordHash(of: login) } != nil
    }

    /// Tries a password. The try is counted before it is looked at, so that many at once are counted too.
    package func checkPassword(_ password: String, of login: String, at: Instant) throws(StoreError) -> PasswordAnswer {
        let since = Instant(microseconds: at.microseconds - PasswordRule.windowSeconds * 1_000_000)
        let begun = try engine.write {
            session throws(StoreError) -> (answer: PasswordAnswer?, hash: String, tries: Int) in
            guard let hash = try session.passwordHash(of: login) else { return (.notSet, "", 0) }
            try session.run("DELETE FROM password_failures WHERE login = $1 AND at <= $2", login, since)
            let tries = try session.all("SELECT at FROM password_failures WHERE login = $1 ORDER BY at", login) {
                $0.instant(0)
            }
            if tries.count >= PasswordRule.triesMax, let first = tries.first {
                try session.appendTrail(
                    chain, at: at, actor: login, act: AuditAct.signInRefused, subject: login, detail: "blocked")
                return (.blocked(until: first + TimeLength(seconds: PasswordRule.windowSeconds)), "", 0)
            }
            try session.run(
                "INSERT INTO password_failures (id, login, at) VALUES ($1, $2, $3)",
                (try session.integer("SELECT MAX(id) FROM password_failures") ?? 0) + 1, login, at)
            return (nil, hash, tries.count + 1)
        }
        if let answer = begun.answer { return answer }
        let isRight = Self.matches(begun.hash, password)
        try engine.write { session throws(StoreError) -> Void in
            if isRight { try session.run("DELETE FROM password_failures WHERE login = $1", login) }
            try session.appendTrail(
                chain, at: at, actor: login, act: isRight ? AuditAct.signIn : AuditAct.signInRefused, subject: login,
                detail: isRight ? "" : "wrong password")
        }
        return isRight ? .accepted : .wrong(triesLeft: PasswordRule.triesMax - begun.tries)
    }

    /// Names the operating system's user whom every line of the trail names beside the actor from now on.
    package func setOperatingUser(_ user: String?) { chain.osUser = user }

    private static func hash(_ password: String) throws(StoreError) -> String {
        guard tl_sodium_start() == 0 else {
            throw .engine(code: -1, message: "libsodium found no source of randomness", sql: nil)
        }
        var password = password
        var text = [CChar](repeating: 0, count: Int(tl_password_hash_bytes))
        let code = password.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { tl_password_hash(&text, $0.baseAddress, $0.count) }
        }
        guard code == 0 else { throw .engine(code: -1, message: "no memory to hash a password", sql: nil) }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func matches(_ hash: String, _ password: String) -> Bool {
        guard tl_sodium_start() == 0 else { return false }
        var password = password
        return password.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { tl_password_matches(hash, $0.baseAddress, $0.count) == 1 }
        }
    }
}

extension Session {
    func passwordHash(of login: String) throws(StoreError) -> String? {
        try first("SELECT hash FROM passwords WHERE login = $1", login) { $0.text(0) }
    }
}
