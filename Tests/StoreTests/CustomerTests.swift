import Complaints
import Customers
import Dossier
import Money
import Testing
import Valuation
import WorkingTime

@testable import Store

@Suite struct CustomerTests {
    private let temporary: TemporaryStore
    private var store: Store { temporary.store }

    init() throws { temporary = try TemporaryStore() }

    @Test func `a customer is kept whole`() throws {
        var draft = Customer.draft("王小明", phones: ["+886912345678"], plates: ["ABC1235"])
        draft.kind = .organisation
        draft.sex = "female"
        draft.birthYear = 1980
        draft.address = "臺北市"
        draft.creditGrade = .d
        draft.hint = "speaks slowly"
        draft.preferences = "mornings"
        draft.vulnerableNeed = "hard of hearing"
        draft.responsible = "amy"
        let made = try store.createCustomer(draft, by: "amy", at: .march)
        var expected = draft
        expected.id = CustomerID(1)
        #expect(made == expected)
        #expect(try store.customer(CustomerID(1)) == expected)
        #expect(try store.customer(CustomerID(2)) == nil)
    }

    @Test func `a plate alone is enough, nothing at all is not`() throws {
        #expect(try store.createCustomer(.draft(nil, plates: ["ABC1235"]), by: "amy", at: .march).id.number == 1)
        #expect(throws: StoreError.nothingToFindBy) { try store.createCustomer(.draft(" "), by: "amy", at: .march) }
        #expect(try store.counts().customers == 1)
    }

    @Test func `the second of two edits from one reading is refused`() throws {
        let read = try store.createCustomer(.draft("王小明"), by: "amy", at: .march)
        var mine = read
        mine.hint = "mine"
        let kept = try store.updateCustomer(mine, by: "amy", at: .march)
        #expect(kept.version == 2)
        var theirs = read
        theirs.hint = "theirs"
        #expect(throws: StoreError.staleVersion(expected: 1, found: 2)) {
            try store.updateCustomer(theirs, by: "bob", at: .march)
        }
        #expect(try store.customer(read.id)?.hint == "mine")
        #expect(StoreError.staleVersion(expected: 1, found: 2).exitStatus == 75)
    }

    @Test func `a field longer than its limit is refused by name`() throws {
        let long = String(repeating: "長", count: 500)
        #expect(throws: StoreError.tooLong(field: "name", limit: 1_024)) {
            try store.createCustomer(.draft(long), by: "amy", at: .march)
        }
        let note = NewInteraction(
            customer: CustomerID(1), at: .march, kind: .call, text: String(repeating: "x", count: 1 << 20))
        #expect(throws: StoreError.tooLong(field: "text", limit: 65_536)) { try store.addInteraction(note) }
    }

    @Test func `a number or plate that is there already is not added twice`() throws {
        let made = try store.createCustomer(.draft("王小明", phones: ["+886912345678"]), by: "amy", at: .march)
        let phone = ContactPhone(
            raw: "0912-345-678", e164: "+886912345678", extensionDigits: nil, isValid: true, isPrimary: false)
        #expect(try store.addPhone(phone, to: made.id, by: "amy", at: .march) == made)
        let plate = VehiclePlate(
            raw: "abc-1235", key: "ABC1235", display: "ABC-1235", region: .taiwan, isVerified: true)
        let more = try store.addPlate(plate, to: made.id, by: "amy", at: .march)
        #expect(more.plates == [plate])
        #expect(more.version == 2)
        #expect(try store.addPlate(plate, to: made.id, by: "amy", at: .march) == more)
        #expect(throws: StoreError.unknownCustomer(CustomerID(9))) {
            try store.addPlate(plate, to: CustomerID(9), by: "amy", at: .march)
        }
    }

    @Test func `the card has the history newest first, invoices folded`() throws {
        let id = try store.createCustomer(.draft("王小明"), by: "amy", at: .march).id
        let money = Money(minorUnits: 100, currency: .twd)
        for (product, quantity) in [("tyre", 4), ("oil", 1)] {
            let line = PurchaseLine(
                at: .march.adding(days: -10), invoice: "I1", product: product, quantity: quantity, amount: money)
            try store.recordPurchase(line, customer: id, by: "amy", now: .march)
        }
        let call = NewInteraction(
            customer: id, at: .march, kind: .call, text: "asked for a date", wrapUpCode: "info", by: "amy")
        try store.addInteraction(call)
        let due = FollowUp(due: .march.adding(days: 1), text: "ring back", owner: "amy")
        try store.addFollowUp(due, customer: id, at: .march)
        let card = try #require(try store.card(id, timelineLimit: 10, now: .march))
        #expect(
            card.timeline == [
                TimelineEntry(at: .march, kind: .call, text: "asked for a date", by: "amy", wrapUpCode: "info"),
                TimelineEntry(
                    at: .march.adding(days: -10), kind: .purchase, text: "oil · tyre ×4",
                    amount: Money(minorUnits: 200, currency: .twd), reference: "I1"),
            ])
        #expect(card.timelineCount == 2)
        var kept = due
        kept.number = 1
        #expect(card.followUps == [kept])
        #expect(
            card.value
                == ValueCard(
                    contribution12Months: Money(minorUnits: 200, currency: .twd), orders12Months: 1, recencyDays: 10))
        #expect(card.tier.reason.rule == .newCustomer || card.tier.reason.rule == .fewCustomers)
        #expect(card.customerSince == .march.adding(days: -10))
        #expect(card.lastContact == .march)
        #expect(try store.recentCustomers(limit: 5).map(\.customer) == [id])
    }

    @Test func `pages of a history join without gap or repetition, also within one instant`() throws {
        let id = try store.createCustomer(.draft("王小明"), by: "amy", at: .march).id
        for count in 0..<25 {
            let at = Instant.march.adding(seconds: Int64(count / 4))
            try store.addInteraction(NewInteraction(customer: id, at: at, kind: .note, text: "\(count)"))
        }
        var texts: [String] = []
        var cursor: TimelineCursor?
        repeat {
            let page = try store.timeline(id, from: cursor, limit: 3)
            texts += page.entries.map(\.text)
            cursor = page.next
        } while cursor != nil && texts.count < 100
        #expect(texts == (0..<25).reversed().map(String.init))
    }

    @Test func `agents and teams are kept, twice is refused, unknown superiors too`() throws {
        let bob = Agent(login: "bob", roles: [.agent], reportsTo: "amy")
        try store.addAgent(bob)
        #expect(throws: StoreError.alreadyTaken(field: "agent", value: "bob")) { try store.addAgent(bob) }
        try store.addTeam(Team(name: "north", lead: "amy"))
        var moved = bob
        moved.team = "north"
        moved.roles = [.agent, .supervisor]
        try store.updateAgent(moved)
        #expect(try store.agents() == [.amy, moved])
        #expect(try store.teams() == [Team(name: "north", lead: "amy")])
        let lost = Agent(login: "eve", roles: [.agent], reportsTo: "nobody")
        #expect(throws: StoreError.unknownAgent(login: "nobody")) { try store.addAgent(lost) }
    }
}
