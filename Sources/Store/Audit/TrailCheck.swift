import CSodium

/// Walks the lines of the trail in order and holds each against the one before.
struct TrailCheck: Sendable {
    /// The earliest key at hand: the seed, or the key in the file.
    private let earliest: AuditKey
    private let checkpoints: [Int: String]
    private var key: AuditKey
    private var day: Int64 = 0
    private var content: [UInt8] = []
    private(set) var number: Int64 = 0
    private(set) var hash = AuditChain.origin
    private var link: [UInt8] = []
    private(set) var events = 0
    private(set) var firstKeyedLine: Int?

    init(key: AuditKey, checkpoints: [AuditCheckpoint]) {
        earliest = key
        self.key = key
        self.checkpoints = Dictionary(checkpoints.map { ($0.lines, $0.head) }, uniquingKeysWith: { first, _ in first })
        content.reserveCapacity(1_024)
    }

    static let columns = "number, at, actor, act, subject, detail, hash, os_user, key_day, link"

    /// Takes the next row of `columns`; the fault it shows, if any.
    mutating func take(_ row: any Statement) -> AuditVerdict? {
        let next = row.integer(0)
        guard next == number + 1 else { return .lineMissing(number: Int(number + 1)) }
        let changed = AuditVerdict.lineChanged(number: Int(next))
        let rowDay = row.integer(8)
        guard rowDay >= day, rowDay <= AuditKey.dayMax else { return changed }
        day = rowDay
        read(row)
        let kept = row.bytes(6)
        if day >= earliest.day {
            if key.day < day { key = key.evolved(to: day) }
            guard key.hash(content, after: hash) == kept else { return changed }
            if firstKeyedLine == nil { firstKeyedLine = Int(next) }
        }
        let keptLink = row.bytes(9)
        guard keptLink.isEmpty || keptLink == auditLink(content, hash: kept, after: link) else { return changed }
        (number, hash, link) = (next, kept, keptLink)
        if isEvent(row) { events += 1 }
        if let noted = checkpoints[Int(next)], noted != hexadecimal(kept) { return .headChanged(number: Int(next)) }
        return nil
    }

    /// What the checkpoints say of lines that are no more.
    var cutTail: AuditVerdict? {
        guard let noted = checkpoints.keys.max(), noted > Int(number) else { return nil }
        return .tailCut(lines: Int(number), noted: noted)
    }

    /// The bytes `AuditLine.canonicalBytes` gives, without a string in between.
    private mutating func read(_ row: any Statement) {
        content.removeAll(keepingCapacity: true)
        append(row.integer(0))
        append(row.integer(1))
        for column in 2...5 { append(row, column) }
        if !row.isNull(7) { append(row, 7) }
    }

    private mutating func append(_ row: any Statement, _ column: Int) {
        row.withUTF8(column) { bytes in
            append(Int64(bytes.count))
            content.append(contentsOf: bytes)
        }
    }

    private mutating func append(_ value: Int64) {
        withUnsafeBytes(of: value.bigEndian) { content.append(contentsOf: $0) }
    }

    private func isEvent(_ row: any Statement) -> Bool {
        row.withUTF8(3) { $0.elementsEqual(AuditAct.event.utf8) }
    }
}
