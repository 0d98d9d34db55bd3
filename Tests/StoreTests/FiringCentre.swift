import Complaints
import Customers
import Dossier
import Foundation
import Testing
import WorkingTime

@testable import Store

/// A store with a policy, people of all levels and cases whose timers fall due.
final class FiringCentre {
    let temporary: TemporaryStore
    let customer: CustomerID
    var store: Store { temporary.store }

    init() throws {
        temporary = try TemporaryStore()
        customer = try temporary.store.createCustomer(.draft("王小明"), by: "amy", at: .march).id
        try temporary.store.addAgent(Agent(login: "sue", roles: [.supervisor]))
        try temporary.store.addAgent(Agent(login: "max", roles: [.manager]))
        temporary.store.use(try Self.book())
    }

    static func book() throws -> RulesBook {
        let always = WorkingCalendar.always(name: "cn-office")
        return RulesBook(inForce: try Rules(policy: .builtin, calendars: ["cn-office": always]))
    }

    /// Opens the same store again, as another process would.
    func another() throws -> Store {
        let store = try Store.open(temporary.path)
        store.use(try Self.book())
        return store
    }

    func registration(_ id: String, at: Instant = .march, live: Bool = true) -> Command {
        Command(
            eventID: id, type: .register,
            fields: [
                "channel": .text("phone"), "summary": .text("billed twice"), "customer": .integer(customer.number),
                "live": .boolean(live),
            ], actor: "amy", roles: [.agent, .supervisor], occurredAt: at, recordedAt: at)
    }

    @discardableResult
    func register(_ id: String, at: Instant = .march, live: Bool = true) throws -> CaseNumber {
        guard case .done(let result) = try store.perform(registration(id, at: at, live: live), on: nil) else {
            throw StoreError.engine(code: 0, message: "not registered", sql: nil)
        }
        return result.file.complaint.caseNumber
    }

    func timer(of number: CaseNumber) throws -> (fireAt: Instant, stage: String)? {
        try store.engine.read { session throws(StoreError) in
            try session.first(
                "SELECT fire_at, stage FROM complaint_timers WHERE complaint = $1", ComplaintKey.number(number)
            ) { (fireAt: $0.instant(0), stage: $0.text(1)) }
        }
    }

    func engineEvents(of number: CaseNumber) throws -> [Event] {
        try store.complaint(number)?.events.map(\.event).filter { $0.actor == EffectKey.engineLogin } ?? []
    }
}

extension ClockStamp {
    /// A machine started at `Instant.march`.
    static func after(seconds: Int64, skew: Int64 = 0) -> ClockStamp {
        ClockStamp(
            wall: .march.adding(seconds: seconds + skew), sinceBoot: TimeLength(seconds: 1_000 + seconds), boot: "one")
    }
}
