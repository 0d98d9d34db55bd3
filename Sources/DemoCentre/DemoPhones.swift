import Customers

/// Makes phone numbers inside blocks chosen for the demo: the numbering plan accepts them, and they are plain to see.
///
/// No region reserves numbers for fiction, so each block is narrow and its numbers differ only in the last digits:
/// Taiwan 0900-0x-xxxx and (02) 2555-xxxx, the mainland 170-00xx-xxxx and 021-5555-xxxx, Hong Kong 510x-xxxx and
/// 2555-xxxx.
struct DemoPhones {
    private var usedMobiles: Set<Int> = []

    /// A mobile number as people write it, never handed out twice within a centre; nil when its block is used up.
    mutating func mobile(_ region: Region, _ random: inout RandomSource) -> String? {
        let blockSize = 100_000
        for _ in 0..<200 {
            let number = random.below(blockSize)
            let key = number * 4 + (region == .taiwan ? 0 : region == .china ? 1 : 2)
            guard usedMobiles.insert(key).inserted else { continue }
            return Self.written(mobile: Self.padded(number, 5), region, style: random.below(4))
        }
        return nil
    }

    /// A line number, with an extension for an organisation now and then.
    func landline(_ region: Region, withExtension: Bool, _ random: inout RandomSource) -> String {
        let tail = Self.padded(random.below(10_000), 4)
        let style = random.below(3)
        let number: String
        switch region {
        case .taiwan: number = ["(02)2555-\(tail)", "02-2555-\(tail)", "02 2555 \(tail)"][style]
        case .china: number = ["021-5555\(tail)", "(021) 5555 \(tail)", "+86 21 5555\(tail)"][style]
        default: number = ["2555 \(tail)", "2555\(tail)", "+852 2555 \(tail)"][style]
        }
        guard withExtension else { return number }
        let digits = random.within(10...899)
        switch region {
        case .taiwan: return number + ["#\(digits)", " 分機\(digits)", " ext. \(digits)"][random.below(3)]
        case .china: return number + ["转\(digits)", " 分机\(digits)"][random.below(2)]
        default: return number + " ext \(digits)"
        }
    }

    private static func written(mobile tail: String, _ region: Region, style: Int) -> String {
        let first = tail.prefix(1)
        let last = tail.suffix(4)
        switch region {
        case .taiwan:
            let middle = tail.prefix(2)
            let end = tail.suffix(3)
            return ["0900-0\(middle)-\(end)", "09000\(tail)", "+886 900 0\(middle) \(end)", "0900 0\(middle)\(end)"][
                style]
        case .china:
            return ["170000\(tail)", "170-000\(first)-\(last)", "170 000\(first) \(last)", "+86170000\(tail)"][style]
        default: return ["510\(first) \(last)", "510\(tail)", "+852 510\(first) \(last)", "510\(first)-\(last)"][style]
        }
    }

    static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
