import Complaints
import Store
import WorkingTime

/// Complaints that ran elsewhere, with their dates: they enter open or closed, as the file says.
///
/// A row is closed when it has a closing date or its status says so. A closed one without a date is dated at the last
/// date it has: when it really ended nobody noted.
struct ComplaintRows: RowKeeper {
    private let context: RowContext
    private var dates: DateReader
    private var reference: RowReference

    init(_ context: RowContext) {
        self.context = context
        let plan = context.plan
        dates = DateReader(format: context.dateFormat, zone: context.zone)
        reference = RowReference(
            source: plan[.reference], description: [plan[.customer], plan[.receivedAt], plan[.summary]],
            areAlikeRowsDistinct: true)
    }

    mutating func keep(_ record: Record, in sink: any RowSink) throws(KeepStop) -> BulkCommit? {
        let complaint: ImportedCase
        let origin: RowOrigin?
        do {
            origin = try context.origin(record)
            complaint = try self.complaint(record)
        } catch {
            throw .row(error)
        }
        let key: String?
        do {
            key = try reference.text(of: record)
        } catch {
            throw KeepStop(error)
        }
        guard let key else { throw .row(.missing(field: "reference")) }
        let owner = context.plan[.customer]?.withBytes(in: record) { $0.isEmpty ? nil : keyText($0) } ?? nil
        do {
            return try sink.add(
                complaint: complaint, reference: key, customerReference: origin?.customer == nil ? owner : nil,
                origin: origin, line: record.place.line)
        } catch {
            throw .store(error)
        }
    }

    private mutating func complaint(_ record: Record) throws(RowFault) -> ImportedCase {
        let plan = context.plan
        guard let received = plan[.receivedAt] else { throw .missing(field: "received_at") }
        guard let summary = plan[.summary]?.string(in: record) else { throw .missing(field: "summary") }
        var imported = ImportedCase(
            eventIDPrefix: "", owner: plan[.owner]?.string(in: record) ?? context.by, importedBy: context.by,
            channel: plan[.channel]?.string(in: record) ?? "import", summary: summary,
            receivedAt: try dates.instant(of: received, in: record, field: "received_at"),
            recordedAt: context.startedAt)
        imported.acknowledgedAt = try date(.acknowledgedAt, record, "acknowledged_at")
        imported.resolvedAt = try date(.resolvedAt, record, "resolved_at")
        imported.closedAt = try date(.closedAt, record, "closed_at")
        imported.remedySought = plan[.remedySought]?.string(in: record)
        imported.contact = plan[.contact]?.string(in: record)
        imported.jurisdiction = plan[.jurisdiction]?.string(in: record)
        imported.category = plan[.category]?.string(in: record)
        imported.product = plan[.product]?.string(in: record)
        imported.rootCause = plan[.rootCause]?.string(in: record)
        imported.disposition = plan[.disposition]?.string(in: record)
        imported.severity = try word(.severity, record) { Severity(rawValue: $0.uppercased()) }
        imported.isVulnerable = try word(.vulnerable, record, ComplaintWords.yesNoUnknown) ?? nil
        imported.outcome = try word(.outcome, record, ComplaintWords.outcome)
        try take(status: try word(.status, record, ComplaintWords.status), into: &imported)
        try checkOrder(imported, record)
        return imported
    }

    /// Receipt comes first, closing last, and nothing lies ahead.
    private func checkOrder(_ imported: ImportedCase, _ record: Record) throws(RowFault) {
        var last = imported.receivedAt
        for (field, instant) in [
            (ImportField.receivedAt, imported.receivedAt as Instant?), (.acknowledgedAt, imported.acknowledgedAt),
            (.resolvedAt, imported.resolvedAt), (.closedAt, imported.closedAt),
        ] {
            guard let instant else { continue }
            let earliest = field == .acknowledgedAt ? imported.receivedAt : last
            guard instant >= earliest, instant <= imported.recordedAt else {
                throw .dateOutOfOrder(
                    field: field.rawValue, text: context.plan[field]?.excerpt(of: record) ?? "")
            }
            if field != .acknowledgedAt { last = instant }
        }
    }

    private func take(status: ComplaintWords.Status?, into imported: inout ImportedCase) throws(RowFault) {
        switch status {
        case .closed where imported.closedAt == nil:
            imported.closedAt = [imported.receivedAt, imported.acknowledgedAt, imported.resolvedAt]
                .compactMap { $0 }.max()
        case .inProgress: imported.isInProgress = true
        case .resolved where imported.resolvedAt == nil && imported.closedAt == nil:
            imported.resolvedAt = max(imported.receivedAt, imported.acknowledgedAt ?? imported.receivedAt)
        case .received, .closed, .resolved, nil: break
        }
        if status != nil, status != .closed, imported.closedAt != nil {
            throw .badValue(field: "status", text: "not closed, but with a closing date")
        }
    }

    private mutating func date(
        _ field: ImportField, _ record: Record, _ name: StaticString
    ) throws(RowFault) -> Instant? {
        try dates.optionalInstant(of: context.plan[field], in: record, field: name)
    }

    private func word<Value>(
        _ field: ImportField, _ record: Record, _ read: (String) -> Value?
    ) throws(RowFault) -> Value? {
        guard let text = context.plan[field]?.string(in: record) else { return nil }
        guard let value = read(text) else { throw .badValue(field: field.rawValue, text: text) }
        return value
    }
}

/// Words of complaint lists for what we have a fixed set of.
enum ComplaintWords {
    enum Status: Equatable {
        case received
        case inProgress
        case resolved
        case closed
    }

    static func status(_ text: String) -> Status? {
        switch HeaderFold.fold(text) {
        case "received", "new", "open", "opened", "registered", "acknowledged", "待處理", "待处理", "未處理", "未处理", "已受理",
            "受理", "新案", "新建":
            .received
        case "inprogress", "pending", "assigned", "started", "waiting", "deferred", "remedyoffered", "處理中", "处理中",
            "進行中", "进行中", "等待中", "待回覆", "待回复":
            .inProgress
        case "resolved", "solved", "answered", "已解決", "已解决", "待回訪", "待回访": .resolved
        case "closed", "done", "completed", "withdrawn", "merged", "已結案", "已结案", "結案", "结案", "已完成", "已關閉", "已关闭",
            "已撤回", "已办结", "办结":
            .closed
        default: nil
        }
    }

    static func outcome(_ text: String) -> Outcome? {
        switch HeaderFold.fold(text) {
        case "upheld", "justified", "成立", "屬實", "属实": .upheld
        case "partly", "partlyupheld", "部分成立", "部分屬實", "部分属实": .partly
        case "notupheld", "unjustified", "rejected", "不成立", "不屬實", "不属实": .notUpheld
        default: nil
        }
    }

    /// Yes, no, or known to be unknown.
    static func yesNoUnknown(_ text: String) -> Bool?? {
        switch HeaderFold.fold(text) {
        case "yes", "true", "1", "y", "是", "有": .some(true)
        case "no", "false", "0", "n", "否", "無", "无": .some(false)
        case "unknown", "none", "na", "未知", "不明": .some(nil)
        default: nil
        }
    }
}
