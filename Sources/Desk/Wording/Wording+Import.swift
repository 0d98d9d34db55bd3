import Dossier

// Files brought in at the desk.
extension Wording {
    var importName: String { say("匯入檔案", "导入文件", "Import a file") }

    func importTitle(_ screen: ImportScreen) -> String {
        switch screen.stage {
        case .file: importName + say("：選檔案", "：选文件", ": choose it")
        case .plan: importName + say("：編碼與欄位", "：编码与列", ": encoding and columns")
        case .run: importName
        }
    }

    func importHint(_ screen: ImportScreen) -> String {
        switch screen.stage {
        case .file where screen.isTyping:
            say(
                "Tab 補全，Enter 選用，下鍵到清單，Esc 關閉", "Tab 补全，Enter 选用，下键到列表，Esc 关闭",
                "Tab completes, Enter takes it, Down to the list, Esc closes")
        case .file:
            say(
                "數字選，Tab 打路徑，左鍵上一層，Esc 關閉", "数字选，Tab 打路径，左键上一层，Esc 关闭",
                "digits choose, Tab types a path, Left goes up, Esc closes")
        case .plan:
            say(
                "Enter 更改，F4 編碼，Ctrl-S 試讀，Esc 換檔案", "Enter 更改，F4 编码，Ctrl-S 试读，Esc 换文件",
                "Enter changes, F4 encoding, Ctrl-S tries, Esc other file")
        case .run where screen.run?.isRunning == true:
            say(
                "Ctrl-C 停止（整批保留），Esc 離開，匯入照跑", "Ctrl-C 停止（整批保留），Esc 离开，导入照跑",
                "Ctrl-C stops after a batch; Esc leaves it running")
        case .run where screen.run?.isTry == true:
            say(
                "Ctrl-S 正式匯入，Enter 回欄位，上下捲動", "Ctrl-S 正式导入，Enter 回列，上下滚动",
                "Ctrl-S imports, Enter back to columns, arrows scroll")
        case .run:
            say("Enter 完成，左鍵回欄位，上下捲動", "Enter 完成，左键回列，上下滚动", "Enter closes, Left back to columns, arrows scroll")
        }
    }

    var filePrompt: String { say("檔案>", "文件>", "File>") }
    func fileName(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }
    func cannotRead(_ path: String, _ number: Int32) -> String {
        say(
            "無法讀取 \(path)（系統錯誤 \(number)）", "无法读取 \(path)（系统错误 \(number)）",
            "cannot read \(path) (system error \(number))")
    }

    func size(_ bytes: Int64) -> String {
        switch bytes {
        case ..<10_000: "\(bytes) B"
        case ..<10_000_000: "\(bytes / 1_000) kB"
        default: "\(bytes / 1_000_000) MB"
        }
    }

    var subjectLabel: String { say("內容", "内容", "Rows are") }
    var encodingLabel: String { say("編碼", "编码", "Encoding") }
    var sheetLabel: String { say("工作表", "工作表", "Sheet") }
    var leftOut: String { say("不讀", "不读", "not read") }
    var tryIt: String { say("[ 試讀 ]  Ctrl-S，不儲存", "[ 试读 ]  Ctrl-S，不保存", "[ Try ]  Ctrl-S, keeps nothing") }
    var startImport: String { say("[ 開始匯入 ]", "[ 开始导入 ]", "[ Import ]") }
    var detectEncoding: String { say("由內容偵測", "由内容检测", "detect it") }

    func encoding(_ sheet: ImportSheet) -> String {
        sheet.encoding + (sheet.isDetected ? say("（偵測）", "（检测）", " (detected)") : "")
    }

    func word(_ subject: ImportSubject) -> String {
        switch subject {
        case .customers: say("客戶", "客户", "customers")
        case .vehicles: say("車輛", "车辆", "vehicles")
        case .purchases: say("購買紀錄", "购买记录", "purchases")
        case .interactions: say("往來紀錄", "往来记录", "contacts")
        case .complaints: say("客訴", "投诉", "complaints")
        case .holdings: say("持有產品", "持有产品", "holdings")
        }
    }

    func runs(_ run: ImportRun) -> String {
        let what = run.isTry ? say("試讀", "试读", "Trying ") : say("匯入", "导入", "Importing ")
        return what + word(run.plan.subject) + "  " + run.plan.file
    }

    /// `12,000 列，每秒 8,000 列，剩 20 秒  45%`.
    func progress(_ run: ImportRun) -> String {
        if run.isStopping, run.isRunning { return say("停止中，先存完這一批", "停止中，先存完这一批", "stopping after this batch") }
        guard let status = run.status else { return run.isRunning ? say("開始", "开始", "starting") : "" }
        let left = status.secondsLeft.map { say("，剩 \($0) 秒", "，剩 \($0) 秒", ", \($0) s left") } ?? ""
        return say(
            "\(status.rows) 列，每秒 \(status.rowsPerSecond) 列", "\(status.rows) 行，每秒 \(status.rowsPerSecond) 行",
            "\(status.rows) rows, \(status.rowsPerSecond) a second") + (run.isRunning ? left : "")
            + "  \(status.percent)%"
    }

