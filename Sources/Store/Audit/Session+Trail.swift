import CSodium
import WorkingTime

extension Session {
    /// Appends a line to the trail; returns its number and hash.
    @discardableResult
    func appendTrail(
        _ chain: AuditChain, at: Instant, actor: String, act: String, subject: String, detail: String
    ) throws(StoreError) -> (number: Int64, hash: [UInt8]) {
        let last = try first("SELECT number, hash FROM audit_trail ORDER BY number DESC LIMIT 1") {
            (number: $0.integer(0), hash: $0.bytes(1))
        }
        let line = AuditLine(
            number: (last?.number ?? 0) + 1, at: at.microseconds, actor: actor, act: act, subject: subject,
            detail: detail)
        let hash = chain.hash(line, after: last?.hash ?? AuditChain.origin)
        try run(
            "INSERT INTO audit_trail (number, at, actor, act, subject, detail, hash) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            line.number, line.at, line.actor, line.act, line.subject, line.detail, hash)
        return (line.number, hash)
    }
}
