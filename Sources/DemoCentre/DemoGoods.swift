import Customers
import Money

/// One thing the demo centre sells: a car-service chain with insurance and roadside help.
struct DemoGood: Sendable {
    var traditional: String
    var simplified: String
    var english: String
    /// Usual price in whole Taiwan dollars.
    var price: Int
    /// Share of the price that is left, in basis points; below zero for what is sold at a loss.
    var marginBasisPoints: Int
    /// How often it is bought beside the others.
    var weight: Int

    func name(_ script: Script) -> String {
        switch script {
        case .traditional: traditional
        case .simplified: simplified
        case .english: english
        }
    }

    /// A price near the usual one in the region's currency, in minor units.
    func price(in currency: Currency, percent: Int) -> Int64 {
        let taiwanDollars = Int64(price * percent / 100)
        return switch currency {
        case .cny, .hkd: taiwanDollars * 23 / 100 * 100
        default: max(1, taiwanDollars / 10 * 10)
        }
    }

    static let all: [DemoGood] = [
        DemoGood("定期保養", "定期保养", "Service, regular", 3200, 3200, 30),
        DemoGood("更換機油", "更换机油", "Oil change", 1600, 3800, 24),
        DemoGood("前煞車片", "前刹车片", "Brake pads, front", 4800, 3000, 9),
        DemoGood("輪胎四條", "轮胎四条", "Tyres, set of four", 14_800, 1800, 6),
        DemoGood("電瓶", "蓄电池", "Battery", 3900, 2400, 7),
        DemoGood("鈑金烤漆", "钣金喷漆", "Body and paint", 22_000, 2100, 4),
        DemoGood("強制險續保", "交强险续保", "Compulsory insurance", 1800, 900, 12),
        DemoGood("車體險", "车损险", "Comprehensive insurance", 26_000, 1100, 5),
        DemoGood("道路救援", "道路救援", "Roadside help", 2500, -400, 5),
        DemoGood("冷氣濾網", "空调滤芯", "Cabin filter", 900, 4500, 14),
        DemoGood("洗車套票", "洗车套票", "Car-wash tickets", 1200, 1500, 10),
        DemoGood("行車記錄器", "行车记录仪", "Dash camera", 5600, 2600, 4),
    ]

    private init(
        _ traditional: String, _ simplified: String, _ english: String, _ price: Int, _ marginBasisPoints: Int,
        _ weight: Int
    ) {
        self.traditional = traditional
        self.simplified = simplified
        self.english = english
        self.price = price
        self.marginBasisPoints = marginBasisPoints
        self.weight = weight
    }
}
