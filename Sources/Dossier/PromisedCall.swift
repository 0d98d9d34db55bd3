package import Complaints
package import Customers
package import WorkingTime

/// One thing somebody has promised to do today: a call to make, or a case to answer for.
package struct PromisedCall: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// A call-back promised to a customer; its number in the store.
        case callBack(number: Int64)
        /// The call after a complaint was resolved: the engine's FOLLOW_UP clock.
        case followUp
        /// A case offered to this person, who takes it or not.
        case transfer
    }

    package var kind: Kind
    package var customer: CustomerID?
    package var customerName: String?
    /// The number to call; nil where none is kept.
    package var phone: String?
    package var caseNumber: CaseNumber?
    package var owner: String
    /// Anybody of this team may make it.
    package var team: String?
    package var text: String
    /// When it is promised for, or when its clock ends.
    package var due: Instant
    /// Not worth another try before this; nil when nobody has tried.
    package var notBefore: Instant?
    /// Times the customer was not reached.
    package var tries: Int
    /// Somebody else's, not made in time: anyone may make it.
    package var isLapsed: Bool

    package init(
        kind: Kind, customer: CustomerID?, customerName: String?, phone: String?, caseNumber: CaseNumber?,
        owner: String, team: String? = nil, text: String, due: Instant, notBefore: Instant? = nil, tries: Int = 0,
        isLapsed: Bool = false
    ) {
        self.kind = kind
        self.customer = customer
        self.customerName = customerName
        self.phone = phone
        self.caseNumber = caseNumber
        self.owner = owner
        self.team = team
        self.text = text
        self.due = due
        self.notBefore = notBefore
        self.tries = tries
        self.isLapsed = isLapsed
    }

    /// What tells it apart from all others, whatever else of it changes.
    package var identity: String {
        switch kind {
        case .callBack(let number): "call:\(number)"
        case .followUp: "follow:" + (caseNumber?.description ?? "")
        case .transfer: "transfer:" + (caseNumber?.description ?? "")
        }
    }

    /// What to do next first: late, then what can be done now, then what rests between two tries.
    package static func isBefore(_ a: PromisedCall, _ b: PromisedCall, now: Instant) -> Bool {
        func rank(_ call: PromisedCall) -> (Int, Instant) {
            if call.notBefore.map({ $0 > now }) ?? false { return (2, call.notBefore ?? call.due) }
            return (call.due < now ? 0 : 1, call.due)
        }
        let (first, second) = (rank(a), rank(b))
        return (first.0, first.1, a.identity) < (second.0, second.1, b.identity)
    }
}

/// A call-back to be promised.
package struct NewCallBack: Sendable, Hashable {
    package var customer: CustomerID
    package var caseNumber: CaseNumber?
    package var due: Instant
    package var phone: String?
    package var text: String
    /// Nil: whoever promises it makes it.
    package var team: String?

    package init(
        customer: CustomerID, caseNumber: CaseNumber?, due: Instant, phone: String?, text: String, team: String?
    ) {
        self.customer = customer
        self.caseNumber = caseNumber
        self.due = due
        self.phone = phone
        self.text = text
        self.team = team
    }
}

/// What became of a promised call.
package enum CallResult: String, Sendable, Hashable, CaseIterable {
    case reached
    /// Tried in vain: it is due again after a while.
    case notReached = "not_reached"
    /// Nobody will try again.
    case givenUp = "given_up"
    /// It need not be made any more.
    case withdrawn
}
