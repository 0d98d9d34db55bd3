import Testing

@testable import Customers

@Suite struct DuplicateSearchTests {
    struct Quality {
        var found: Int
        var wrong: Int
        var real: Int
        var wrongPairs: [String] = []

        var precision: Double { found == 0 ? 0 : Double(found - wrong) / Double(found) }
        var recall: Double { real == 0 ? 0 : Double(found - wrong) / Double(real) }
        var f1: Double { 2 * precision * recall / (precision + recall) }
    }

    /// Everything a store does, in memory.
    static func quality(of people: [(label: Int, customer: Customer)]) -> Quality {
        let records = people.map { DuplicateRecord($0.customer) }
        var index = DuplicateIndex()
        var frequencies = NameFrequencies()
        for record in records {
            index.add(record)
            frequencies.add(record)
        }
        let scorer = DuplicateScorer(frequencies: frequencies)
        var prior = DuplicatePrior()
        var weighed: [(a: Int, b: Int, weight: Double)] = []
        index.forEachPair { a, b in
            let score = scorer.score(records[Int(a) - 1], records[Int(b) - 1])
            prior.add(weight: score.weight)
            weighed.append((Int(a) - 1, Int(b) - 1, score.weight))
        }
        let start = prior.weight(records: records.count)
        var counts: [Int: Int] = [:]
        for person in people { counts[person.label, default: 0] += 1 }
        var quality = Quality(found: 0, wrong: 0, real: counts.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 })
        for pair in weighed
        where AgreementModel.probability(weight: pair.weight, prior: start) >= AgreementModel.proposedProbability {
            quality.found += 1
            if people[pair.a].label != people[pair.b].label {
                quality.wrong += 1
                quality.wrongPairs.append(
                    "\(people[pair.a].customer.name ?? "-") / \(people[pair.b].customer.name ?? "-") \(pair.weight)")
            }
        }
        return quality
    }

    @Test(arguments: [(UInt64(7), 4_000, 1_000, 1), (11, 2_000, 3_000, 5)])
    func `five thousand synthetic records meet the bar`(seed: UInt64, originals: Int, copies: Int, each: Int) {
        let people = SyntheticPeople(seed: seed, originals: originals, copies: copies, copiesEachMax: each).people
        let quality = Self.quality(of: people)
        #expect(quality.precision >= 0.999, "\(quality)")
        #expect(quality.f1 >= 0.99, "\(quality)")
    }

    @Test func `Chinese names, phones and plates of our own meet the bar`() {
        let rows = Fixture.rows(of: PackageResources.persons_zh_csv)
        let people = rows.enumerated().map { place, row in
            var customer = Customer(id: CustomerID(Int64(place + 1)), name: row["name"], region: .taiwan)
            customer.sex = row["sex"]
            customer.birthDate = row["birth"].flatMap(BirthDate.read)
            customer.idNumber = row["id"].flatMap { $0.isEmpty ? nil : $0 }
            customer.address = row["address"].flatMap { $0.isEmpty ? nil : $0 }
            customer.phones = PhoneParser.parse(row["phone"] ?? "", region: .taiwan).map { $0.contact(isPrimary: true) }
            customer.plates =
                PlateParser.best(row["plate"] ?? "", preferred: .taiwan).map {
                    [$0.vehiclePlate(raw: row["plate"] ?? "")]
                } ?? []
            return (label: Int(row["label"] ?? "") ?? -1, customer: customer)
        }
        #expect(people.count == 683)
        let quality = Self.quality(of: people)
        #expect(quality.precision >= 0.999, "\(quality)")
        #expect(quality.f1 >= 0.99, "\(quality)")
    }

    @Test func `a placeholder that everybody has is parted or left out, and the rest is found`() {
        var people = SyntheticPeople(seed: 3, originals: 900, copies: 100, copiesEachMax: 1).people
        for place in people.indices {
            people[place].customer.phones = [
                ContactPhone(
                    raw: "0000", e164: "+886200000000", extensionDigits: nil, isValid: true, isPrimary: true)
            ]
        }
        let quality = Self.quality(of: people)
        #expect(quality.f1 >= 0.98, "\(quality)")
    }
}
