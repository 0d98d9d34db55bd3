import Desk
import Store

// What the audit commands say.
extension Wording {
    /// What was asked for is shown; that it was read may not be written down.
    func notNoted(_ error: StoreError) -> String {
        choose(
            "\(sentence(error))；這次查閱可能未記入稽核紀錄", "\(sentence(error))；本次查阅可能未记入审计记录",
            "\(sentence(error)); that this was read may be missing from the trail")
    }

    func lines(_ report: AuditReport, microseconds: Int64) -> [String] {
        let seconds = "\(microseconds / 1_000_000).\(microseconds / 100_000 % 10)"
        let isIntact = !report.faults.contains(where: \.isFault)
        var lines = [
            isIntact
                ? choose(
                    "稽核紀錄完好：\(report.lines) 行，\(report.events) 筆事件，\(report.cases) 件案件重算相符（\(seconds) 秒）",
                    "审计记录完好：\(report.lines) 行，\(report.events) 条事件，\(report.cases) 件工单重算相符（\(seconds) 秒）",
                    "intact: \(report.lines) lines, \(report.events) events, \(report.cases) cases folded anew, \(seconds) s"
                )
                : choose("稽核紀錄有誤：", "审计记录有误：", "the trail is not as it was written:")
        ]
        lines += report.faults.map { "  " + sentence($0) }
        if report.lines > 0, let first = report.firstKeyedLine, first > 1 {
            lines.append(
                choose(
                    "第 \(first) 行以前的金鑰已銷毀，僅核對連結；要全部核對請用 --seed-file",
                    "第 \(first) 行以前的密钥已销毁，仅核对链接；要全部核对请用 --seed-file",
                    "lines before \(first) were checked by their links only, for their keys are forgotten; --seed-file checks all"
                ))
        }
        lines.append(choose("最後一行 ", "最后一行 ", "head ") + "\(report.lines) \(report.head)")
        return lines
    }

    private func sentence(_ fault: AuditVerdict) -> String {
        switch fault {
        case .intact(let lines, _): choose("完好 \(lines) 行", "完好 \(lines) 行", "intact, \(lines) lines")
        case .lineChanged(let number):
            choose("第 \(number) 行已被更改", "第 \(number) 行已被更改", "line \(number) was changed")
        case .lineMissing(let number): choose("第 \(number) 行不見了", "第 \(number) 行不见了", "line \(number) is missing")
        case .tailCut(let lines, let noted):
            choose(
                "結尾被截斷：現有 \(lines) 行，檢查點記錄 \(noted) 行", "结尾被截断：现有 \(lines) 行，检查点记录 \(noted) 行",
                "the end was cut off: \(lines) lines, a checkpoint noted \(noted)")
        case .headChanged(let number):
            choose(
                "第 \(number) 行與檢查點不符：紀錄曾被重寫", "第 \(number) 行与检查点不符：记录曾被重写",
                "line \(number) is not the one a checkpoint noted: the trail was written anew")
        case .eventChanged(let number, let sequence):
            choose(
                "\(number) 的第 \(sequence) 筆事件與紀錄不符", "\(number) 的第 \(sequence) 条事件与记录不符",
                "event \(sequence) of \(number) is not what the trail vouches for")
        case .eventMissing(let number, let sequence):
            choose(
                "\(number) 缺少第 \(sequence) 筆事件", "\(number) 缺少第 \(sequence) 条事件",
                "event \(sequence) of \(number) is missing")
        case .eventsMissing(let count):
            choose("缺少 \(count) 筆事件", "缺少 \(count) 条事件", "\(count) events the trail knows are missing")
        case .rowChanged(let number, let table):
            choose(
                "\(number) 的 \(table) 與事件重算結果不符", "\(number) 的 \(table) 与事件重算结果不符",
                "\(table) of \(number) is not what its events make of it")
        case .caseNotChecked(let number, let policy):
            choose(
                "\(number) 未核對：缺少政策 \(policy)", "\(number) 未核对：缺少政策 \(policy)",
                "\(number) was not folded anew: policy \(policy) is not at hand")
        }
    }

    func notAText(_ path: String) -> String {
        choose("\(path)：不是可讀的文字檔", "\(path)：不是可读的文本文件", "\(path): is no text that can be read")
    }

    func notACheckpoint(_ place: String) -> String {
        choose(
            "\(place)：不是檢查點；應為 tierline audit checkpoint 的輸出", "\(place)：不是检查点；应为 tierline audit checkpoint 的输出",
            "\(place): is no checkpoint; give what tierline audit checkpoint wrote")
    }

    func checkpointKept(_ lines: Int, in file: String) -> String {
        choose(
            "已將第 \(lines) 行的檢查點寫入 \(file)", "已将第 \(lines) 行的检查点写入 \(file)",
            "noted \(lines) lines in \(file); keep it off this machine")
    }

    func bundleMade(_ number: String, in folder: String, files: Int) -> String {
        choose(
            "\(number) 已匯出至 \(folder)（\(files) 個檔案）", "\(number) 已导出至 \(folder)（\(files) 个文件）",
            "\(number) is in \(folder), \(files) files")
    }

    func breachSummary(_ actor: String, people: Int, acts: Int) -> String {
        choose(
            "\(actor) 接觸了 \(people) 位客戶的資料，共 \(acts) 筆紀錄", "\(actor) 接触了 \(people) 位客户的数据，共 \(acts) 条记录",
            "\(actor) touched the data of \(people) customers in \(acts) lines of the trail")
    }
}
