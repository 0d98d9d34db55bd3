import Complaints
import Customers
import Desk
import Dossier

extension SubjectFile {
    func json(in centre: Centre, wording: Wording) -> JSON {
        [
            "made_at": .string(centre.timestamp(centre.now)),
            "record": card.json(in: centre, wording: wording),
            "history": .list(history) { $0.json(in: centre) },
            "complaint_files": .list(complaints) { $0.json(in: centre) },
            "consents": .list(consents) { consent in
                [
                    "purpose": .string(consent.consent.purpose.rawValue), "given": .boolean(consent.consent.isGiven),
                    "at": .string(centre.timestamp(consent.at)), "by": .string(consent.by),
                ]
            },
            "merges": .list(merges) { $0.json(in: centre) },
            "uses": .list(uses) { use in
                [
                    "at": .string(centre.timestamp(use.at)), "by": .string(use.by), "act": .string(use.act),
                    "detail": .string(use.detail),
                ]
            },
        ]
    }

    /// The same to be read by a person.
    func lines(in centre: Centre, wording: Wording) -> [String] {
        var lines = [wording.subjectTitle(card.customer.id.description, at: centre.minute(centre.now)), ""]
        lines += CustomerText(card: card, centre: centre, wording: wording).lines
        lines += ["", wording.subjectHistory]
        lines += history.map { TimelineText.line($0, in: centre, wording: wording) }
        for file in complaints {
            lines += ["", wording.subjectComplaint(file.complaint.caseNumber.description)]
            lines += ComplaintText(file: file, centre: centre, wording: wording).lines
        }
        lines += ["", wording.subjectConsents]
        lines += consents.map {
            "\(centre.minute($0.at))  \($0.consent.purpose.rawValue)  \(wording.yesOrNo($0.consent.isGiven))  \($0.by)"
        }
        lines += ["", wording.subjectUses]
        lines += uses.map { "\(centre.minute($0.at))  \($0.by)  \($0.act)  \($0.detail)" }
        return lines
    }
}

extension Wording {
    func subjectTitle(_ id: String, at: String) -> String {
        choose("客戶 \(id) 的全部資料，\(at)", "客户 \(id) 的全部数据，\(at)", "All that is kept about \(id), \(at)")
    }

    var subjectHistory: String { choose("往來紀錄", "往来记录", "History") }
    var subjectConsents: String { choose("同意紀錄", "同意记录", "Consents") }
    var subjectUses: String { choose("何人何時查看或變更", "何人何时查看或更改", "Who looked at or changed it, and when") }

    func subjectComplaint(_ number: String) -> String {
        choose("客訴 \(number)", "投诉 \(number)", "Complaint \(number)")
    }

    func yesOrNo(_ isYes: Bool) -> String { isYes ? choose("同意", "同意", "yes") : choose("拒絕", "拒绝", "no") }
}
