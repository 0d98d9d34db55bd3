package import Customers
import Dossier

// The review of people known twice.
extension Wording {
    func duplicatesTitle(_ screen: DuplicateScreen) -> String {
        func marked(_ text: String, _ isOn: Bool) -> String { isOn ? "[\(text)]" : " \(text) " }
        let waits = say("待查 \(screen.waiting)", "待查 \(screen.waiting)", "waiting \(screen.waiting)")
        let done = say("已合併 \(screen.merges.count)", "已合并 \(screen.merges.count)", "merged \(screen.merges.count)")
        return duplicatesName + "  " + marked(waits, screen.list == .waiting) + marked(done, screen.list == .merged)
    }

    var duplicatesName: String { say("疑似重複客戶", "疑似重复客户", "Known twice?") }

    func duplicatesHint(_ screen: DuplicateScreen, wide: Bool) -> String {
        switch (screen.list, wide) {
        case (.merged, _):
            say(
                "Ctrl-Z 復原所選合併  Tab 待查  Esc 關閉", "Ctrl-Z 撤销所选合并  Tab 待查  Esc 关闭",
                "Ctrl-Z undoes the chosen merge, Tab waiting, Esc closes")
        case (.waiting, true):
            say(
                "+ 合併  - 不是同一人  * 換保留者  Ctrl-Z 復原  Enter 放大  Tab 已合併",
                "+ 合并  - 不是同一人  * 换保留者  Ctrl-Z 撤销  Enter 放大  Tab 已合并",
                "+ merge  - different  * swap  Ctrl-Z undo  Enter zoom  Tab merged")
        case (.waiting, false):
            say(
                "+ 合併 - 非同一人 * 換保留 Ctrl-Z 復原 Tab", "+ 合并 - 非同一人 * 换保留 Ctrl-Z 撤销 Tab",
                "+ merge - different * swap Ctrl-Z undo Tab")
        }
    }

    func noDuplicates(_ list: DuplicateScreen.List) -> String {
        switch list {
        case .waiting:
            say(
                "沒有待查的客戶；匯入時與 tierline duplicates find 會找。", "没有待查的客户；导入时与 tierline duplicates find 会找。",
                "No pair waits: imports and tierline duplicates find look for them.")
        case .merged: say("沒有合併過客戶。", "没有合并过客户。", "No customers have been merged.")
        }
    }

