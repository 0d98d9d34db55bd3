import Customers

/// The bench's made-up customer number `n`: the same for every run, so a query can be derived without asking the store.
struct MadeCustomer {
    let number: Int

    private static let surnames = Array("王李張劉陳楊黃趙吳周徐孫馬朱胡郭何高林羅鄭梁謝宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈")
    private static let given = Array(
        "偉芳娜敏靜麗強磊洋艷勇軍傑娟濤明超秀霞平剛桂英華玉蘭紅建國文斌輝力鵬飛旭東志遠雅婷怡君家豪淑惠俊宏佳穎宗翰思妤承恩品睿子涵欣悅浩然梓萱晨曦雨桐博文")
    private static let latinFirst = ["Amelia", "Oliver", "Zoe", "Noah", "Iris", "Leo", "Maya", "Hugo", "Nora", "Felix"]
    private static let latinLast = [
        "Abbott", "Barnes", "Carver", "Dalton", "Ellery", "Foster", "Garner", "Harlow", "Irving", "Jarvis", "Keller",
        "Lawson", "Mercer", "Norton", "Osborn", "Porter", "Quincy", "Rowland", "Sutton", "Thorne",
    ]
    private static let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ")

    /// A number that looks random and is a function of the customer and `salt` alone (SplitMix64's finaliser).
    func mixed(_ salt: UInt64) -> UInt64 {
        var z = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 &+ salt &* 0xD1B5_4A32_D192_ED03
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    private func pick<Element>(_ list: [Element], _ salt: UInt64) -> Element {
        list[Int(mixed(salt) % UInt64(list.count))]
    }

    var name: String {
        if mixed(1) % 5 == 0 { return pick(Self.latinFirst, 2) + " " + pick(Self.latinLast, 3) }
        let second = mixed(4) % 10 == 0 ? "" : String(pick(Self.given, 5))
        return String(pick(Self.surnames, 6)) + String(pick(Self.given, 7)) + second
    }

    var isMainland: Bool { mixed(8) % 3 == 0 }

    /// National digits of the mobile number, unique for each customer up to ten million.
    var phoneDigits: String {
        let scattered = (UInt64(number) &* 7_368_787) % 10_000_019
        let digits = String(scattered % 100_000_000)
        let tail = String(repeating: "0", count: 8 - digits.utf8.count) + digits
        return isMainland ? "138" + tail : "09" + tail
    }

    var e164: String { isMainland ? "+86" + phoneDigits : "+886" + phoneDigits.dropFirst() }

    /// Six customers in ten have a plate.
    var plate: (key: String, display: String)? {
        guard mixed(9) % 10 < 6 else { return nil }
        let series = String([pick(Self.letters, 10), pick(Self.letters, 11), pick(Self.letters, 12)])
        let digits = String(1_000 + mixed(13) % 9_000)
        return (series + digits, series + "-" + digits)
    }

    var customer: Customer {
        let region: Region = isMainland ? .china : .taiwan
        var customer = Customer(id: CustomerID(0), name: name, region: region)
        customer.reference = String(number)
        customer.phones = [
            ContactPhone(raw: phoneDigits, e164: e164, extensionDigits: nil, isValid: true, isPrimary: true)
        ]
        if let plate {
            customer.plates = [
                VehiclePlate(
                    raw: plate.display, key: plate.key, display: plate.display, region: .taiwan, isVerified: true)
            ]
        }
        return customer
    }
}
