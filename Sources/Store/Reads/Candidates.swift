import Dossier

/// How well a key met the typed text; smaller is better.
enum MatchQuality: Int, Comparable {
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
    var kind: LookupMatchKind
    var quality: MatchQuality
    /// The typed number is the first of theirs.
    var isOwnNumber = false
    var lastContact: Int64 = .min
}

/// The customers found so far, each once and with the best key that led to them.
struct Candidates {
    private(set) var list: [Candidate] = []
    private var places: [Int64: Int] = [:]
    /// True once something was left out.
    var isCut = false

    var count: Int { list.count }
    var room: Int { max(0, Limit.candidatesMax - list.count) }

    mutating func add(_ customer: Int64, _ kind: LookupMatchKind, _ quality: MatchQuality) {
        if let place = places[customer] {
            if quality < list[place].quality {
                list[place].quality = quality
                list[place].kind = kind
            }
            return
        }
        guard list.count < Limit.candidatesMax else {
            isCut = true
            return
        }
        places[customer] = list.count
        list.append(Candidate(customer: customer, kind: kind, quality: quality))
    }

    /// Best first: exact before prefix before part, the caller's own number first, then who was last in contact.
    mutating func rank(lastContacts: (inout [Candidate]) throws(StoreError) -> Void) throws(StoreError) -> [Candidate] {
        try lastContacts(&list)
        list.sort { a, b in
            if a.quality != b.quality { return a.quality < b.quality }
            if a.isOwnNumber != b.isOwnNumber { return a.isOwnNumber }
            if a.lastContact != b.lastContact { return a.lastContact > b.lastContact }
            return a.customer < b.customer
        }
        return list
    }
}
