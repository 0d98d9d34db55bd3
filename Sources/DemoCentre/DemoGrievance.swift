/// What a complaint is about: the words of the customer and how it is filed.
struct DemoGrievance: Sendable {
    var category: String
    var summary: (traditional: String, simplified: String, english: String)
    var remedy: (traditional: String, simplified: String, english: String)

    func summary(_ script: Script) -> String { Self.words(summary, script) }
    func remedy(_ script: Script) -> String { Self.words(remedy, script) }

    private static func words(_ texts: (String, String, String), _ script: Script) -> String {
        switch script {
        case .traditional: texts.0
        case .simplified: texts.1
        case .english: texts.2
        }
    }

    static let all: [DemoGrievance] = [
        DemoGrievance(
            category: "repair",
            summary: ("煞車異音二次返修未解決", "刹车异响二次返修未解决", "Brakes still squeal after two repairs"),
            remedy: ("免費重修並賠償交通費", "免费重修并赔偿交通费", "Repair free of charge and pay the taxi")),
        DemoGrievance(
            category: "billing", summary: ("發票抬頭開錯，兩週未更正", "发票抬头开错，两周未更正", "Wrong name on the invoice for two weeks"),
            remedy: ("重開發票", "重开发票", "A correct invoice")),
        DemoGrievance(
            category: "waiting",
            summary: ("預約後現場仍等候三小時", "预约后现场仍等候三小时", "Three hours of waiting in spite of the booking"),
            remedy: ("道歉並折抵工資", "道歉并折抵工时费", "An apology and something off the bill")),
        DemoGrievance(
            category: "staff", summary: ("接待人員態度不佳", "接待人员态度不好", "The person at the desk was rude"),
            remedy: ("主管出面道歉", "主管出面道歉", "An apology from the supervisor")),
        DemoGrievance(
            category: "parts",
            summary: ("零件缺貨一再延後交車", "配件缺货一再延后交车", "Part out of stock; delivery put off again and again"),
            remedy: ("提供代步車", "提供代步车", "A car to use meanwhile")),
        DemoGrievance(
            category: "billing", summary: ("同一筆費用重複扣款", "同一笔费用重复扣款", "Charged twice for the same service"),
            remedy: ("退還重複扣款", "退还重复扣款", "The second charge back")),
    ]
}
