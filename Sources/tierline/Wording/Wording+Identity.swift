import Complaints
import Customers
import Desk
import Store

// Duplicates, merges, erasure.
extension Wording {
    func sentence(_ refusal: IdentityRefusal) -> String {
        switch refusal {
        case .sameCustomer(let id):
            choose("兩個編號都是 \(id)", "两个编号都是 \(id)", "both numbers are \(id) already; name two customers")
        case .erased(let id):
            choose("\(id) 的個人資料已刪除", "\(id) 的个人数据已删除", "\(id) was erased; nothing of the person is left")
        case .unknownMerge(let merge):
            choose("沒有合併 \(merge)", "没有合并 \(merge)", "no merge \(merge); merge prints its number")
        case .alreadyUndone(let merge):
            choose("合併 \(merge) 已復原", "合并 \(merge) 已撤销", "merge \(merge) has been undone already")
        case .laterMerge(let merge, let later):
            choose(
                "合併 \(merge) 之後又有合併 \(later)；請先復原 \(later)", "合并 \(merge) 之后又有合并 \(later)；请先撤销 \(later)",
                "merge \(later) came after merge \(merge); undo \(later) first")
        case .legalHold(let id, let cases):
            heldSentence(id.description, cases.map(\.description).joined(separator: ", "))
        case .noReason:
            choose("刪除個人資料須說明理由（--reason）", "删除个人数据须说明理由（--reason）", "an erasure needs a reason: --reason")
        }
    }

    private func heldSentence(_ id: String, _ cases: String) -> String {
        choose(
            "\(id) 有未結客訴 \(cases)，依法保留，結案後才能刪除", "\(id) 有未结投诉 \(cases)，依法保留，结案后才能删除",
            "\(id) is under legal hold by open complaints \(cases); close them first")
    }

    func purpose(_ purpose: ConsentPurpose) -> String {
        switch purpose {
        case .marketing: choose("行銷", "营销", "marketing")
        case .recording: choose("錄音", "录音", "recording")
        case .sharing: choose("資料提供第三人", "数据提供第三方", "sharing")
        case .research: choose("研究調查", "调查研究", "research")
        }
    }

    func profile(percent: Int, askNext: ProfileCompleteness.Field?) -> String {
        guard let askNext else {
            return choose("資料完整度 \(percent)%", "资料完整度 \(percent)%", "profile \(percent)% complete")
        }
        let next = word(askNext)
        return choose(
            "資料完整度 \(percent)%，接著問：\(next)", "资料完整度 \(percent)%，接着问：\(next)",
            "profile \(percent)% complete; ask next: \(next)")
    }

    private func word(_ field: ProfileCompleteness.Field) -> String {
        switch field {
        case .plate: choose("車牌", "车牌", "plate")
        case .name: choose("姓名", "姓名", "name")
        case .phone: choose("電話", "电话", "phone")
        case .region: choose("地區", "地区", "region")
        case .address: choose("地址", "地址", "address")
        case .preferences: choose("偏好", "偏好", "preferences")
        case .contactPreference: choose("聯絡方式偏好", "联系方式偏好", "contact preference")
        case .consent: choose("同意事項", "同意事项", "consent")
        case .birthYear: choose("出生年", "出生年", "year of birth")
        }
    }

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
