import Complaints
import Customers
import Dossier
import Money
import WorkingTime

extension Complaint {
    /// The complaint without its trail; `events` is there with `ComplaintFile`.
    func json(in centre: some CaseContext) -> JSON { .object(members(in: centre)) }

    func members(in centre: some CaseContext) -> [JSON.Member] {
        [
            JSON.Member("case", .string(caseNumber.description)),
            JSON.Member("customer", .text(customer.map { CustomerID($0).description })),
            JSON.Member("state", .string(state.rawValue)),
            JSON.Member("severity", .string(severity.rawValue)),
            JSON.Member("category", .text(category)),
            JSON.Member("product", .text(product)),
            JSON.Member("summary", .string(summary)),
            JSON.Member("remedy_sought", .text(remedySought)),
            JSON.Member("channel", .string(channel)),
            JSON.Member("level", .integer(Int64(level))),
            JSON.Member("owner", .string(owner)),
            JSON.Member("handler", .string(handler)),
            JSON.Member("version", .integer(Int64(version))),
            JSON.Member("policy", .string(policy)),
            JSON.Member("received_at", .string(centre.timestamp(receivedAt))),
            JSON.Member("outcome", .text(outcome?.rawValue)),
            JSON.Member("clocks", .list(clocks) { $0.json(of: self, in: centre) }),
            JSON.Member("offers", .list(offers) { $0.json(in: centre) }),
            JSON.Member("tasks", .list(tasks) { $0.json(in: centre) }),
            JSON.Member("links", .list(links) { ["to": .string($0.to), "relation": .string($0.relation.rawValue)] }),
            JSON.Member("legal", .strings(legal.map(\.rawValue))),
        ]
    }
}

extension ComplaintFile {
    /// The complaint with its whole trail, oldest first.
    func json(in centre: some CaseContext) -> JSON {
        .object(complaint.members(in: centre) + [JSON.Member("events", .list(events) { $0.json(in: centre) })])
    }
}

extension RecordedEvent {
    func json(in centre: some CaseContext) -> JSON {
        .object(event.members(in: centre) + [JSON.Member("hash", .string(hash))])
    }
}

extension Event {
    func members(in centre: some CaseContext) -> [JSON.Member] {
        [
            JSON.Member("seq", .integer(Int64(sequence))),
            JSON.Member("event_id", .string(eventID)),
            JSON.Member("type", .string(type.rawValue)),
            JSON.Member("occurred_at", .string(centre.timestamp(occurredAt))),
            JSON.Member("recorded_at", .string(centre.timestamp(recordedAt))),
            JSON.Member("actor", .string(actor)),
            JSON.Member("role", .string(role.rawValue)),
            JSON.Member(
                "fields",
                .object(fields.sorted { $0.key < $1.key }.map { JSON.Member($0.key, $0.value.json(in: centre)) })),
        ]
    }
}

extension FieldValue {
    func json(in centre: some CaseContext) -> JSON {
        switch self {
        case .text(let text): .string(text)
        case .integer(let number): .integer(number)
        case .boolean(let flag): .boolean(flag)
        case .instant(let instant): .string(centre.timestamp(instant))
        }
    }
}

extension ComplaintClock {
    func json(of complaint: Complaint, in centre: some CaseContext) -> JSON {
        [
            "clock": .string(name),
            "generation": .integer(Int64(generation)),
            "start": .string(centre.timestamp(start)),
            "budget": .string(budget),
            "due": centre.timestamp(due),
            "state": .string(state.rawValue),
            "remaining": .text(centre.remaining(of: self, complaint)?.iso8601),
            "provisional": .boolean(isProvisional),
            "late": .text(late(at: centre.now)?.iso8601),
            "met_at": centre.timestamp(metAt),
        ]
    }
}

extension Offer {
    func json(in centre: some CaseContext) -> JSON {
        [
            "offer": .integer(Int64(version)), "remedy_type": .string(remedy.rawValue),
            "amount": .count(amount?.minorUnits), "currency": .text(amount?.currency.rawValue),
            "expires": .string(centre.timestamp(expires)), "state": .string(state.rawValue), "by": .string(proposer),
            "offered_at": .string(centre.timestamp(offeredAt)), "approval": .count(approval),
        ]
    }
}

extension UnitTask {
    func json(in centre: some CaseContext) -> JSON {
        [
            "task": .integer(Int64(number)), "unit": .string(unit), "summary": .string(summary), "area": .text(area),
            "skill": .text(skill), "due": centre.timestamp(due), "status": .string(status.rawValue),
            "sent_at": .string(centre.timestamp(sentAt)),
        ]
    }
}

extension CaseEffect {
    func json(in centre: some CaseContext) -> JSON {
        [
            "at": .string(centre.timestamp(at)), "effect": .string(kind.rawValue), "clock": .text(clock),
            "generation": .count(generation), "stage": .text(stage?.text), "due": centre.timestamp(due),
            "target": .text(target), "late_minutes": .count(lateMinutes), "from": .text(from), "to": .text(to),
        ]
    }
}
