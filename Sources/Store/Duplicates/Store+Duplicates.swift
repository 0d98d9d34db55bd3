package import Customers
package import Dossier
package import WorkingTime

extension Store {
    /// Every pair of customers that is one person with a chance of `minimum` or more, in order of their numbers.
    ///
    /// `from` leaves out pairs of which both were known before that number: for the rows an import brought.
    package func findDuplicates(
        minimum: Double = AgreementModel.proposedProbability, from first: CustomerID? = nil,
        _ body: (DuplicatePair) throws(StoreError) -> Void
    ) throws(StoreError) -> DuplicateSearch {
        var hunt = DuplicateHunt(self, from: first?.number ?? 0)
        return try hunt.run(minimum: minimum, body)
    }

    /// Customers that somebody not yet kept looks like, most alike first: told before they are kept twice.
    package func lookalikes(of draft: Customer, limit: Int = 5) throws(StoreError) -> [DuplicatePair] {
        try engine.read { session throws(StoreError) in try session.lookalikes(of: draft, limit: limit) }
    }

    /// Keeps pairs to be looked at; one known already gets its new weight.
    package func propose(_ pairs: [DuplicatePair], at: Instant) throws(StoreError) {
        var start = 0
        while start < pairs.count {
            let end = min(start + Self.proposalsPerWrite, pairs.count)
            try engine.write { session throws(StoreError) in
                for pair in pairs[start..<end] {
                    try session.run(
                        """
                        INSERT INTO duplicate_proposals (a, b, weight, found_at) VALUES ($1, $2, $3, $4)
                        ON CONFLICT (a, b) DO UPDATE SET weight = $3
                        """, min(pair.a, pair.b).number, max(pair.a, pair.b).number,
                        Int64((pair.weight * 1000).rounded()), at)
                }
            }
            start = end
        }
    }

    /// Pairs that wait to be looked at, the surest first, each weighed anew as the records are now.
    package func duplicateReviews(limit: Int) throws(StoreError) -> [DuplicateReview] {
        try engine.read { session throws(StoreError) in
            let pairs = try session.all(
                "SELECT a, b FROM duplicate_proposals ORDER BY weight DESC, a, b LIMIT $1", limit
            ) { ($0.integer(0), $0.integer(1)) }
            var reviews: [DuplicateReview] = []
            for (a, b) in pairs {
                if let review = try session.review(a, b) { reviews.append(review) }
            }
            return reviews
        }
    }

    /// Two customers side by side; nil when one of them is gone.
    package func duplicateReview(_ a: CustomerID, _ b: CustomerID) throws(StoreError) -> DuplicateReview? {
        try engine.read { session throws(StoreError) in try session.review(a.number, b.number) }
    }

    /// How many pairs wait.
    package func duplicateProposalCount() throws(StoreError) -> Int {
        try engine.read { session throws(StoreError) in
            Int(try session.integer("SELECT COUNT(*) FROM duplicate_proposals") ?? 0)
        }
    }

    /// Remembers that two customers are not one person: they are never proposed again.
    package func noteDifferent(_ a: CustomerID, _ b: CustomerID, by login: String, at: Instant) throws(StoreError) {
        try engine.write { session throws(StoreError) in
            for id in [a, b] { try session.requireCustomer(id) }
            let pair = CustomerPair(try session.current(a.number), try session.current(b.number))
            guard pair.a != pair.b else { throw .identity(.sameCustomer(CustomerID(pair.a))) }
            try session.run(
                """
                INSERT INTO different_customers (a, b, noted_at, noted_by) VALUES ($1, $2, $3, $4)
                ON CONFLICT (a, b) DO NOTHING
                """, pair.a, pair.b, at, login)
            try session.run("DELETE FROM duplicate_proposals WHERE a = $1 AND b = $2", pair.a, pair.b)
            try session.appendTrail(
                chain, at: at, actor: login, act: "different_customers", subject: CustomerID(pair.a).description,
                detail: CustomerID(pair.b).description)
        }
    }

    /// Proposals kept in one transaction.
    static let proposalsPerWrite = 500
}

