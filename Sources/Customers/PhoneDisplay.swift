/// A number grouped for the eye.
enum PhoneDisplay {
    /// `0912-345-678`, `02-2720-8889`, `138-0013-8000`, `010-6505-6666`, `2255 3838`; with `+886 ` and without the
    /// trunk zero outside its own region. Numbers of other plans in the library's international format.
    static func grouped(e164: String, region: Region) -> String {
        for plan in plans where e164.hasPrefix(plan.prefix) {
            let national = e164.dropFirst(plan.prefix.utf8.count)
            guard let text = plan.group(national, plan.region == region) else { break }
            return plan.region == region ? text : plan.prefix + " " + text
        }
        return PhonePlan.internationalFormat(e164: e164) ?? e164
    }

    private struct Plan {
        var prefix: String
        var region: Region
        /// National number and whether the trunk zero belongs before it; nil for a length it does not know.
        var group: @Sendable (Substring, Bool) -> String?
    }

    private static let plans = [
        Plan(prefix: "+886", region: .taiwan) { national, isHome in
            let trunk = isHome ? "0" : ""
            switch national.utf8.count {
            case 9 where national.hasPrefix("9") || national.hasPrefix("80"): return trunk + cut(national, [3, 3, 3])
            case 10 where national.hasPrefix("70"): return trunk + cut(national, [2, 4, 4])
            case 8...9: return fixedLine(national, country: 886, trunk: trunk)
            default: return nil
            }
        },
        Plan(prefix: "+86", region: .china) { national, isHome in
            switch national.utf8.count {
            case 11 where national.hasPrefix("1"): return cut(national, [3, 4, 4])
            case 10 where national.hasPrefix("400") || national.hasPrefix("800"): return cut(national, [3, 3, 4])
            case 7...11: return fixedLine(national, country: 86, trunk: isHome ? "0" : "")
            default: return nil
            }
        },
        Plan(prefix: "+852", region: .hongKong) { national, _ in
            national.utf8.count == 8 ? cut(national, [4, 4], separator: " ") : nil
        },
    ]

    private static func fixedLine(_ national: Substring, country: Int, trunk: String) -> String? {
        guard let area = PhoneAreas.areaDigits(country: country, national: national) else { return nil }
        let local = national.dropFirst(area)
        let groups =
            switch local.utf8.count {
            case 8: [4, 4]
            case 7: [3, 4]
            case 6: [3, 3]
            default: [local.utf8.count]
            }
        return trunk + national.prefix(area) + "-" + cut(local, groups)
    }

    private static func cut(_ digits: Substring, _ lengths: [Int], separator: String = "-") -> String {
        var rest = digits
        var groups: [Substring] = []
        for length in lengths {
            groups.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return groups.joined(separator: separator)
    }
}
