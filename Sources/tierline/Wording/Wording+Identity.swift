import Complaints
import Customers
import Desk
import Dossier
import Store

// Duplicates, merges, erasure.
extension Wording {
    func looksLike(_ ids: [String]) -> String {
        let list = ids.joined(separator: ", ")
        return choose(
            "看來就是 \(list)；未建檔。請先查看，確為另一人時加 --force", "看来就是 \(list)；未建档。请先查看，确为另一人时加 --force",
            "looks like \(list); nothing was kept. Look there first, and use --force for somebody else")
    }

    func merged(_ absorbed: String, into survivor: String, merge: Int64, rows: Int) -> String {
        choose(
            "\(absorbed) 已併入 \(survivor)，移動 \(rows) 筆；復原：tierline duplicates unmerge \(merge)",
            "\(absorbed) 已并入 \(survivor)，移动 \(rows) 条；撤销：tierline duplicates unmerge \(merge)",
            "\(absorbed) is now part of \(survivor), \(rows) rows moved; to undo: tierline duplicates unmerge \(merge)")
    }

    func unmerged(_ absorbed: String, from survivor: String) -> String {
        choose(
            "\(absorbed) 已自 \(survivor) 分出", "\(absorbed) 已从 \(survivor) 分出",
            "\(absorbed) is apart from \(survivor) again")
    }

    func notedDifferent(_ a: String, _ b: String) -> String {
        choose("\(a) 與 \(b) 不是同一人", "\(a) 与 \(b) 不是同一人", "\(a) and \(b) are not one person; not proposed again")
    }

    func duplicatesFound(_ found: Int, records: Int) -> String {
        choose(
            "\(records) 位客戶中找到 \(found) 對可能重複", "\(records) 位客户中找到 \(found) 对可能重复",
            "\(found) likely duplicates among \(records) customers")
    }

    func importedLookalikes(_ found: Int) -> String {
        choose(
            "\(found) 對客戶可能重複；請看 tierline duplicates list", "\(found) 对客户可能重复；请看 tierline duplicates list",
            "\(found) pairs of customers may be one person; see tierline duplicates list")
    }

    var duplicatesNotSought: String {
        choose(
            "未檢查重複；請執行 tierline duplicates find", "未检查重复；请运行 tierline duplicates find",
            "duplicates were not looked for; run tierline duplicates find")
    }

    func erased(_ id: String, rows: Int) -> String {
        choose(
            "\(id) 的個人資料已刪除，\(rows) 筆改為匿名", "\(id) 的个人数据已删除，\(rows) 条改为匿名",
            "erased the personal data of \(id); \(rows) rows made anonymous")
    }
}

extension IdentityRefusal {
    /// The word programs know the refusal by.
    var code: String {
        switch self {
        case .sameCustomer: "E_SAME_CUSTOMER"
        case .erased: "E_ERASED"
        case .unknownMerge: "E_UNKNOWN_MERGE"
        case .alreadyUndone: "E_ALREADY_UNDONE"
        case .laterMerge: "E_LATER_MERGE"
        case .legalHold: "E_LEGAL_HOLD"
        case .noReason: "E_NO_REASON"
        }
    }
}
