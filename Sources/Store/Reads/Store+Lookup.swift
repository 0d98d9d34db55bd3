package import Customers
package import Dossier
import Synchronization
import WorkingTime

extension Store {
    /// Who the typed text may mean, best first: at most `limit` of them.
    ///
    /// `kind` overrides what the parser takes the text for.
    package func lookup(_ text: String, limit: Int = 50, as kind: QueryKind? = nil) throws(StoreError) -> LookupAnswer {
        let region = cachedSettings.withLock { $0.region }
        let query = LookupQuery.parse(text, homeRegion: region, as: kind)
        let now = Clock.now()
        return try engine.read { session throws(StoreError) in
            try session.answer(query, limit: max(0, limit), now: now)
        }
    }

    /// Customers an agent was last in contact with, newest first.
    package func recentCustomers(limit: Int) throws(StoreError) -> [LookupMatch] {
        let now = Clock.now()
        return try engine.read { session throws(StoreError) in
            let customers = try session.all(
                """
                SELECT customer FROM customer_activity WHERE last_at_desk IS NOT NULL
                ORDER BY last_at_desk DESC LIMIT $1
                """, limit
            ) { $0.integer(0) }
            let reader = try MatchReader(session, now: now)
            var matches: [LookupMatch] = []
            for customer in customers {
                let candidate = Candidate(customer: customer, kind: .customer, quality: .exact)
                guard var match = try reader.match(candidate) else { continue }
                match.phones = try reader.phones(of: customer).map(\.shown)
                match.plates = try reader.plates(of: customer).map(\.display)
                matches.append(match)
            }
            return matches
        }
    }
}

extension Session {
    func answer(_ query: LookupQuery, limit: Int, now: Instant) throws(StoreError) -> LookupAnswer {
        var candidates = Candidates()
        try gatherReferences(Self.trimmed(query.raw), into: &candidates)
        for key in query.keys { try gather(key, limit: limit, into: &candidates) }
        var keys = query.keys
        if candidates.isEmpty {
            keys = query.fallbackKeys
            for key in keys { try gather(key, limit: limit, into: &candidates) }
        }
        let reader = try MatchReader(self, now: now)
        let ranked = try candidates.rank { customer throws(StoreError) in try reader.lastContact(of: customer) }
        let (matches, isMore) = try matches(ranked, LookupVerification(keys: keys), limit: limit, reader)
        return LookupAnswer(
            query: query.raw, kind: LookupKind(rawValue: query.kind.rawValue) ?? .name, matches: matches,
            isTruncated: candidates.isCut || isMore)
    }

    /// The first `limit` candidates that stand a comparison, in rank order; and whether there are more.
    private func matches(
        _ ranked: [Candidate], _ verification: LookupVerification, limit: Int, _ reader: MatchReader
    ) throws(StoreError) -> ([LookupMatch], Bool) {
        var kept: [(candidate: Candidate, match: LookupMatch)] = []
        var looked = 0
        for candidate in ranked {
            if kept.count == limit { break }
            looked += 1
            guard var match = try reader.match(candidate) else { continue }
            let phones = try reader.phones(of: candidate.customer)
            let plates = try reader.plates(of: candidate.customer)
            guard let verified = verification.verified(candidate, phones: phones, plates: plates, name: match.name)
            else { continue }
            match.phones = phones.sorted { $0.isPrimary && !$1.isPrimary }.map(\.shown)
            match.plates = plates.map(\.display)
            kept.append((verified, match))
        }
        kept.sort { a, b in
            a.candidate.quality != b.candidate.quality
                ? a.candidate.quality < b.candidate.quality : a.candidate.isOwnNumber && !b.candidate.isOwnNumber
        }
        return (kept.map(\.match), looked < ranked.count)
    }

    private static func trimmed(_ text: String) -> String {
        var part = text[...]
        while let first = part.first, first.isWhitespace { part.removeFirst() }
        while let last = part.last, last.isWhitespace { part.removeLast() }
        return String(part)
    }
}

extension ContactPhone {
    /// E.164 where known, else as typed.
    var shown: String { e164 ?? raw }
}
