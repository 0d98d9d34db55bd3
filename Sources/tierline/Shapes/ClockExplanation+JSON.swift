import Complaints
import WorkingTime

extension ClockExplanation {
    /// The arithmetic as programs read it; instants in the clock's own zone.
    func json(of number: CaseNumber, in centre: Centre, _ calendar: WorkingCalendar) -> JSON {
        func at(_ instant: Instant?) -> JSON { instant.map { .string($0.rfc3339(in: calendar.zone)) } ?? .null }
        return [
            "case": .string(number.description), "clock": .string(clock.name),
            "generation": .integer(Int64(clock.generation)), "state": .string(state.rawValue),
            "subject": .count(subject), "start": at(start), "budget": .text(budget?.description), "due": at(due),
            "due_if_resumed": at(dueIfResumed), "provisional": .boolean(isProvisional),
            "remaining": .text(remaining?.iso8601), "late": .text(late?.iso8601), "met_at": at(metAt),
            "breached_at": at(breachedAt), "opened_at": at(openedAt), "cause": .string(cause.rawValue),
            "policy": .string(policy), "calendar": .string(self.calendar.name),
            "calendar_version": .string(self.calendar.version),
            "calendar_successors": .list(self.calendar.successors) {
                ["version": .string($0.version), "from": at($0.from)]
            },
            "time_zone": .string(self.calendar.zone), "tzdata": .text(emptyAsNil(self.calendar.zoneVersion)),
            "covers": [
                .string(self.calendar.covers.lowerBound.description),
                .string(self.calendar.covers.upperBound.description),
            ],
            "binding": .string(binding), "steps": .list(steps) { $0.json },
            "omitted_dates": .integer(Int64(omittedDates)),
            "pauses": .list(pauses) { pause in
                [
                    "reason": .string(pause.reason), "awaiting": .string(pause.awaiting), "from": at(pause.from),
                    "until": at(pause.until), "counted": .string(pause.counted.iso8601),
                ]
            },
            "adjustments": .list(adjustments) { $0.json(at) },
            "law": law.map { law in
                [
                    "regime": .string(law.regime), "due": at(law.due), "safe": at(law.safe),
                    "internal_due": at(law.internalDue), "binding": .boolean(law.isBinding),
                ]
            } ?? .null,
            "former": .list(former) { generation in
                [
                    "generation": .integer(Int64(generation.generation)), "cause": .string(generation.cause.rawValue),
                    "budget": .string(generation.budget), "due": at(generation.due),
                    "opened_at": at(generation.openedAt), "state": .string(generation.state.rawValue),
                ]
            },
        ]
    }

    /// Which target rules: the law's safe target, the given date, or what the policy promises.
    var binding: String {
        if law?.isBinding == true { return "law" }
        return budget == nil ? "given" : "policy"
    }

    private func emptyAsNil(_ text: String) -> String? { text.isEmpty ? nil : text }
}

extension DueAdjustment {
    fileprivate func json(_ at: (Instant?) -> JSON) -> JSON {
        switch self {
        case .lawTakesPrecedence(let due): ["rule": "law", "would_be": at(due)]
        case .ratchet(let due): ["rule": "ratchet", "would_be": at(due)]
        case .grace(let due): ["rule": "grace", "would_be": at(due)]
        case .extended(let due): ["rule": "extended", "would_be": at(due)]
        case .given: ["rule": "given", "would_be": .null]
        }
    }
}
