/// How a customer buys: what makes a few worth much, most worth little and some cost more than they bring.
enum DemoHabit: Sendable {
    case fleet
    case regular
    case occasional
    case single
    /// Buys at a loss, returns and calls often.
    case costly
    /// First seen less than ninety days ago.
    case new
    /// Has called, never bought.
    case onlyCalls

    static func drawn(isOrganisation: Bool, _ random: inout RandomSource) -> DemoHabit {
        let people: [(weight: Int, element: DemoHabit)] = [
            (20, .fleet), (190, .regular), (420, .occasional), (170, .single), (60, .costly), (90, .new),
            (50, .onlyCalls),
        ]
        let organisations: [(weight: Int, element: DemoHabit)] = [
            (350, .fleet), (350, .regular), (150, .occasional), (50, .single), (40, .costly), (40, .new),
            (20, .onlyCalls),
        ]
        return random.pick(weighted: isOrganisation ? organisations : people) ?? .occasional
    }

    /// How many visits in two years.
    var orders: ClosedRange<Int> {
        switch self {
        case .fleet: 24...60
        case .regular: 7...16
        case .occasional: 2...6
        case .single: 1...1
        case .costly: 3...8
        case .new: 0...1
        case .onlyCalls: 0...0
        }
    }

    /// How many contacts in two years.
    var contacts: ClosedRange<Int> {
        switch self {
        case .fleet: 8...24
        case .regular: 3...10
        case .occasional: 1...5
        case .single: 0...2
        case .costly: 14...40
        case .new: 1...2
        case .onlyCalls: 1...4
        }
    }

    /// Days back to the earliest first visit.
    var daysBack: ClosedRange<Int> {
        switch self {
        case .new: 1...80
        case .single, .onlyCalls: 20...729
        default: 240...729
        }
    }
}
