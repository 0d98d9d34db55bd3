import Complaints
package import Customers
package import Dossier

// Who is who: refusals of merging, parting and erasing, consents, and what is still to be asked.
extension Wording {
    package func sentence(_ refusal: IdentityRefusal) -> String {
        switch refusal {
        case .sameCustomer(let id):
            say("兩個編號都是 \(id)", "两个编号都是 \(id)", "both numbers are \(id) already; name two customers")
        case .erased(let id):
            say("\(id) 的個人資料已刪除", "\(id) 的个人数据已删除", "\(id) was erased; nothing of the person is left")
        case .unknownMerge(let merge):
            say("沒有合併 \(merge)", "没有合并 \(merge)", "no merge \(merge); merge prints its number")
        case .alreadyUndone(let merge):
            say("合併 \(merge) 已復原", "合并 \(merge) 已撤销", "merge \(merge) has been undone already")
        case .laterMerge(let merge, let later):
            say(
                "合併 \(merge) 之後又有合併 \(later)；請先復原 \(later)", "合并 \(merge) 之后又有合并 \(later)；请先撤销 \(later)",
                "merge \(later) came after merge \(merge); undo \(later) first")
        case .legalHold(let id, let cases):
            heldSentence(id.description, cases.map(\.description).joined(separator: ", "))
        case .noReason:
            say("刪除個人資料須說明理由（--reason）", "删除个人数据须说明理由（--reason）", "an erasure needs a reason: --reason")
        }
    }

    private func heldSentence(_ id: String, _ cases: String) -> String {
        say(
            "\(id) 有未結客訴 \(cases)，依法保留，結案後才能刪除", "\(id) 有未结投诉 \(cases)，依法保留，结案后才能删除",
            "\(id) is under legal hold by open complaints \(cases); close them first")
    }

    package func purpose(_ purpose: ConsentPurpose) -> String {
        switch purpose {
        case .marketing: say("行銷", "营销", "marketing")
        case .recording: say("錄音", "录音", "recording")
        case .sharing: say("資料提供第三人", "数据提供第三方", "sharing")
        case .research: say("研究調查", "调查研究", "research")
        }
    }

    package func profile(percent: Int, askNext: ProfileCompleteness.Field?) -> String {
        guard let askNext else {
            return say("資料完整度 \(percent)%", "资料完整度 \(percent)%", "profile \(percent)% complete")
        }
        let next = word(askNext)
        return say(
            "資料完整度 \(percent)%，接著問：\(next)", "资料完整度 \(percent)%，接着问：\(next)",
            "profile \(percent)% complete; ask next: \(next)")
    }

    func word(_ field: ProfileCompleteness.Field) -> String {
        switch field {
        case .plate: say("車牌", "车牌", "plate")
        case .name: say("姓名", "姓名", "name")
        case .phone: say("電話", "电话", "phone")
        case .region: say("地區", "地区", "region")
        case .address: say("地址", "地址", "address")
        case .preferences: say("偏好", "偏好", "preferences")
        case .contactPreference: say("聯絡方式偏好", "联系方式偏好", "contact preference")
        case .consent: say("同意事項", "同意事项", "consent")
        case .birthYear: say("出生年", "出生年", "year of birth")
        }
    }
}
