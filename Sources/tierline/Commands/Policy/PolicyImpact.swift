import Complaints
import Configuration
import Desk
import Dossier
import Store
import WorkingTime

/// What a policy changes: knob by knob against another, and for every open case what moving it there would do.
struct PolicyImpact {
    /// One open clock whose due time would be another.
    struct Move {
        var caseNumber: CaseNumber
        var move: MigrationForesight.Move
        /// Code of the refusal the case would meet; nil when it may move.
        var refusal: RefusalCode?
    }

    var reference: String
    var effectiveFrom: Instant
    /// The policy it is compared with.
    var against: String
    var differences: [PolicyDifference]
    var warnings: [PolicyWarning] = []
    var moves: [Move] = []
    /// Open cases looked at; nil without a store.
    var casesSeen: Int?
    /// More open cases than are looked at.
    var isCut = false

    /// Open cases an impact list looks at.
    static let casesMax = 20_000

    init(of new: PolicySource, against old: PolicySource) {
        reference = new.policy.reference
        effectiveFrom = new.policy.effectiveFrom
        self.against = old.policy.reference
        differences = PolicyKnobs.differences((old.policy, old.value), (new.policy, new.value))
        warnings = new.warnings
    }

    /// Against the policy in force when it begins, with the open cases of the store.
    init(of new: PolicySource, in centre: Centre) throws {
        let begins = max(new.policy.effectiveFrom, centre.now)
        let inForce = centre.store.rulesInForce(at: begins)?.policy ?? .builtin
        let old = PolicySource(
            policy: inForce, value: try CentreRules.value(of: inForce.reference, in: centre.store), calendars: [:])
        self.init(of: new, against: old)
        try addMoves(to: new, in: centre)
    }

    /// Looks at every open case as `policy migrate` would.
    mutating func addMoves(to new: PolicySource, in centre: Centre) throws {
        let rules = try CentreRules.rules(adding: new.policy, in: centre)
        let open = try centre.store.complaints(.open, limit: Self.casesMax + 1)
        isCut = open.count > Self.casesMax
        casesSeen = min(open.count, Self.casesMax)
        for row in open.prefix(Self.casesMax) where row.policy != new.policy.reference {
            guard let complaint = try centre.store.complaint(row.caseNumber)?.complaint else { continue }
            let foresight = foreseeMigration(complaint, to: rules, at: centre.now)
            for move in foresight.moves where move.before != move.after || move.isRefused {
                moves.append(Move(caseNumber: row.caseNumber, move: move, refusal: foresight.refusal?.code))
            }
        }
    }

    /// The document, with `first` before everything else.
    func json(_ first: JSON = [:], in context: some CaseContext) -> JSON {
        guard case .object(let first) = first else { return first }
        let members: [JSON.Member] = [
            JSON.Member("policy", .string(reference)),
            JSON.Member("effective_from", .string(context.timestamp(effectiveFrom))),
            JSON.Member("against", .string(against)),
            JSON.Member(
                "changes",
                .list(differences) { difference in
                    [
                        "knob": .string(difference.knob), "before": .text(difference.before),
                        "after": .text(difference.after),
                    ]
                }),
            JSON.Member("open_cases", .count(casesSeen)),
            JSON.Member("impact", .list(moves) { $0.json(in: context) }),
            JSON.Member("truncated", .boolean(isCut)),
            JSON.Member("warnings", .list(warnings) { $0.json }),
        ]
        return .object(first + members)
    }
}

extension PolicyImpact.Move {
    func json(in context: some CaseContext) -> JSON {
        [
            "case": .string(caseNumber.description), "clock": .string(move.clock.name),
            "budget_before": .string(move.budgetBefore), "budget_after": .string(move.budgetAfter),
            "due_before": context.timestamp(move.before), "due_after": context.timestamp(move.after),
            "later": .boolean(move.isRefused), "code": .text(refusal?.rawValue),
        ]
    }
}
