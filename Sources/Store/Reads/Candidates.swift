import Dossier

/// How well a key met the typed text; smaller is better.
enum MatchQuality: UInt8, Comparable {
    case exact
    case prefix
    case part
    /// Only when O is read as 0 and I as 1.
    case confused

    static func < (a: MatchQuality, b: MatchQuality) -> Bool { a.rawValue < b.rawValue }
}

/// One customer a key led to.
struct Candidate {
    var customer: Int64
    var lastContact: Int64 = .min
    var kind: LookupMatchKind
    var quality: MatchQuality
    /// The typed number is the first of theirs.
    var isOwnNumber = false

    init(customer: Int64, kind: LookupMatchKind, quality: MatchQuality) {
        self.customer = customer
        self.kind = kind
        self.quality = quality
    }
}

/// The customers found so far; one that several keys led to stands in it several times until it is ranked.
struct Candidates {
    private(set) var list: [Candidate] = []
    /// How many were met exactly or by their beginning: these come before all others.
    private(set) var leading = 0
    /// True once something was left out.
    var isCut = false

    var isEmpty: Bool { list.isEmpty }

    mutating func add(_ customer: Int64, _ kind: LookupMatchKind, _ quality: MatchQuality) {
        guard list.count < Limit.candidatesMax else {
            isCut = true
            return
        }
        list.append(Candidate(customer: customer, kind: kind, quality: quality))
        if quality <= .prefix { leading += 1 }
    }

    /// Best first, each customer once: exact before prefix before part, then who was last in contact.
    ///
    /// Last contacts are read in the order the customers lie in, which touches each page once.
    mutating func rank(lastContact: (Int64) throws(StoreError) -> Int64?) throws(StoreError) -> [Candidate] {
        list.sort { $0.customer != $1.customer ? $0.customer < $1.customer : $0.quality < $1.quality }
        var kept = 0
        for place in list.indices {
            if kept > 0, list[kept - 1].customer == list[place].customer { continue }
            list[kept] = list[place]
            list[kept].lastContact = try lastContact(list[kept].customer) ?? .min
            kept += 1
        }
        list.removeLast(list.count - kept)
        list.sort { a, b in
            if a.quality != b.quality { return a.quality < b.quality }
            if a.lastContact != b.lastContact { return a.lastContact > b.lastContact }
            return a.customer < b.customer
        }
        return list
    }
}
