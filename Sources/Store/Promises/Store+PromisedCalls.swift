import Complaints
import Customers
package import Dossier
package import WorkingTime

extension Store {
    /// What `agent` owes until `end`: call-backs promised, follow-ups of resolved cases, cases offered; late ones first.
    ///
    /// Others' call-backs that nobody made in time are among them; so are others' late follow-ups for those who may
    /// record them.
    package func promisedCalls(
        for agent: Agent, until end: Instant, now: Instant, limit: Int = 200
    ) throws(StoreError) -> [PromisedCall] {
        let book = book
        let rules = rulesInForce(at: now)
        let calls = try engine.read { session throws(StoreError) in
            try session.callBacks(of: agent, until: end, now: now, limit: limit)
                + session.dueFollowUps(of: agent, until: end, now: now, limit: limit, book, rules)
                + session.offeredCases(to: agent, now: now, book)
        }
        return Array(calls.sorted { PromisedCall.isBefore($0, $1, now: now) }.prefix(limit))
    }
}

extension Session {
    fileprivate func callBacks(
        of agent: Agent, until end: Instant, now: Instant, limit: Int
    ) throws(StoreError) -> [PromisedCall] {
        let lapsed = now - TimeLength(minutes: PromiseRules.lapseMinutes)
        return try all(
            """
            SELECT f.id, f.customer, c.name, f.phone, f.case_number, f.owner, f.team, f.text, f.due, f.tries
            FROM follow_ups f JOIN customers c ON c.id = f.customer
            WHERE f.done_at IS NULL AND (f.due < $1 OR f.due < $2) AND (f.owner = $3 OR f.team = $4 OR f.due < $2)
            ORDER BY f.due, f.id LIMIT $5
            """, end, lapsed, agent.login, agent.team, limit
        ) { row in
            let owner = row.text(5)
            let team = row.optionalText(6)
            let due = row.instant(8)
            return PromisedCall(
                kind: .callBack(number: row.integer(0)), customer: CustomerID(row.integer(1)),
                customerName: row.optionalText(2), phone: row.optionalText(3),
                caseNumber: row.optionalInteger(4).map(ComplaintKey.caseNumber), owner: owner, team: team,
                text: row.text(7), due: due, notBefore: row.int(9) > 0 ? due : nil, tries: row.int(9),
                isLapsed: owner != agent.login && (team == nil || team != agent.team))
        }
    }

    /// Resolved cases from the start of their FOLLOW_UP clock on: the tries must spread over several days.
    fileprivate func dueFollowUps(
        of agent: Agent, until end: Instant, now: Instant, limit: Int, _ book: RulesBook?, _ rules: Rules?
    ) throws(StoreError) -> [PromisedCall] {
        let leads = PromiseRules.leads(agent)
        let found = try all(
            """
            SELECT c.number, c.customer, p.name, c.owner, c.summary, k.due
            FROM complaints c JOIN complaint_clocks k ON k.complaint = c.number
            LEFT JOIN customers p ON p.id = c.customer
            WHERE c.is_open = 1 AND c.state = 'RESOLVED' AND k.name = 'FOLLOW_UP' AND k.is_current = 1
                AND k.met_at IS NULL AND k.state IN ('running', 'breached') AND k.start < $1
                AND (c.owner = $2 OR c.handler = $2 OR (k.due < $3 AND $4 = 1))
            ORDER BY k.due, c.number LIMIT $5
            """, end, agent.login, now, leads, limit
        ) { row in
            PromisedCall(
                kind: .followUp, customer: row.optionalInteger(1).map(CustomerID.init),
                customerName: row.optionalText(2), phone: nil, caseNumber: ComplaintKey.caseNumber(row.integer(0)),
                owner: row.text(3), text: row.text(4), due: row.instant(5), isLapsed: row.text(3) != agent.login)
        }
        var calls: [PromisedCall] = []
        for var call in found {
            if let number = call.caseNumber,
                let complaint = try complaint(ComplaintKey.number(number), book)
            {
                let tries = complaint.currentFollowUps.filter { !$0.reached }
                call.tries = tries.count
                call.notBefore = tries.last.map { RetrySpacing.next(after: tries.count, at: $0.at, rules) }
            }
            calls.append(call)
        }
        return calls
    }

    /// Days in which an offered case is looked for.
    private static var offerDays: Int64 { 30 }

    /// Cases whose ownership was offered to this person and not answered.
    fileprivate func offeredCases(
        to agent: Agent, now: Instant, _ book: RulesBook?
    ) throws(StoreError) -> [PromisedCall] {
        let from = now - TimeLength(minutes: Self.offerDays * 1_440)
        let numbers = try all(
            """
            SELECT DISTINCT n.complaint FROM notices n JOIN complaints c ON c.number = n.complaint
            WHERE n.target = $1 AND n.topic = 'transfer_offered' AND n.made_at >= $2 AND c.is_open = 1
                AND c.owner <> $1
            """, agent.login, from
        ) { $0.integer(0) }
        var calls: [PromisedCall] = []
        for number in numbers {
            guard let complaint = try complaint(number, book), let offer = complaint.pendingTransfer,
                offer.to == agent.login
            else { continue }
            let name = try complaint.customer.flatMap { customer throws(StoreError) in
                try first("SELECT name FROM customers WHERE id = $1", customer) { $0.optionalText(0) } ?? nil
            }
            calls.append(
                PromisedCall(
                    kind: .transfer, customer: complaint.customer.map(CustomerID.init), customerName: name, phone: nil,
                    caseNumber: complaint.caseNumber, owner: offer.offeredBy, text: complaint.summary,
                    due: offer.offeredAt))
        }
        return calls
    }
}