extension Session {
    /// Customers that somebody looks like, most alike first, found by the keys they share.
    func lookalikes(of draft: Customer, limit: Int) throws(StoreError) -> [DuplicatePair] {
        let record = DuplicateRecord(draft)
        let scorer = DuplicateScorer()
        var found: [DuplicatePair] = []
        for id in try customers(sharingKeysOf: draft) where id != draft.id.number {
            guard let other = try DuplicateReader.record(id, self) else { continue }
            let score = scorer.score(record, other)
            let probability = AgreementModel.probability(weight: score.weight, prior: AgreementModel.newcomerPrior)
            guard probability >= AgreementModel.proposedProbability else { continue }
            found.append(
                DuplicatePair(
                    a: draft.id, b: CustomerID(id), bReference: try origin(of: id), weight: score.weight,
                    probability: probability, evidence: score.evidence))
        }
        found.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.b < $1.b }
        return Array(found.prefix(limit))
    }

    /// The pair with its weight when it is likely enough to be proposed.
    func weighed(_ pair: CustomerPair) throws(StoreError) -> DuplicatePair? {
        guard let a = try DuplicateReader.record(pair.a, self), let b = try DuplicateReader.record(pair.b, self) else {
            return nil
        }
        let score = DuplicateScorer().score(a, b)
        let probability = AgreementModel.probability(weight: score.weight, prior: AgreementModel.newcomerPrior)
        guard probability >= AgreementModel.proposedProbability else { return nil }
        return DuplicatePair(
            a: CustomerID(pair.a), aReference: try origin(of: pair.a), b: CustomerID(pair.b),
            bReference: try origin(of: pair.b), weight: score.weight, probability: probability,
            evidence: score.evidence)
    }

    /// Who shares a number, a plate, an ID number or the whole name.
    func customers(sharingKeysOf draft: Customer) throws(StoreError) -> [Int64] {
        var found: Set<Int64> = []
        func add(_ sql: String, _ key: String) throws(StoreError) {
            for id in try all(sql, key, Self.sharersMax, row: { $0.integer(0) }) { found.insert(id) }
        }
        for phone in draft.phones {
            if let digits = PhoneKeys(phone)?.digits {
                try add("SELECT customer FROM phone_keys WHERE digits = $1 LIMIT $2", digits)
            }
        }
        for plate in draft.plates {
            let key = PlateKeys.confusionKey(of: plate.key)
            try add("SELECT customer FROM plate_keys WHERE key = $1 LIMIT $2", key)
        }
        if let key = draft.idNumber.flatMap(IDNumber.key) {
            try add("SELECT id FROM customers WHERE id_number_key = $1 LIMIT $2", key)
        }
        if let name = draft.name {
            let folded = NameKeys.fold(name)
            if !folded.isEmpty { try add("SELECT customer FROM name_keys WHERE key = $1 LIMIT $2", folded) }
        }
        return found.sorted()
    }

    /// Customers of one key that are held against a new one.
    private static var sharersMax: Int { 50 }

    func review(_ one: Int64, _ other: Int64) throws(StoreError) -> DuplicateReview? {
        let pair = CustomerPair(one, other)
        guard let a = try DuplicateReader.record(pair.a, self), let b = try DuplicateReader.record(pair.b, self),
            let left = try side(pair.a), let right = try side(pair.b)
        else { return nil }
        let score = DuplicateScorer().score(a, b)
        let found = DuplicatePair(
            a: CustomerID(pair.a), aReference: try origin(of: pair.a), b: CustomerID(pair.b),
            bReference: try origin(of: pair.b), weight: score.weight,
            probability: AgreementModel.probability(weight: score.weight, prior: AgreementModel.newcomerPrior),
            evidence: score.evidence)
        return DuplicateReview(pair: found, a: left, b: right)
    }

    private func side(_ number: Int64) throws(StoreError) -> DuplicateSide? {
        guard let customer = try customer(CustomerID(number)) else { return nil }
        func count(_ table: String) throws(StoreError) -> Int {
            Int(
                try integer(
                    "SELECT COUNT(*) FROM (SELECT 1 FROM \(table) WHERE customer = $1 LIMIT $2) AS rows", number,
                    Limit.timelineCountMax) ?? 0)
        }
        let activity = try first(
            "SELECT last_contact, open_complaints FROM customer_activity WHERE customer = $1", number
        ) { ($0.instant(0), $0.int(1)) }
        return DuplicateSide(
            customer: customer, purchases: try count("purchases"), interactions: try count("interactions"),
            openComplaints: activity?.1 ?? 0, lastContact: activity?.0)
    }
}
