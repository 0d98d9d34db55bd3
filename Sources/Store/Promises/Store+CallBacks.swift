import Complaints
import Customers
package import Dossier
package import WorkingTime

extension Store {
    /// Keeps a promise to call back; returns its number.
    @discardableResult
    package func promiseCall(_ call: NewCallBack, by login: String, at: Instant) throws(StoreError) -> Int64 {
        try Limit.text(call.text, field: "text", max: Limit.textBytesMax)
        try Limit.text(call.phone, field: "phone", max: Limit.nameBytesMax)
        return try engine.write { session throws(StoreError) in
            try session.requireCustomer(call.customer)
            if let team = call.team, try session.integer("SELECT 1 FROM teams WHERE name = $1", team) == nil {
                throw .unknownTeam(name: team)
            }
            let id = try session.take(.followUp)
            let customer = try session.current(call.customer.number)
            try session.run(
                """
                INSERT INTO follow_ups (id, customer, due, text, owner, case_number, made_at, phone, team, made_by)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $5)
                """, id, customer, call.due, call.text, login, call.caseNumber.map { ComplaintKey.number($0) }, at,
                call.phone, call.team)
            try session.note(AuditAct.promiseCall, call: id, of: customer, by: login, at: at, chain)
            return id
        }
    }

    /// Keeps what became of a promised call; a try is in the customer's history too. Returns how to take it back.
    ///
    /// The owner, the owner's superiors and the team may; a call nobody made in time anybody may.
    package func recordCall(
        _ number: Int64, _ result: CallResult, by agent: Agent, at: Instant
    ) throws(StoreError) -> CallReceipt {
        let rules = rulesInForce(at: at)
        return try engine.write { session throws(StoreError) in
            guard let row = try session.callRow(number), row.doneAt == nil else {
                throw .badValue(field: "follow_up", value: String(number))
            }
            guard row.may(agent, now: at) else { throw .badValue(field: "owner", value: agent.login) }
            var receipt = CallReceipt(
                number: number, due: row.due, tries: row.tries, triedAt: row.triedAt, interaction: nil)
            if result == .reached || result == .notReached {
                let id = try session.take(.interaction)
                let made = NewInteraction(
                    customer: CustomerID(row.customer), at: at, kind: .call, isInbound: false, text: row.text,
                    wrapUpCode: result == .reached ? "answered" : "no_answer", by: agent.login,
                    caseNumber: row.caseNumber.map(ComplaintKey.caseNumber))
                try session.insert(made, id: id, source: nil, reference: nil)
                try session.touch(row.customer, first: at, last: at, atDesk: true)
                receipt.interaction = InteractionKey(customer: CustomerID(row.customer), at: at, id: id)
            }
            if result == .notReached {
                let next = RetrySpacing.next(after: row.tries + 1, at: at, rules)
                try session.run(
                    "UPDATE follow_ups SET tries = tries + 1, tried_at = $1, due = $2 WHERE id = $3", at, next, number)
            } else {
                try session.run(
                    "UPDATE follow_ups SET done_at = $1, done_by = $2, outcome = $3 WHERE id = $4", at, agent.login,
                    result.rawValue, number)
            }
            try session.note(result.act, call: number, of: row.customer, by: agent.login, at: at, chain)
            return receipt
        }
    }

    /// Takes the result back: the call is owed again as before; both lines stay in the trail.
    package func restoreCall(_ receipt: CallReceipt, by login: String, at: Instant) throws(StoreError) {
        try engine.write { session throws(StoreError) in
            guard let row = try session.callRow(receipt.number) else {
                throw .badValue(field: "follow_up", value: String(receipt.number))
            }
            try session.run(
                """
                UPDATE follow_ups SET due = $1, tries = $2, tried_at = $3, done_at = NULL, done_by = NULL,
                    outcome = NULL
                WHERE id = $4
                """, receipt.due, receipt.tries, receipt.triedAt, receipt.number)
            if let interaction = receipt.interaction { try session.withdraw(interaction, by: login, at: at) }
            try session.note(AuditAct.restoreCall, call: receipt.number, of: row.customer, by: login, at: at, chain)
        }
    }
}

/// How a promised call stood before its result was kept.
package struct CallReceipt: Sendable, Hashable {
    package var number: Int64
    package var due: Instant
    package var tries: Int
    package var triedAt: Instant?
    /// The try in the customer's history.
    package var interaction: InteractionKey?

    package init(number: Int64, due: Instant, tries: Int, triedAt: Instant?, interaction: InteractionKey?) {
        self.number = number
        self.due = due
        self.tries = tries
        self.triedAt = triedAt
        self.interaction = interaction
    }
}

/// A promised call's row.
private struct CallRow {
    var customer: Int64
    var due: Instant
    var text: String
    var owner: String
    var team: String?
    var caseNumber: Int64?
    var tries: Int
    var triedAt: Instant?
    var doneAt: Instant?

    func may(_ agent: Agent, now: Instant) -> Bool {
        owner == agent.login || (team != nil && team == agent.team) || PromiseRules.leads(agent)
            || PromiseRules.isLapsed(due: due, now: now)
    }
}

/// Who may make a call that somebody else promised.
enum PromiseRules {
    /// A promised call that was not made this long after its time may be made by anyone.
    static let lapseMinutes: Int64 = 15

    static func isLapsed(due: Instant, now: Instant) -> Bool { due + TimeLength(minutes: lapseMinutes) < now }

    static func leads(_ agent: Agent) -> Bool {
        !agent.roles.isDisjoint(with: [.supervisor, .manager, .director, .compliance])
    }
}

extension CallResult {
    fileprivate var act: String {
        switch self {
        case .reached: AuditAct.callReached
        case .notReached: AuditAct.callNotReached
        case .givenUp: AuditAct.callGivenUp
        case .withdrawn: AuditAct.withdrawCall
        }
    }
}

extension Session {
    fileprivate func callRow(_ number: Int64) throws(StoreError) -> CallRow? {
        try first(
            """
            SELECT customer, due, text, owner, team, case_number, tries, tried_at, done_at FROM follow_ups WHERE id = $1
            """, number
        ) { row in
            CallRow(
                customer: row.integer(0), due: row.instant(1), text: row.text(2), owner: row.text(3),
                team: row.optionalText(4), caseNumber: row.optionalInteger(5), tries: row.int(6),
                triedAt: row.optionalInstant(7), doneAt: row.optionalInstant(8))
        }
    }

    /// A line of the trail about a promised call; its words stay out of it.
    fileprivate func note(
        _ act: String, call: Int64, of customer: Int64, by login: String, at: Instant, _ chain: AuditChain
    ) throws(StoreError) {
        try appendTrail(
            chain, at: at, actor: login, act: act, subject: CustomerID(customer).description, detail: String(call))
    }
}