    func counts(_ outcome: ImportOutcome) -> String {
        say(
            "\(outcome.rows) 列：新增 \(outcome.inserted)，更新 \(outcome.updated)，不變 \(outcome.unchanged)，退回 \(outcome.rejected)",
            "\(outcome.rows) 行：新增 \(outcome.inserted)，更新 \(outcome.updated)，不变 \(outcome.unchanged)，退回 \(outcome.rejected)",
            "\(outcome.rows) rows: \(outcome.inserted) new, \(outcome.updated) changed, \(outcome.unchanged) same, "
                + "\(outcome.rejected) refused")
    }

    func remarks(_ outcome: ImportOutcome, isTry: Bool) -> [String] {
        [
            isTry ? say("只是試讀，沒有儲存。", "只是试读，没有保存。", "A try: nothing was kept.") : nil,
            outcome.resumeLine.map {
                say(
                    "已停止；再匯入同一檔案會從第 \($0) 行接著讀，不會重複。", "已停止；再导入同一文件会从第 \($0) 行接着读，不会重复。",
                    "Stopped: importing the file again goes on from line \($0), nothing is kept twice.")
            },
            outcome.duplicates.flatMap { $0 == 0 ? nil : $0 }.map {
                say("\($0) 對客戶可能重複，選單 38 可查。", "\($0) 对客户可能重复，菜单 38 可查。", "\($0) pairs may be one person: menu 38.")
            },
            outcome.rejectsFile.map { say("退回的列在 \($0)", "退回的行在 \($0)", "Refused rows are in \($0)") },
        ].compactMap { $0 }
    }

    func refusedRow(_ line: String, _ reason: String) -> String {
        say("第 \(line) 行：\(reason)", "第 \(line) 行：\(reason)", "line \(line): \(reason)")
    }

    func sentence(_ outcome: ImportOutcome, isTry: Bool) -> String {
        (isTry ? say("試讀 ", "试读 ", "tried: ") : say("已匯入 ", "已导入 ", "imported: ")) + counts(outcome)
    }

    var importHelp: [(keys: String, text: String)] {
        [
            ("1-9", say("選檔案、選欄位", "选文件、选列", "chooses a file, a column")),
            ("Tab", say("打路徑，再按補全", "打路径，再按补全", "types a path; again completes it")),
            ("Enter", say("開啟，更改這一列", "打开，更改这一行", "opens, changes the row")),
            ("F4", say("換編碼", "换编码", "another encoding")),
            ("Ctrl-S", say("試讀；試讀後正式匯入", "试读；试读后正式导入", "tries; after a try imports")),
            ("Ctrl-C", say("停止，整批保留", "停止，整批保留", "stops, whole batches stay")),
            ("Esc", say("離開，匯入照跑", "离开，导入照跑", "leaves; a run goes on")),
        ]
    }

    /// A field of a file's rows; its English name when the catalogue has none.
    package func label(importField field: String) -> String {
        Self.importFieldLabels[field].map { self[$0] } ?? label(field: field)
    }

    private static let importFieldLabels: [String: Phrase] = [
        "reference": Phrase("來源編號", "来源编号", "Source no."),
        "customer": Phrase("客戶來源編號", "客户来源编号", "Customer's no."),
        "given_name": Phrase("名", "名", "Given name"),
        "surname": Phrase("姓", "姓", "Surname"),
        "model": Phrase("車型", "车型", "Model"),
        "at": Phrase("時間", "时间", "Time"),
        "invoice": Phrase("單據號", "单据号", "Invoice"),
        "product_class": Phrase("產品類別", "产品类别", "Product class"),
        "quantity": Phrase("數量", "数量", "Quantity"),
        "price": Phrase("單價", "单价", "Price"),
        "margin_percent": Phrase("毛利率", "毛利率", "Margin %"),
        "wrap_up": Phrase("話後處理", "话后处理", "Wrap-up"),
        "by": Phrase("經手人", "经手人", "By"),
        "case": Phrase("案號", "工单号", "Case"),
        "number": Phrase("編號", "编号", "Number"),
        "since": Phrase("起日", "起始日", "Since"),
        "acknowledged_at": Phrase("受理時間", "受理时间", "Acknowledged"),
        "resolved_at": Phrase("解決時間", "解决时间", "Resolved"),
        "closed_at": Phrase("結案時間", "结案时间", "Closed"),
        "owner": Phrase("負責人", "责任人", "Owner"),
        "tierline_customer": Phrase("本系統客戶編號", "本系统客户编号", "Our customer no."),
        "tierline_source": Phrase("本系統來源", "本系统来源", "Our source"),
    ]
}