    /// `+14.2`: bits, with their sign.
    package func bits(_ weight: Double) -> String {
        let tenths = Int((max(-9999, min(9999, weight)) * 10).rounded())
        return (tenths < 0 ? "-" : "+") + "\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }

    /// `+7.1 同一電話、-3.0 姓名不同  合計 +4.1`.
    func evidence(_ evidence: [DuplicateEvidence], total: Double) -> String {
        evidence.map { words($0) }.joined(separator: comma) + say("  合計 ", "  合计 ", "  in all ") + bits(total)
    }

    /// What one field says, with its weight.
    package func words(_ evidence: DuplicateEvidence) -> String {
        bits(evidence.weight) + " " + (evidence.weight > 0 ? agreeing(evidence.field) : differing(evidence.field))
    }

    private func agreeing(_ field: DuplicateField) -> String {
        switch field {
        case .idNumber: say("同一證號", "同一证号", "same ID number")
        case .birthDate: say("同一生日", "同一生日", "same birth date")
        case .name: say("同名", "同名", "same name")
        case .phone: say("同一電話", "同一电话", "same phone")
        case .plate: say("同一車牌", "同一车牌", "same plate")
        case .street: say("同一地址", "同一地址", "same address")
        case .houseNumber: say("同一門牌", "同一门牌", "same house")
        case .addressExtra: say("同一樓室", "同一楼室", "same floor")
        case .place: say("同一地區", "同一地区", "same place")
        case .province: say("同一省市", "同一省市", "same province")
        case .sex: say("同性別", "同性别", "same sex")
        case .household: say("同住調整", "同住调整", "household")
        }
    }

    private func differing(_ field: DuplicateField) -> String {
        switch field {
        case .idNumber: say("證號不同", "证号不同", "other ID number")
        case .birthDate: say("生日不同", "生日不同", "other birth date")
        case .name: say("姓名不同", "姓名不同", "other name")
        case .phone: say("電話不同", "电话不同", "other phone")
        case .plate: say("車牌不同", "车牌不同", "other plate")
        case .street: say("地址不同", "地址不同", "other address")
        case .houseNumber: say("門牌不同", "门牌不同", "other house")
        case .addressExtra: say("樓室不同", "楼室不同", "other floor")
        case .place: say("地區不同", "地区不同", "other place")
        case .province: say("省市不同", "省市不同", "other province")
        case .sex: say("性別不同", "性别不同", "other sex")
        case .household: say("同住調整", "同住调整", "household")
        }
    }

    /// A sign and a word, at most four cells.
    func mark(_ agreement: ComparedField.Agreement) -> String {
        switch agreement {
        case .same: say("= 同", "= 同", "same")
        case .partly: say("~ 部", "~ 部", "part")
        case .differs: say("x 異", "x 异", "diff")
        case .oneSided: say("- 缺", "- 缺", "one")
        }
    }

    func standing(_ id: CustomerID, stays: Bool) -> String {
        stays ? say("[保留] \(id)", "[保留] \(id)", "[stays] \(id)") : say("併入 \(id)", "并入 \(id)", "joins \(id)")
    }

    /// The name that tells a record, or what there is instead of one.
    func headline(_ customer: Customer) -> String {
        customer.name ?? customer.plates.first?.display ?? customer.phones.first.map {
            Wording.phone($0.e164 ?? $0.raw)
        }
            ?? customer.id.description
    }

    var historyLabel: String { say("往來", "往来", "History") }
    /// What there is to move.
    func history(_ side: DuplicateSide, _ state: DeskState) -> String {
        let last = side.lastContact.map { shortDate($0, now: state.now, zone: state.zone) } ?? "-"
        return say(
            "購 \(side.purchases) 往來 \(side.interactions) 未結 \(side.openComplaints) 上次 \(last)",
            "购 \(side.purchases) 往来 \(side.interactions) 未结 \(side.openComplaints) 上次 \(last)",
            "\(side.purchases) bought, \(side.interactions) contacts, \(side.openComplaints) open, last \(last)")
    }

    func value(_ text: String, comparedField id: String) -> String {
        switch id {
        case "sex": sex(text)
        case "phones":
            text.split(separator: ";").map { Wording.phone($0.drop { $0 == " " }.description) }.joined(separator: "; ")
        default: text
        }
    }

    var duplicatesHelp: [(keys: String, text: String)] {
        [
            (say("上 下 左 右", "上 下 左 右", "arrows"), say("換一對", "换一对", "another pair")),
            ("+  F6", say("合併；標了保留的那筆留下", "合并；标了保留的那条留下", "merges; the record marked as staying stays")),
            ("-", say("不是同一人，不再提示", "不是同一人，不再提示", "two people: never proposed again")),
            ("*", say("改留另一筆", "改留另一条", "the other record stays")),
            ("Ctrl-Z", say("復原所選的一對或合併", "撤销所选的一对或合并", "takes the chosen decision back")),
            ("Enter", say("放大並排比較", "放大并排比较", "the comparison alone")),
            ("Tab", say("待查與已合併之間切換", "待查与已合并之间切换", "between waiting and merged")),
            ("F5", say("再讀一次，新的排在最後", "再读一次，新的排在最后", "reads again; new pairs come last")),
            ("0-9", say("開始新的查詢", "开始新的查询", "begins a new look-up")),
        ]
    }

    var comma: String { say("，", "，", ", ") }
    var underWay: String { say("處理中", "处理中", "under way") }
    func mergedInto(_ id: CustomerID) -> String { say("已併入 \(id)", "已并入 \(id)", "merged into \(id)") }
    var notOnePerson: String { say("不是同一人，不再提示", "不是同一人，不再提示", "not one person: not proposed again") }
    var partedAgain: String { say("已復原", "已撤销", "taken back") }

    /// `C000233 王建國 併入 C000017 王建國  amy`.
    func line(_ line: MergeLine) -> String {
        let (gone, kept) = (line.merge.absorbed.description, line.merge.survivor.description)
        let (his, its) = (line.absorbedName ?? nameless, line.survivorName ?? nameless)
        return say(
            "\(gone) \(his) 併入 \(kept) \(its)  \(line.merge.by)", "\(gone) \(his) 并入 \(kept) \(its)  \(line.merge.by)",
            "\(gone) \(his) into \(kept) \(its)  \(line.merge.by)")
    }

    func sentence(_ outcome: IdentityOutcome) -> String {
        switch outcome {
        case .merged(let merge):
            say(
                "\(merge.absorbed) 已併入 \(merge.survivor)，移動 \(merge.movedRows) 筆",
                "\(merge.absorbed) 已并入 \(merge.survivor)，移动 \(merge.movedRows) 条",
                "\(merge.absorbed) is now part of \(merge.survivor): \(merge.movedRows) rows moved")
        case .parted(let merge):
            say(
                "已復原：\(merge.absorbed) 與 \(merge.survivor) 各自分開", "已撤销：\(merge.absorbed) 与 \(merge.survivor) 各自分开",
                "Taken back: \(merge.absorbed) and \(merge.survivor) are apart again")
        case .different(let a, let b):
            say("已記下：\(a) 與 \(b) 不是同一人", "已记下：\(a) 与 \(b) 不是同一人", "Noted: \(a) and \(b) are not one person")
        case .undecided(let a, let b):
            say("\(a) 與 \(b) 回到待查", "\(a) 与 \(b) 回到待查", "\(a) and \(b) wait to be looked at again")
        }
    }
}
