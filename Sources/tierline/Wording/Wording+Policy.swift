import Complaints
import Configuration
import Desk
import Dossier
import Store
import WorkingTime

// What the policy and calendar commands answer.
extension Wording {
    func policyProposed(_ reference: String) -> String {
        choose(
            "已提出政策 \(reference)，待另一人核准（tierline policy approve）", "已提出政策 \(reference)，待另一人批准（tierline policy approve）",
            "proposed \(reference); another person publishes it with tierline policy approve")
    }

    func policyPublished(_ reference: String, from start: String) -> String {
        choose(
            "已發布政策 \(reference)，自 \(start) 生效", "已发布政策 \(reference)，自 \(start) 生效",
            "published \(reference), in force from \(start)")
    }

    func migrationProposed(_ reference: String) -> String {
        choose(
            "已提出將未結案件移至 \(reference)，待另一人以 --approve 核准", "已提出将未结案件移至 \(reference)，待另一人以 --approve 批准",
            "proposed to move the open cases to \(reference); another person does it with --approve")
    }

    func migrationDone(_ reference: String, moved: Int, refused: Int) -> String {
        choose(
            "已將 \(moved) 件移至 \(reference)，\(refused) 件維持原政策", "已将 \(moved) 件移至 \(reference)，\(refused) 件维持原政策",
            "moved \(moved) cases to \(reference); \(refused) keep their policy")
    }

    func calendarProposed(_ reference: String) -> String {
        choose(
            "已提出行事曆 \(reference)，待另一人發布同一檔案", "已提出日历 \(reference)，待另一人发布同一文件",
            "proposed the calendar \(reference); it is in force once a director or compliance officer publishes the same file"
        )
    }

    func calendarPublished(_ reference: String, seen: Int, moved: Int) -> String {
        choose(
            "已發布行事曆 \(reference)；未結案件 \(seen)，重算 \(moved)", "已发布日历 \(reference)；未结案件 \(seen)，重算 \(moved)",
            "published the calendar \(reference); \(moved) of \(seen) open cases run on it now")
    }

    func unknownPolicy(_ reference: String) -> String {
        choose(
            "沒有已發布的政策 \(reference)", "没有已发布的政策 \(reference)",
            "no published policy \(reference); tierline policy propose, then approve")
    }

    /// What differs, a line each, then the open cases it meets.
    func lines(_ impact: PolicyImpact, in context: some CaseContext) -> [String] {
        var lines = [
            choose(
                "與 \(impact.against) 相比：\(impact.differences.count) 項不同",
                "与 \(impact.against) 相比：\(impact.differences.count) 项不同",
                "compared with \(impact.against): \(impact.differences.count) differences")
        ]
        var knobs = TextTable()
        for difference in impact.differences {
            knobs.add([
                "", SafeText.line(difference.knob), SafeText.line(difference.before ?? "-"), "->",
                SafeText.line(difference.after ?? "-"),
            ])
        }
        lines += knobs.lines
        for warning in impact.warnings { lines.append("  " + SafeText.line(sentence(warning))) }
        guard let seen = impact.casesSeen else { return lines }
        lines.append(
            choose(
                "未結案件 \(seen)，期限會變的計時 \(impact.moves.count)", "未结案件 \(seen)，期限会变的计时 \(impact.moves.count)",
                "open cases \(seen), due times that would move \(impact.moves.count)"))
        var moves = TextTable()
        for move in impact.moves {
            moves.add([
                "", move.caseNumber.description, move.move.clock.name,
                move.move.before.map { context.timestamp($0) } ?? "-",
                "->", move.move.after.map { context.timestamp($0) } ?? "-", later(move),
            ])
        }
        lines += moves.lines
        if impact.isCut { lines.append("  " + moreThanShown(seen)) }
        return lines
    }

    /// Totals, then each complaint that would have gone otherwise.
    func lines(_ replay: PolicyReplay, in centre: Centre) -> [String] {
        let changed = replay.cases.filter(\.isChanged)
        let before = replay.cases.reduce(0) { $0 + $1.lateBefore }
        let after = replay.cases.reduce(0) { $0 + $1.lateAfter }
        var lines = [
            choose(
                "\(replay.policy)：\(replay.cases.count) 件，\(changed.count) 件不同；逾期計時 \(before) -> \(after)",
                "\(replay.policy)：\(replay.cases.count) 件，\(changed.count) 件不同；超时计时 \(before) -> \(after)",
                "\(replay.policy): \(replay.cases.count) cases, \(changed.count) would differ; clocks late \(before) -> \(after)"
            )
        ]
        var table = TextTable()
        for item in changed {
            for clock in item.clocks where clock.before?.due != clock.after?.due {
                table.add([
                    "", item.number.description, clock.clock, clock.before?.due.map { centre.timestamp($0) } ?? "-",
                    "->",
                    clock.after?.due.map { centre.timestamp($0) } ?? "-",
                ])
            }
            for refused in item.refused {
                table.add(["", item.number.description, refused.event.rawValue, refused.code.rawValue])
            }
        }
        lines += table.lines
        if replay.isCut { lines.append("  " + moreThanShown(replay.cases.count)) }
        return lines
    }

    private func later(_ move: PolicyImpact.Move) -> String {
        move.move.isRefused ? choose("較晚，須展延", "较晚，须延期", "later: needs an extension") : ""
    }

    func sentence(_ refusal: PublishingRefusal, place: String, in centre: Centre) -> String {
        switch refusal {
        case .forbiddenRole(let login, let needed):
            let roles = needed.map(\.rawValue).joined(separator: ", ")
            return choose(
                "「\(login)」沒有權限；須為 \(roles)", "“\(login)”没有权限；须为 \(roles)",
                "\"\(login)\" may not do that; it takes a \(roles)")
        case .selfApproval(let login):
            return choose(
                "「\(login)」不能核准自己提出的內容；請由另一人核准", "“\(login)”不能批准自己提出的内容；请由另一人批准",
                "\"\(login)\" proposed it and may not approve it; another person must")
        case .startInPast(let start):
            let moment = centre.minute(start)
            return choose(
                "\(place)：生效時間 \(moment) 已過；請改為現在以後", "\(place)：生效时间 \(moment) 已过；请改为现在以后",
                "\(place): effective_from \(moment) lies in the past; write a time from now on")
        case .unknown(let name, let version):
            return choose(
                "沒有待核准的 \(name) \(version)；請先提出", "没有待批准的 \(name) \(version)；请先提出",
                "nothing waits under \(name) \(version); propose it first")
        case .alreadyPublished(let name, let version):
            return choose(
                "\(name) \(version) 已發布；請用新的版本", "\(name) \(version) 已发布；请用新的版本",
                "\(name) \(version) is published already; give the change a new version")
        case .otherText(let name, let version):
            return choose(
                "\(place)：與待核准的 \(name) \(version) 內容不同；請核准同一檔案", "\(place)：与待批准的 \(name) \(version) 内容不同；请批准同一文件",
                "\(place): differs from the \(name) \(version) that waits; publish the same file, or propose this one")
        }
    }
}
