/// An event that did not happen, with everything its sentence needs; the sentences live with the wording.
package struct Refusal: Error, Hashable, Sendable {
    package var code: RefusalCode
    /// Events the state of the case allows, in the order of the specification; empty when there is no case.
    package var legal: [EventType]
    /// The field that is missing, unknown or wrong.
    package var field: String?
    /// Fields the event knows, for an unknown one.
    package var legalFields: [String]
    /// Words the field allows, for a wrong one.
    package var choices: [String]
    /// What the field holds, for a wrong one that is no word of a list.
    package var kind: FieldKind?
    /// Where the case stands.
    package var state: CaseState?
    /// The lowest role that may do it.
    package var lowestRole: Role?
    /// The most the actor may grant on this case, in minor units, and what was asked for in all.
    package var limitMinorUnits: Int64?
    package var askedMinorUnits: Int64?
    /// The version the case is at, for a stale one.
    package var version: Int?
    /// The numbers of the tasks, escalations or offers that stand in the way.
    package var blockers: [Int]

    package init(
        _ code: RefusalCode, field: String? = nil, legalFields: [String] = [], choices: [String] = [],
        kind: FieldKind? = nil, lowestRole: Role? = nil, limitMinorUnits: Int64? = nil, askedMinorUnits: Int64? = nil,
        version: Int? = nil,
        blockers: [Int] = []
    ) {
        self.code = code
        self.legal = []
        self.field = field
        self.legalFields = legalFields
        self.choices = choices
        self.kind = kind
        self.state = nil
        self.lowestRole = lowestRole
        self.limitMinorUnits = limitMinorUnits
        self.askedMinorUnits = askedMinorUnits
        self.version = version
        self.blockers = blockers
    }

    package var exitStatus: Int32 { code.exitStatus }
}
