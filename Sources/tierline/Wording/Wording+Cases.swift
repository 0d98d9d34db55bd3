import Desk
import Dossier

// What the commands say of cases, histories and the demo.
extension Wording {
    func timelineKind(_ kind: TimelineEntry.Kind) -> String {
        switch kind {
        case .call: choose("來電", "来电", "call")
        case .message: choose("訊息", "消息", "message")
        case .visit: choose("來店", "到店", "visit")
        case .note: choose("備註", "备注", "note")
        case .purchase: choose("消費", "消费", "purchase")
        case .purchaseReturn: choose("退貨", "退货", "return")
        case .complaint: choose("客訴", "投诉", "complaint")
        case .other: choose("其他", "其他", "other")
        }
    }

    func caseOpened(_ number: String) -> String {
        choose("已立案 \(number)", "已立案 \(number)", "opened \(number)")
    }

    func caseMoved(_ number: String, event: String, state: String, version: Int) -> String {
        choose(
            "\(number) \(event)：\(state)（第 \(version) 版）", "\(number) \(event)：\(state)（第 \(version) 版）",
            "\(number) \(event): \(state), version \(version)")
    }

    func creditGrade(_ grade: String) -> String {
        choose("信用 \(grade)", "信用 \(grade)", "credit \(grade)")
    }

    func buildingDemo(customers: Int, path: String) -> String {
        choose(
            "正在建立 \(customers) 位虛構客戶的示範資料庫：\(path)", "正在建立 \(customers) 位虚构客户的演示数据库：\(path)",
            "making a synthetic centre of \(customers) customers: \(path)")
    }

    var noDeskYet: String {
        choose(
            "此版本尚無全螢幕桌面", "此版本尚无全屏桌面", "this build has no full-screen desk yet; see tierline --help for the commands")
    }
}
