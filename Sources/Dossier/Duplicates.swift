package import Customers
package import WorkingTime

/// Two customers who may be one person, and why.
package struct DuplicatePair: Sendable, Equatable {
    /// The smaller number.
    package var a: CustomerID
    /// Where the record came from and its key there, `crm/123`; nil for one typed at the desk.
    package var aReference: String?
    package var b: CustomerID
    package var bReference: String?
    /// Bits: the sum of the evidence.
    package var weight: Double
    /// The chance that they are one person, 0 to 1.
    package var probability: Double
    package var evidence: [DuplicateEvidence]

    package init(
        a: CustomerID, aReference: String? = nil, b: CustomerID, bReference: String? = nil, weight: Double,
        probability: Double, evidence: [DuplicateEvidence]
    ) {
        self.a = a
        self.aReference = aReference
        self.b = b
        self.bReference = bReference
        self.weight = weight
        self.probability = probability
        self.evidence = evidence
    }
}

/// What a search for duplicates went through.
package struct DuplicateSearch: Sendable, Hashable {
    package var records: Int
    /// Pairs that were weighed.
    package var compared: Int
    package var found: Int
    /// Blocks too large to be compared: placeholders, mostly.
    package var skippedBlocks: Int

    package init(records: Int, compared: Int, found: Int, skippedBlocks: Int) {
        self.records = records
        self.compared = compared
        self.found = found
        self.skippedBlocks = skippedBlocks
    }
}

/// A proposed pair with both records, to be looked at side by side.
package struct DuplicateReview: Sendable, Equatable {
    package var pair: DuplicatePair
    package var a: DuplicateSide
    package var b: DuplicateSide

    package init(pair: DuplicatePair, a: DuplicateSide, b: DuplicateSide) {
        self.pair = pair
        self.a = a
        self.b = b
    }
}

/// One side of a review: the customer, and how much there is to move.
package struct DuplicateSide: Sendable, Equatable {
    package var customer: Customer
    package var purchases: Int
    package var interactions: Int
    package var openComplaints: Int
    package var lastContact: Instant?

    package init(
        customer: Customer, purchases: Int, interactions: Int, openComplaints: Int, lastContact: Instant? = nil
    ) {
        self.customer = customer
        self.purchases = purchases
        self.interactions = interactions
        self.openComplaints = openComplaints
        self.lastContact = lastContact
    }
}

/// One customer made part of another.
package struct CustomerMerge: Sendable, Hashable {
    package var id: Int64
    package var survivor: CustomerID
    package var absorbed: CustomerID
    package var at: Instant
    package var by: String
    /// Rows that now belong to the survivor.
    package var movedRows: Int
    package var undoneAt: Instant?

    package init(
        id: Int64, survivor: CustomerID, absorbed: CustomerID, at: Instant, by: String, movedRows: Int,
        undoneAt: Instant? = nil
    ) {
        self.id = id
        self.survivor = survivor
        self.absorbed = absorbed
        self.at = at
        self.by = by
        self.movedRows = movedRows
        self.undoneAt = undoneAt
    }
}
