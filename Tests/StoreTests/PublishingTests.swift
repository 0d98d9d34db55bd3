import Complaints
import Dossier
import Foundation
import Testing
import WorkingTime

@testable import Store

@Suite struct PublishingTests {
    let temporary: TemporaryStore
    static let sue = Agent(login: "sue", roles: [.supervisor])
    static let dina = Agent(login: "dina", roles: [.director, .supervisor])
    static let cora = Agent(login: "cora", roles: [.compliance])

    init() throws {
        temporary = try TemporaryStore()
        for agent in [Self.sue, Self.dina, Self.cora] { try temporary.store.addAgent(agent) }
    }

    func propose(
        _ version: String, text: String = "text", from start: Instant = .march.adding(days: 1),
        by agent: Agent = Self.sue
    ) throws -> PublishingOutcome {
        try temporary.store.propose(
            .policy, name: "p", version: version, text: text, effectiveFrom: start, by: agent, at: .march)
    }

    func approve(_ version: String, by agent: Agent, at now: Instant = .march) throws -> PublishingOutcome {
        try temporary.store.approve(.policy, name: "p", version: version, by: agent, at: now)
    }

    /// A book whose policies are named after the published texts.
    static func reader(_ published: PublishedRules) throws(StoreError) -> RulesBook {
        func chapter(_ reference: String, from start: Instant) throws(StoreError) -> RulesBook.Chapter {
            var policy = Policy.builtin
            policy.id = reference
            policy.effectiveFrom = start
            do {
                return RulesBook.Chapter(
                    rules: try Rules(policy: policy, calendars: ["cn-office": .always(name: "cn-office")]))
            } catch {
                throw .badValue(field: "policy", value: reference)
            }
        }
        var chapters: [RulesBook.Chapter] = []
        for text in published.policies { chapters.append(try chapter(text.version, from: text.effectiveFrom)) }
        return RulesBook(first: try chapter("builtin", from: Instant(seconds: 0)), then: chapters)
    }

    @Test func `a proposal is kept whole, shows its hash, and rules nobody until another person approves it`() throws {
        guard case .done(let proposal) = try propose("1") else {
            Issue.record("refused")
            return
        }
        #expect(proposal.sha256 == sha256Hexadecimal(Array("text".utf8)))
        #expect(try temporary.store.publishedRules().policies == [])
        guard case .done(let published) = try approve("1", by: Self.cora) else {
            Issue.record("refused")
            return
        }
        #expect(published.approvedBy == "cora")
        #expect(try temporary.store.publishedRules().policies == [published])
        #expect(try temporary.store.publishedRules().dutyManager == "amy")
        #expect(try temporary.store.auditReport().faults.isEmpty)
    }

    @Test func `each refusal names its reason and leaves everything as it was`() throws {
        let agent = Agent(login: "amy", roles: [.agent])
        let roles = PublishingRefusal.proposers
        #expect(try propose("1", by: agent) == .refused(.forbiddenRole(login: "amy", needed: roles)))
        let past = Instant.march.adding(seconds: -1)
        #expect(try propose("1", from: past) == .refused(.startInPast(past)))
        #expect(try approve("1", by: Self.cora) == .refused(.unknown(name: "p", version: "1")))
        _ = try propose("1", by: Self.dina)
        #expect(try approve("1", by: Self.dina) == .refused(.selfApproval(login: "dina")))
        let approvers = PublishingRefusal.approvers
        #expect(try approve("1", by: Self.sue) == .refused(.forbiddenRole(login: "sue", needed: approvers)))
        let late = Instant.march.adding(days: 2)
        #expect(
            try approve("1", by: Self.cora, at: late) == .refused(.startInPast(.march.adding(days: 1))))
        #expect(try temporary.store.publishedRules().policies == [])
        _ = try approve("1", by: Self.cora)
        #expect(try approve("1", by: Self.cora) == .refused(.alreadyPublished(name: "p", version: "1")))
        #expect(try propose("1", text: "other") == .refused(.alreadyPublished(name: "p", version: "1")))
        #expect(try temporary.store.publishedRules().policies.map(\.text) == ["text"])
    }

    @Test func `a process that runs already follows what another has published, from its start on`() throws {
        let running = try Store.open(temporary.path)
        defer { try? running.close() }
        try running.use(Self.reader)
        #expect(running.rulesInForce(at: .march)?.policy.id == "builtin")
        _ = try propose("2")
        _ = try approve("2", by: Self.cora)
        #expect(running.rulesInForce(at: .march)?.policy.id == "builtin")
        #expect(running.rulesInForce(at: .march.adding(days: 1))?.policy.id == "2")
    }

    @Test func `open cases are moved by two people, and the second is answered again`() throws {
        let store = temporary.store
        let proposed = try store.proposeMigration(policy: "p", version: "1", change: "c", by: Self.sue, at: .march)
        var migration = PolicyMigration(
            policy: "p", version: "1", change: "c", proposedBy: "sue", proposedAt: .march)
        #expect(proposed == .done(migration))
        #expect(
            try store.approveMigration(policy: "p", version: "1", by: Self.sue, at: .march)
                == .refused(.forbiddenRole(login: "sue", needed: PublishingRefusal.approvers)))
        migration.approvedBy = "cora"
        for _ in 0..<2 {
            #expect(
                try store.approveMigration(policy: "p", version: "1", by: Self.cora, at: .march) == .done(migration))
        }
        #expect(
            try store.approveMigration(policy: "p", version: "2", by: Self.cora, at: .march)
                == .refused(.unknown(name: "p", version: "2")))
    }
}
