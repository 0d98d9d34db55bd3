import Customers

/// Makes licence plates in the grammar of each region, never the same one twice.
struct DemoPlates {
    private var used: Set<String> = []

    mutating func plate(_ region: Region, _ random: inout RandomSource) -> String? {
        for _ in 0..<50 {
            let plate = Self.drawn(region, &random)
            if used.insert(plate).inserted { return plate }
        }
        return nil
    }

    private static func drawn(_ region: Region, _ random: inout RandomSource) -> String {
        switch region {
        case .taiwan: return taiwan(&random)
        case .china: return china(&random)
        default:
            let letters = letter(&random, "ABCDEFGHJKLMNPRSTUVWXYZ") + letter(&random, "ABCDEFGHJKLMNPRSTUVWXYZ")
            return letters + " " + String(random.within(1...9999))
        }
    }

    /// Three letters and four digits since 2012; the older two and four, and motorcycles, one time in six.
    private static func taiwan(_ random: inout RandomSource) -> String {
        let letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"
        func some(_ count: Int) -> String { (0..<count).map { _ in letter(&random, letters) }.joined() }
        let isOld = random.chance(permille: 170)
        let digits = isOld ? "0123456789" : "012356789"
        func number(_ count: Int) -> String { (0..<count).map { _ in letter(&random, digits) }.joined() }
        guard isOld else { return some(3) + "-" + number(4) }
        switch random.below(3) {
        case 0: return some(2) + "-" + number(4)
        case 1: return number(4) + "-" + some(2)
        default: return some(3) + "-" + number(3)
        }
    }

    /// Province, letter and five; new-energy plates with six, one time in six. With or without the dot.
    private static func china(_ random: inout RandomSource) -> String {
        let province = letter(&random, "京沪粤浙苏川闽")
        let city = letter(&random, "ABCDEFGH")
        let dot = random.chance(permille: 300) ? "·" : ""
        let digits = "0123456789"
        func number(_ count: Int) -> String { (0..<count).map { _ in letter(&random, digits) }.joined() }
        if random.chance(permille: 170) { return province + city + dot + letter(&random, "DF") + number(5) }
        return province + city + dot + number(random.below(2) + 3).prefix(3)
            + letter(&random, "ABCDEFGHJKLMNPQRSTUVWXYZ") + number(1)
    }

    private static func letter(_ random: inout RandomSource, _ alphabet: String) -> String {
        random.pick(Array(alphabet)).map { String($0) } ?? ""
    }
}
