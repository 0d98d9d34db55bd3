import Customers

/// People as FEBRL's generator makes them: originals, and copies with the slips of typists and scanners.
///
/// P. Christen, "Probabilistic Data Generation for Deduplication and Data Linkage" (2005): per copy a few fields are
/// spoilt by insertions, deletions, substitutions, transpositions, split and joined words, values left out, replaced or
/// written into each other's columns. Names follow Zipf's law. The same seed gives the same people everywhere.
struct SyntheticPeople {
    private(set) var people: [(label: Int, customer: Customer)] = []
    private var random: SeededRandom

    private static let fields = 10
    private static let beginnings =
        "ba,be,bri,car,cha,cla,da,de,el,em,fa,ge,ha,ja,jo,ka,la,li,ma,me,mi,na,ni,pa,re,ro,sa,so,ta,wi"
    private static let endings =
        "bel,beth,chael,cob,dison,gan,than,la,len,lie,lin,lyn,mes,na,nard,nell,rick,ron,ry,sha,son,stin,ter,thew,ton,tor,van,vin,wen,xon"

    init(seed: UInt64, originals: Int, copies: Int, copiesEachMax: Int) {
        random = SeededRandom(seed: seed)
        var made: [(label: Int, fields: [String])] = []
        for label in 0..<originals { made.append((label, original())) }
        var copiesOf = [Int](repeating: 0, count: originals)
        while made.count < originals + copies {
            let label = random.below(originals)
            guard copiesOf[label] < copiesEachMax else { continue }
            copiesOf[label] += 1
            made.append((label, spoilt(made[label].fields)))
        }
        for place in made.indices.reversed() { made.swapAt(place, random.below(place + 1)) }
        people = made.enumerated().map { ($1.label, Self.customer($1.fields, id: $0 + 1)) }
    }

    private static func customer(_ fields: [String], id: Int) -> Customer {
        func value(_ place: Int) -> String? { fields[place].isEmpty ? nil : fields[place] }
        let name = [value(0), value(1)].compactMap { $0 }.joined(separator: " ")
        var customer = Customer(id: CustomerID(Int64(id)), name: name.isEmpty ? nil : name, region: nil)
        customer.address = value(3)
        customer.addressParts = AddressParts(
            houseNumber: value(2), extra: value(4), locality: value(5), postcode: value(6), province: value(7))
        customer.birthDate = value(8).flatMap(BirthDate.read)
        customer.birthYear = customer.birthDate.flatMap(BirthDate.year)
        customer.idNumber = value(9)
        return customer
    }

    private mutating func original() -> [String] {
        let hasExtra = random.below(10) < 6
        return [
            name(of: 300), name(of: 900), String(1 + random.below(1 + random.below(300))),
            name(of: 2_000) + [" street", " place", " crescent", " court"][random.below(4)],
            hasExtra ? name(of: 1_500) + " " + name(of: 60) : "", name(of: 1_200), String(2000 + random.below(3_000)),
            ["nsw", "vic", "qld", "wa", "sa", "tas"][random.below(6)],
            "\(1900 + random.below(100))\(two(1 + random.below(12)))\(two(1 + random.below(28)))",
            String(1_000_000 + random.below(9_000_000)),
        ]
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// One of so many names, the first ones far more often.
    private mutating func name(of count: Int) -> String {
        let place = min(random.below(count), random.below(count), random.below(count))
        let (first, last) = (Self.beginnings.split(separator: ","), Self.endings.split(separator: ","))
        let middle = place / 900 == 0 ? "" : String(first[place / 900 % first.count])
        return String(first[place % 30]) + middle + String(last[place / 30 % 30])
    }

    private mutating func spoilt(_ original: [String]) -> [String] {
        var fields = original
        for _ in 0..<1 + random.below(5) {
            let place = random.below(Self.fields)
            switch random.below(100) {
            case 0..<6: fields[place] = ""
            case 6..<9: fields.swapAt(0, 1)
            case 9..<11: fields.swapAt(3, 4)
            case 11..<12: fields.swapAt(5, 6)
            case 12..<14: fields[place] = self.original()[place]
            default: fields[place] = slip(fields[place])
            }
        }
        return fields
    }

    private mutating func slip(_ text: String) -> String {
        var letters = Array(text)
        guard letters.count > 1 else { return text }
        let place = random.below(letters.count - 1)
        let isDigits = letters.allSatisfy(\.isNumber)
        let other = Array(isDigits ? "0123456789" : "abcdefghijklmnopqrstuvwxyz")[random.below(isDigits ? 10 : 26)]
        switch random.below(isDigits ? 2 : 5) {
        case 0: letters[place] = other
        case 1: letters.swapAt(place, place + 1)
        case 2: letters.insert(other, at: place)
        case 3: letters.remove(at: place)
        default:
            if let space = letters.firstIndex(of: " ") {
                letters.remove(at: space)
            } else {
                letters.insert(" ", at: place + 1)
            }
        }
        return String(letters)
    }
}

/// Numbers that are the same for a seed on every machine (SplitMix64).
struct SeededRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ mixed >> 31) % UInt64(max(limit, 1)))
    }
}
