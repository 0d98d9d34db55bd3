/// Finds the pairs that are worth weighing.
///
/// Every record leaves a signature of hashed values, ``Signature/bytes`` bytes. Records that agree in a key of a
/// ``BlockingPass`` meet; of those only pairs go on that agree in the ID number or in two things that are not one
/// another's consequence. A block larger than ``blockMax`` (a placeholder's number, a town's name) is parted by a
/// second value, as no pair of it would go on by the first alone; what is still larger is left out and counted.
package struct DuplicateIndex: Sendable {
    private(set) var ids: [Int64] = []
    private var signatures: [Signature] = []
    /// Blocks that were too large even parted.
    package private(set) var skippedBlocks = 0

    /// Largest block whose members all meet each other.
    package static let blockMax = 400

    package init() {}

    package var count: Int { ids.count }

    package mutating func add(_ record: DuplicateRecord) {
        ids.append(record.id)
        signatures.append(Signature(record))
    }

    /// Every pair worth weighing, each once, the smaller position first, in order of position. Calls `body` with ids.
    package mutating func forEachPair<Failure: Error>(
        _ body: (Int64, Int64) throws(Failure) -> Void
    ) throws(Failure) {
        var pairs: [UInt64] = []
        for pass in BlockingPass.allCases { meet(in: pass, &pairs) }
        Self.sortUnique(&pairs)
        for pair in pairs { try body(ids[Int(pair >> 32)], ids[Int(pair & 0xFFFF_FFFF)]) }
    }

    private mutating func meet(in pass: BlockingPass, _ pairs: inout [UInt64]) {
        var entries: [Entry] = []
        entries.reserveCapacity(signatures.count)
        for (place, signature) in signatures.enumerated() {
            pass.forEachKey(of: signature) { entries.append(Entry(key: $0, place: UInt32(place))) }
        }
        entries.sort { $0.key == $1.key ? $0.place < $1.place : $0.key < $1.key }
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].key == entries[start].key { end += 1 }
            if end - start > 1 { meet(entries[start..<end].map(\.place), isParted: false, &pairs) }
            start = end
        }
        // Every pass may find the same pair again: what is known twice need not be kept twice.
        Self.sortUnique(&pairs)
    }

    private mutating func meet(_ places: [UInt32], isParted: Bool, _ pairs: inout [UInt64]) {
        if places.count > Self.blockMax {
            if isParted { skippedBlocks += 1 } else { part(places, &pairs) }
            return
        }
        for (i, one) in places.enumerated() {
            for other in places[(i + 1)...]
            where one != other && signatures[Int(one)].mayBeOne(signatures[Int(other)]) {
                pairs.append(UInt64(min(one, other)) << 32 | UInt64(max(one, other)))
            }
        }
    }

    private mutating func part(_ places: [UInt32], _ pairs: inout [UInt64]) {
        for value in Signature.parting {
            var blocks: [UInt32: [UInt32]] = [:]
            for place in places {
                let key = signatures[Int(place)][value]
                if key != 0 { blocks[key, default: []].append(place) }
            }
            for block in blocks.values where block.count > 1 { meet(block, isParted: true, &pairs) }
        }
    }

    private struct Entry {
        var key: UInt64
        var place: UInt32
    }

    private static func sortUnique(_ pairs: inout [UInt64]) {
        pairs.sort()
        var kept = 0
        for place in pairs.indices where place == 0 || pairs[place] != pairs[kept - 1] {
            pairs[kept] = pairs[place]
            kept += 1
        }
        pairs.removeLast(pairs.count - kept)
    }
}

/// The values of one record by which it meets others; 0 stands for a value it lacks.
struct Signature: Sendable {
    enum Value: Int, CaseIterable {
        case name
        case wordA
        case wordB
        /// Read aloud: pinyin, or the consonants of Latin words.
        case sound
        case birth
        case birthYear
        case idNumber
        case phoneA
        case phoneB
        case plateA
        case plateB
        case street
        case house
        case postcode
        case locality
        case extra
    }

    static let bytes = Value.allCases.count * 4

    /// By which a large block is parted.
    static let parting: [Value] = [.name, .birth, .idNumber, .phoneA, .plateA, .street, .wordA, .postcode]

    private let values: SIMD16<UInt32>

    subscript(value: Value) -> UInt32 { values[value.rawValue] }

