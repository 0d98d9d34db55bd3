/// What contacts were about, in the customer's own script, with the desk's wrap-up code each was closed with.
struct DemoTalk: Sendable {
    var traditional: String
    var simplified: String
    var english: String
    var wrapUpCode: String
    var weight: Int

    func text(_ script: Script) -> String {
        switch script {
        case .traditional: traditional
        case .simplified: simplified
        case .english: english
        }
    }

    private init(_ weight: Int, _ wrapUpCode: String, _ traditional: String, _ simplified: String, _ english: String) {
        self.traditional = traditional
        self.simplified = simplified
        self.english = english
        self.wrapUpCode = wrapUpCode
        self.weight = weight
    }

    static let all: [DemoTalk] = [
        DemoTalk(20, "booking", "預約保養，改到下週三上午", "预约保养，改到下周三上午", "Booked a service for Wednesday morning"),
        DemoTalk(12, "booking", "改約時間，客戶臨時出差", "改约时间，客户临时出差", "Moved the appointment; customer is travelling"),
        DemoTalk(14, "answered", "詢問保險續保費用", "咨询保险续保费用", "Asked what renewing the insurance costs"),
        DemoTalk(10, "answered", "詢問輪胎庫存與價格", "咨询轮胎库存和价格", "Asked about tyres in stock and their price"),
        DemoTalk(9, "answered", "發票抬頭需更正，已重新開立", "发票抬头需更正，已重开", "Invoice name corrected and sent again"),
        DemoTalk(7, "answered", "對帳，說明工時費明細", "核对账单，说明工时费明细", "Explained the labour on the invoice"),
        DemoTalk(8, "booking", "儀表板亮燈，建議進廠檢查", "仪表盘亮灯，建议进厂检查", "Warning light on; advised to come in"),
        DemoTalk(6, "booking", "保養後有異音，已約回廠", "保养后有异响，已约回厂", "Noise after the service; booked back in"),
        DemoTalk(5, "transferred", "國道拋錨，已派拖車", "高速抛锚，已派拖车", "Broken down on the motorway; truck sent"),
        DemoTalk(5, "call_back", "客戶希望主管回電", "客户希望主管回电", "Wants a call back from the supervisor"),
        DemoTalk(4, "answered", "感謝技師細心說明", "感谢技师细心讲解", "Thanked the mechanic for explaining"),
    ]
}
