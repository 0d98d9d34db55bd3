import Complaints
import Customers
import Dossier
import Testing
import WorkingTime

@testable import Store

@Suite struct PromiseTests {
    private let bob = Agent(login: "bob", roles: [.agent], team: "night")
    private let carol = Agent(login: "carol", roles: [.agent], team: "night")
    private let dave = Agent(login: "dave", roles: [.agent])

    /// A store with a customer, a team and its people.
    private func centre() throws -> (TemporaryStore, CustomerID) {
        let temporary = try TemporaryStore()
        let store = temporary.store
        try store.addTeam(Team(name: "night", lead: "amy"))
        for agent in [bob, carol, dave] { try store.addAgent(agent) }
        return (temporary, try store.createCustomer(.draft("林小雨"), by: "amy", at: .march).id)
    }

    private func call(_ customer: CustomerID, due: Instant, team: String? = nil) -> NewCallBack {
        NewCallBack(customer: customer, caseNumber: nil, due: due, phone: "+886912345678", text: "報價", team: team)
    }

    private func acts(_ store: Store) throws -> [String] {
        try store.engine.read { session throws(StoreError) in
            try session.all("SELECT act FROM audit_trail WHERE act LIKE '%call%' OR act LIKE '%note%' ORDER BY number")
            {
                $0.text(0)
            }
        }
    }

    @Test func `a promise is on the card, in the owner's list of the day, and one line of the trail`() throws {
        let (temporary, customer) = try centre()
        let store = temporary.store
        let due = Instant.march.adding(seconds: 3_600)
        let number = try store.promiseCall(call(customer, due: due), by: "bob", at: .march)
        let end = Instant.march.adding(seconds: 36_000)
        let expected = PromisedCall(
            kind: .callBack(number: number), customer: customer, customerName: "林小雨", phone: "+886912345678",
            caseNumber: nil, owner: "bob", text: "報價", due: due)
        #expect(try store.promisedCalls(for: bob, until: end, now: .march) == [expected])
        #expect(try store.promisedCalls(for: carol, until: end, now: .march).isEmpty)
        #expect(try store.card(customer, now: .march)?.followUps.map(\.phone) == ["+886912345678"])
        #expect(try store.dueFollowUps(owner: "bob", limit: 9).map(\.text) == ["報價"])
        #expect(try acts(store) == ["promise_call"])
        #expect(try store.promisedCalls(for: bob, until: due, now: .march).isEmpty)
    }

    @Test func `a team's call is in the list of each of its people, and of nobody else`() throws {
        let (temporary, customer) = try centre()
        let store = temporary.store
        let due = Instant.march.adding(seconds: 3_600)
        try store.promiseCall(call(customer, due: due, team: "night"), by: "dave", at: .march)
        let end = Instant.march.adding(seconds: 36_000)
        #expect(try store.promisedCalls(for: bob, until: end, now: .march).map(\.isLapsed) == [false])
        #expect(try store.promisedCalls(for: carol, until: end, now: .march).count == 1)
        #expect(try store.promisedCalls(for: .amy, until: end, now: .march).isEmpty)
        #expect(throws: StoreError.unknownTeam(name: "x")) {
            try store.promiseCall(call(customer, due: due, team: "x"), by: "dave", at: .march)
        }
    }

    @Test func `a call nobody made in time may be made by anyone, and not before`() throws {
        let (temporary, customer) = try centre()
        let store = temporary.store
        let number = try store.promiseCall(call(customer, due: .march), by: "bob", at: .march)
        let soon = Instant.march.adding(seconds: 15 * 60)
        #expect(throws: StoreError.badValue(field: "owner", value: "dave")) {
            try store.recordCall(number, .reached, by: dave, at: soon)
        }
        let late = Instant.march.adding(seconds: 15 * 60 + 1)
        #expect(try store.promisedCalls(for: dave, until: .march, now: late).map(\.isLapsed) == [true])
        _ = try store.recordCall(number, .reached, by: dave, at: late)
        #expect(try store.promisedCalls(for: bob, until: late, now: late).isEmpty)
        #expect(try store.card(customer, now: late)?.timeline.first?.by == "dave")
    }

    @Test func `tries are spaced out, at another hour and over days`() throws {
        let (temporary, customer) = try centre()
        let store = temporary.store
        let number = try store.promiseCall(call(customer, due: .march), by: "bob", at: .march)
        _ = try store.recordCall(number, .notReached, by: bob, at: .march)
        var due = try #require(try store.dueFollowUps(owner: "bob", limit: 1).first?.due)
        #expect(due == Instant.march.adding(seconds: 2 * 3_600))
        _ = try store.recordCall(number, .notReached, by: bob, at: due)
        let second = due
        due = try #require(try store.dueFollowUps(owner: "bob", limit: 1).first?.due)
        #expect(due == second.adding(seconds: 9 * 3_600))
        let listed = try store.promisedCalls(for: bob, until: due.adding(seconds: 1), now: second)
        #expect(listed.map(\.tries) == [2])
        #expect(listed.map(\.notBefore) == [due])
    }

    @Test func `a result taken back is owed again, and the trail has both lines and verifies`() throws {
        let (temporary, customer) = try centre()
        let store = temporary.store
        let number = try store.promiseCall(call(customer, due: .march), by: "bob", at: .march)
        let receipt = try store.recordCall(number, .reached, by: bob, at: .march)
        #expect(try store.dueFollowUps(owner: "bob", limit: 1).isEmpty)
        try store.restoreCall(receipt, by: "bob", at: .march)
        #expect(try store.dueFollowUps(owner: "bob", limit: 1).map(\.due) == [.march])
        #expect(try store.card(customer, now: .march)?.timeline.map(\.isWithdrawn) == [true])
        #expect(try acts(store) == ["promise_call", "call_reached", "restore_call"])
        guard case .intact = try store.verifyAudit() else {
            Issue.record("the trail does not verify")
            return
        }
    }

    @Test func `a note taken back stays to be seen, once, and only its author may`() throws {
        let (temporary, customer) = try centre()
        let store = temporary.store
        let note = NewInteraction(
            customer: customer, at: .march, kind: .call, text: "詢問", wrapUpCode: "answered", by: "bob")
        let key = try store.saveNote(note, by: "bob")
        #expect(throws: StoreError.badValue(field: "note", value: String(key.id))) {
            try store.withdrawNote(key, by: "carol", at: .march)
        }
        try store.withdrawNote(key, by: "bob", at: .march)
        #expect(throws: StoreError.self) { try store.withdrawNote(key, by: "bob", at: .march) }
        let entry = try #require(try store.card(customer, now: .march)?.timeline.first)
        #expect(entry.text == "詢問" && entry.isWithdrawn)
        #expect(try acts(store) == ["add_note", "withdraw_note"])
        guard case .intact = try store.verifyAudit() else {
            Issue.record("the trail does not verify")
            return
        }
    }
}
