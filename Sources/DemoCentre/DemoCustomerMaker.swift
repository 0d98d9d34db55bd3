import Customers
import WorkingTime

/// Makes the customers of a centre one after another: who they are and how they can be reached.
struct DemoCustomerMaker {
    private let seed: UInt64
    private let calendar: DemoCalendar
    private var phones = DemoPhones()
    private var plates = DemoPlates()
    /// A mobile that the next few customers may share, as families do.
    private var familyPhone: (region: Region, text: String)?

    init(seed: UInt64, now: Instant) {
        self.seed = seed
        self.calendar = DemoCalendar(now: now)
    }

    /// The customer number `index`, from 1. Customers must be asked for in order: numbers are never handed out twice.
    mutating func customer(_ index: Int) -> DemoCustomer {
        var random = RandomSource(seed: seed, part: 1, index: index)
        let isOrganisation = random.chance(permille: 90)
        let region =
            random.pick(weighted: [(450, Region.taiwan), (350, Region.china), (200, Region.hongKong)]) ?? .taiwan
        let script = Self.script(in: region, &random)
        let habit = DemoHabit.drawn(isOrganisation: isOrganisation, &random)
        let name =
            isOrganisation
            ? DemoName.organisation(script, region: region, &random) : DemoName.person(script, &random)
        let reference = "D" + DemoPhones.padded(index, 5)
        var history = RandomSource(seed: seed, part: 2, index: index)
        let past = DemoHistory(reference: reference, habit: habit, region: region, script: script, calendar: calendar)
        let purchases = past.purchases(&history)
        let contacts = past.contacts(&history)
        return DemoCustomer(
            reference: reference, kind: isOrganisation ? .organisation : .person, name: name, script: script,
            region: region,
            sex: isOrganisation || random.chance(permille: 100)
                ? nil : random.chance(permille: 500) ? "female" : "male",
            birthYear: isOrganisation || random.chance(permille: 300) ? nil : random.within(1942...2004),
            creditGrade: Self.grade(habit, &random), hint: DemoRemarks.hint(script, &random),
            preferences: DemoRemarks.preference(script, &random),
            vulnerableNeed: isOrganisation ? nil : DemoRemarks.need(script, &random),
            responsible: random.pick(DemoAgents.answeringCalls) ?? "amy",
            phones: numbers(isOrganisation, region, &random), plates: vehicles(habit, region, &random),
            purchases: purchases, contacts: contacts)
    }

    private static func script(in region: Region, _ random: inout RandomSource) -> Script {
        switch region {
        case .taiwan: random.chance(permille: 40) ? .english : .traditional
        case .china: random.chance(permille: 30) ? .english : .simplified
        default: random.chance(permille: 450) ? .english : .traditional
        }
    }

    private static func grade(_ habit: DemoHabit, _ random: inout RandomSource) -> CreditGrade? {
        guard random.chance(permille: 600) else { return nil }
        if habit == .costly { return random.pick(weighted: [(3, CreditGrade.b), (4, .c), (3, .d)]) }
        return random.pick(weighted: [(50, CreditGrade.a), (35, .b), (13, .c), (2, .d)])
    }

    /// One to three numbers; one customer in forty shares a mobile with the one before.
    private mutating func numbers(_ isOrganisation: Bool, _ region: Region, _ random: inout RandomSource) -> [String] {
        var numbers: [String] = []
        if isOrganisation {
            numbers.append(phones.landline(region, withExtension: random.chance(permille: 500), &random))
        }
        if let shared = familyPhone, shared.region == region, random.chance(permille: 60) {
            numbers.append(shared.text)
        } else if let mobile = phones.mobile(region, &random) {
            numbers.append(mobile)
            if !isOrganisation { familyPhone = (region, mobile) }
        }
        if !isOrganisation, random.chance(permille: 250) {
            numbers.append(phones.landline(region, withExtension: false, &random))
        }
        if random.chance(permille: 60), let second = phones.mobile(region, &random) { numbers.append(second) }
        return numbers
    }

    private mutating func vehicles(_ habit: DemoHabit, _ region: Region, _ random: inout RandomSource) -> [String] {
        let count: Int
        switch habit {
        case .fleet: count = random.within(2...5)
        case .onlyCalls, .new: count = random.within(0...1)
        default: count = random.chance(permille: 120) ? 2 : random.chance(permille: 850) ? 1 : 0
        }
        return (0..<count).compactMap { _ in plates.plate(region, &random) }
    }
}