    init(_ record: DuplicateRecord) {
        var values = SIMD16<UInt32>(repeating: 0)
        func set(_ value: Value, _ hash: UInt64?) {
            guard let hash else { return }
            values[value.rawValue] = max(1, UInt32(truncatingIfNeeded: hash))
        }
        func set(_ value: Value, _ bytes: [UInt8]?) {
            if let bytes, !bytes.isEmpty { set(value, StableHash.of(bytes)) }
        }
        let name = record.name
        if name.characters.isEmpty {
            let words = name.words.sorted { $0.lexicographicallyPrecedes($1) }
            set(.name, words.isEmpty ? nil : Array(words.joined()))
            // The longest two: titles and initials are short.
            let longest = words.sorted { $0.count > $1.count }
            set(.wordA, longest.first)
            set(.wordB, longest.dropFirst().first)
            set(.sound, words.flatMap(Self.consonants))
        } else if !name.isSurnameOnly {
            set(.name, name.charactersHash)
            set(.wordA, name.charactersHash)
            set(.sound, name.pinyin.first.map { Array($0.utf8) })
        }
        set(.birth, record.birth)
        set(.birthYear, record.birthYear.map { UInt64($0) &* 0x9E37_79B9 })
        set(.idNumber, record.idNumber)
        let phones = record.phones.sorted()
        set(.phoneA, phones.first.map { StableHash.of(Array(String($0).utf8)) })
        set(.phoneB, phones.dropFirst().first.map { StableHash.of(Array(String($0).utf8)) })
        let plates = record.plates.sorted { $0.lexicographicallyPrecedes($1) }
        set(.plateA, plates.first)
        set(.plateB, plates.dropFirst().first)
        set(.street, record.street.scalars.isEmpty ? nil : Self.hash(record.street.scalars))
        set(.house, record.houseNumber)
        set(.postcode, record.postcode)
        set(.locality, record.locality)
        set(.extra, record.extra)
        self.values = values
    }

    private static func hash(_ scalars: [UInt32]) -> UInt64 {
        var hash = StableHash()
        for scalar in scalars { hash.add(UInt64(scalar)) }
        return hash.value
    }

    /// First letter and the consonants after it, doubled ones once: `smith`, `smyth` -> `smth`.
    private static func consonants(_ word: [UInt8]) -> [UInt8] {
        var sound: [UInt8] = []
        for letter in word {
            let isVowel = "aeiouyhw".utf8.contains(letter)
            if sound.isEmpty || !isVowel && sound.last != letter { sound.append(letter) }
        }
        return sound
    }

    /// The cheap test before the records are weighed.
    func mayBeOne(_ other: Signature) -> Bool {
        func same(_ value: Value) -> Bool { self[value] != 0 && self[value] == other[value] }
        func meets(_ a: Value, _ b: Value) -> Bool {
            same(a) || same(b) || self[a] != 0 && self[a] == other[b] || self[b] != 0 && self[b] == other[a]
        }
        if same(.idNumber) { return true }
        var agreements = 0
        let words =
            same(.wordA) && same(.wordB)
            || self[.wordA] != 0 && self[.wordA] == other[.wordB] && self[.wordB] == other[.wordA]
        if words { agreements += 2 } else if meets(.wordA, .wordB) || same(.sound) { agreements += 1 }
        if same(.birth) || same(.birthYear) { agreements += 1 }
        if meets(.phoneA, .phoneB) { agreements += 1 }
        if meets(.plateA, .plateB) { agreements += 1 }
        if agreements >= 2 { return true }
        if same(.street) || same(.extra) { agreements += 1 }
        if same(.house) { agreements += 1 }
        if same(.postcode) || same(.locality) { agreements += 1 }
        return agreements >= 2
    }
}

/// The keys by which records meet, one kind after the other.
enum BlockingPass: CaseIterable {
    case idNumber
    case phone
    case plate
    case birth
    case name
    case sound
    case houseAndPlace
    case streetAndHouse
    case wordAndPlace
    case wordAndStreet
    case wordAndYear

    func forEachKey(of s: Signature, _ body: (UInt64) -> Void) {
        switch self {
        case .idNumber: Self.one(s[.idNumber], body)
        case .phone: Self.each([s[.phoneA], s[.phoneB]], body)
        case .plate: Self.each([s[.plateA], s[.plateB]], body)
        case .birth: Self.one(s[.birth], body)
        case .name: Self.one(s[.name], body)
        case .sound: Self.one(s[.sound], body)
        case .houseAndPlace:
            Self.both(s[.house], s[.postcode], body)
            Self.both(s[.house], s[.locality], body)
        case .streetAndHouse:
            Self.both(s[.street], s[.house], body)
            if s[.house] == 0 { Self.one(s[.street], body) }
        case .wordAndPlace:
            for word in [s[.wordA], s[.wordB]] {
                Self.both(word, s[.postcode], body)
                Self.both(word, s[.locality], body)
            }
        case .wordAndStreet:
            for word in [s[.wordA], s[.wordB]] {
                Self.both(word, s[.street], body)
                Self.both(word, s[.extra], body)
            }
        case .wordAndYear:
            for word in [s[.wordA], s[.wordB]] { Self.both(word, s[.birthYear], body) }
        }
    }

    private static func one(_ value: UInt32, _ body: (UInt64) -> Void) {
        if value != 0 { body(UInt64(value)) }
    }

    private static func each(_ values: [UInt32], _ body: (UInt64) -> Void) {
        for (place, value) in values.enumerated() where value != 0 && !values[..<place].contains(value) {
            body(UInt64(value))
        }
    }

    private static func both(_ a: UInt32, _ b: UInt32, _ body: (UInt64) -> Void) {
        if a != 0, b != 0 { body(UInt64(a) << 32 | UInt64(b)) }
    }
}
