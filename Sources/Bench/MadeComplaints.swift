import Complaints
import Customers
import Dossier
import Store
import WorkingTime

/// The bench's open complaints: registered on the phone and assessed, one a customer, a thousand a second.
enum MadeComplaints {
    static let login = "bench"
    private static let spacingMicroseconds: Int64 = 1_000
    static let supervisorLogin = "bench-supervisor"
    private static let supervisor = Agent(login: supervisorLogin, roles: [.supervisor])

    /// Opens `count` of them and returns how many a second; they end `now`.
    static func build(
        in store: Store, count: Int, customers: Int, now: Instant, progress: (String) -> Void
    ) throws(StoreError) -> [Figure] {
        try store.addAgent(supervisor)
        let first = now.microseconds - Int64(count) * spacingMicroseconds
        let cases = (0..<count).lazy.map { place in
            commands(
                place, customer: Int64(place % customers) + 1,
                at: Instant(microseconds: first + Int64(place) * spacingMicroseconds))
        }
        let start = ContinuousClock.now
        var told = 0
        _ = try store.load(cases: cases) { done in
            guard done / 100_000 > told else { return }
            told = done / 100_000
            progress("\(done) complaints")
        }
        return [Figure("load.complaints", Double(count) / seconds(start, .now), "cases/s")]
    }

    private static func commands(_ place: Int, customer: Int64, at: Instant) -> [Command] {
        func command(_ type: EventType, _ fields: [String: FieldValue]) -> Command {
            Command(
                eventID: "bench-\(place)-\(type.rawValue)", type: type, fields: fields, actor: login, roles: [.agent],
                occurredAt: at, recordedAt: at)
        }
        let severity = MadeCustomer(number: place).mixed(50) % 10 == 0 ? "S2" : "S3"
        return [
            command(
                .register,
                [
                    "channel": .text("phone"), "summary": .text("帳單重複收費，要求退款"), "customer": .integer(customer),
                    "live": .boolean(true),
                ]),
            command(
                .assess, ["severity": .text(severity), "category": .text("billing"), "vulnerable": .text("no")]),
        ]
    }
}
