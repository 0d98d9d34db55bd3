import Complaints
import WorkingTime

/// One complaint of the demo: whose it is and what happened, step by step.
struct DemoCasePlan {
    /// The story's name, for messages.
    var name: String
    /// The customer's place.
    var customer: Int
    var steps: [DemoStep]
}

/// One event of a complaint.
struct DemoStep {
    var at: Instant
    var type: EventType
    /// Login of who does it.
    var by: String
    var fields: [String: FieldValue]
}

/// Which complaints a demo centre has.
enum DemoCases {
    /// Complaints for every thousand customers, beside one of each story.
    static let perThousandCustomers = 24

    /// How many complaints the centre has.
    static func count(of centre: DemoCentre) -> Int {
        min(centre.customers, DemoStory.all.count + centre.customers * perThousandCustomers / 1000)
    }

    /// Places of the customers who complain, spread over the whole centre; the same for the same centre.
    static func customers(of centre: DemoCentre) -> [Int] {
        let count = count(of: centre)
        return (0..<count).map { 1 + $0 * centre.customers / count }
    }

    /// Every story once, then stories drawn by weight; nil people (never the case) would be left out.
    static func plans(of centre: DemoCentre, people: [Int: DemoCustomer]) -> [DemoCasePlan] {
        var random = RandomSource(seed: centre.seed, part: 3)
        return customers(of: centre).enumerated().compactMap { place, index in
            guard let person = people[index] else { return nil }
            let story =
                place < DemoStory.all.count
                ? DemoStory.all[place] : random.pick(weighted: DemoStory.all.map { ($0.weight, $0) })
            return story.map { $0.plan(customer: index, person: person, centre: centre, &random) }
        }
    }
}
