import CSodium
import WorkingTime

extension Session {
    /// Appends a line to the trail; returns its number and hash.
    @discardableResult
    func appendTrail(
        _ chain: AuditChain, at: Instant, actor: String, act: String, subject: String, detail: String
    ) throws(StoreError) -> (number: Int64, hash: [UInt8]) {
        let last = try first("SELECT number, hash, key_day, link FROM audit_trail ORDER BY number DESC LIMIT 1") {
            (number: $0.integer(0), hash: $0.bytes(1), day: $0.integer(2), link: $0.bytes(3))
        }
        // Never an earlier day's key than the line before has, whatever this process's clock says.
        chain.seal(through: min(max(last?.day ?? 0, Clock.now().day), AuditKey.dayMax))
        let line = AuditLine(
            number: (last?.number ?? 0) + 1, at: at.microseconds, actor: actor, act: act, subject: subject,
            detail: detail, osUser: chain.osUser)
        let key = chain.key
        let content = line.canonicalBytes
        let hash = key.hash(content, after: last?.hash ?? AuditChain.origin)
        let link = auditLink(content, hash: hash, after: last?.link ?? [])
        try run(
            """
            INSERT INTO audit_trail (number, at, actor, act, subject, detail, hash, os_user, key_day, link)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """, line.number, line.at, line.actor, line.act, line.subject, line.detail, hash, line.osUser, key.day,
            link)
        return (line.number, hash)
    }
}

extension Instant {
    /// Days since 1970 in UTC.
    var day: Int64 { floorQuotient(seconds, 86_400) }
}
