import Desk
import Dossier
import Valuation

// What the commands answer.
extension Wording {
    func storeMade(path: String, administrator: String) -> String {
        choose(
            "已建立資料庫 \(path)，管理員為 \(administrator)", "已建立数据库 \(path)，管理员为 \(administrator)",
            "made the store \(path); its administrator is \(administrator)")
    }

    func nobodyFound(_ text: String) -> String {
        choose(
            "查無「\(text)」；可用 tierline customer new 建檔", "查不到“\(text)”；可用 tierline customer new 建档",
            "nobody found for \"\(text)\"; tierline customer new keeps a new customer")
    }

    func severalFound(_ text: String, customers: [String]) -> String {
        let list = customers.joined(separator: ", ")
        return choose(
            "「\(text)」有 \(customers.count) 位客戶：\(list)；請用客戶編號指定", "“\(text)”有 \(customers.count) 位客户：\(list)；请用客户编号指定",
            "\"\(text)\" is \(customers.count) customers': \(list); name one by number")
    }

    func moreThanShown(_ count: Int) -> String {
        choose("只列出前 \(count) 筆", "只列出前 \(count) 条", "only the first \(count) are shown")
    }

    func openComplaints(_ count: Int) -> String {
        choose("未結客訴 \(count)", "未结投诉 \(count)", count == 1 ? "1 open complaint" : "\(count) open complaints")
    }

    func customerKept(_ id: String) -> String {
        choose("已儲存 \(id)", "已保存 \(id)", "kept \(id)")
    }

    func notTheCustomers(_ text: String) -> String {
        choose("此客戶沒有「\(text)」", "此客户没有“\(text)”", "the customer has no \"\(text)\"; see tierline customer show")
    }

    func tiersUpdated(customers: Int, changed: Int) -> String {
        choose(
            "已重算 \(customers) 位客戶，\(changed) 位改變等級", "已重算 \(customers) 位客户，\(changed) 位改变等级",
            "recomputed \(customers) customers; \(changed) changed tier")
    }

    func userAdded(_ login: String) -> String {
        choose("已新增使用者 \(login)", "已添加用户 \(login)", "added the user \(login)")
    }

    func rowCounts(customers: Int, purchases: Int, contacts: Int, complaints: Int) -> String {
        choose(
            "客戶 \(customers)，消費 \(purchases)，聯繫 \(contacts)，客訴 \(complaints)",
            "客户 \(customers)，消费 \(purchases)，联系 \(contacts)，投诉 \(complaints)",
            "\(customers) customers, \(purchases) purchases, \(contacts) contacts, \(complaints) complaints")
    }

    func agentCount(_ count: Int) -> String {
        choose("在職 \(count) 人", "在职 \(count) 人", "\(count) active")
    }

    func doctorState(_ state: Doctor.Finding.State) -> String {
        switch state {
        case .sound: choose("正常", "正常", "sound")
        case .warning: choose("注意", "注意", "warning")
        case .fault: choose("故障", "故障", "FAULT")
        }
    }
}

extension Wording {
    func warningCount(_ count: Int) -> String {
        choose("\(count) 項警告", "\(count) 项警告", count == 1 ? "1 warning" : "\(count) warnings")
    }
}
