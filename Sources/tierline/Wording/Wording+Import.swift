import Desk
import Exchange

// What an import says while it runs and when it is done.
extension Wording {
    func importProgress(rows: Int, rowsPerSecond: Int, secondsLeft: Int?) -> String {
        let left = secondsLeft.map { choose("，剩 \($0) 秒", "，剩 \($0) 秒", ", \($0) s left") } ?? ""
        return choose(
            "\(rows) 列，每秒 \(rowsPerSecond) 列", "\(rows) 行，每秒 \(rowsPerSecond) 行",
            "\(rows) rows, \(rowsPerSecond) a second") + left
    }

    func importDone(_ result: ImportResult) -> String {
        var text = choose(
            "\(result.rows) 列：新增 \(result.inserted)，更新 \(result.updated)，不變 \(result.unchanged)，退回 \(result.rejected)",
            "\(result.rows) 行：新增 \(result.inserted)，更新 \(result.updated)，不变 \(result.unchanged)，退回 \(result.rejected)",
            "\(result.rows) rows: \(result.inserted) inserted, \(result.updated) updated, \(result.unchanged) unchanged, "
                + "\(result.rejected) rejected")
        text += choose("；", "；", "; ") + readAs(result)
        if let file = result.rejectsFile { text += choose("；退回：\(file)", "；退回：\(file)", "; rejects in \(file)") }
        if result.isDryRun { text += choose("；僅試讀，未儲存", "；仅试读，未保存", "; dry run, nothing was kept") }
        if !result.ignoredColumns.isEmpty {
            let list = result.ignoredColumns.joined(separator: ", ")
            text += choose("；未使用的欄位：\(list)", "；未使用的列：\(list)", "; columns not used: \(list)")
        }
        return text
    }

    /// How the file was read: its sheet, or its encoding and whether that was only found out.
    private func readAs(_ result: ImportResult) -> String {
        if let sheet = result.sheet { return choose("工作表「\(sheet)」", "工作表“\(sheet)”", "sheet \(sheet)") }
        let name = result.encoding.rawValue
        switch result.encodingWitness {
        case .content: return choose("\(name)（偵測）", "\(name)（检测）", "\(name) (detected)")
        case .nothing:
            return choose("\(name)（無法辨識編碼）", "\(name)（无法识别编码）", "\(name) (no known encoding fits)")
        case .told, .map, .mark, .workbook, .ascii: return name
        }
    }

    func importStopped(_ file: String, line: Int) -> String {
        choose(
            "已停止；再次執行同一指令會從 \(file):\(line) 接著讀，已讀的不會重複", "已停止；再次执行同一命令会从 \(file):\(line) 接着读，已读的不会重复",
            "stopped; the same command goes on from \(file):\(line), and nothing is kept twice")
    }

    func exportDone(rows: Int, file: String) -> String {
        choose("\(rows) 列已寫入 \(file)", "\(rows) 行已写入 \(file)", "\(rows) rows written to \(file)")
    }

    func mayNotExport(login: String) -> String {
        choose(
            "\(login) 沒有這項匯出權限", "\(login) 没有这项导出权限",
            "\(login) may not export this; it takes a supervisor, and more rows a manager")
    }
}
