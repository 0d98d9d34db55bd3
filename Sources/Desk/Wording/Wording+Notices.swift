import Complaints

extension Wording {
    /// A message of the message row as a sentence.
    package func sentence(_ notice: NoticeText) -> String {
        switch notice {
        case .noteSaved(let name): say("已儲存備註：\(name ?? "")", "已保存备注：\(name ?? "")", "Note saved: \(name ?? "")")
        case .customerCreated(let id): say("已建立客戶 \(id)", "已新建客户 \(id)", "Customer \(id) created")
        case .customerSaved(let id): say("已儲存客戶 \(id)", "已保存客户 \(id)", "Customer \(id) saved")
        case .caseOpened(let number):
            say("已建立客訴，案號 \(number)", "已新建投诉，工单号 \(number)", "Complaint opened, case number \(number)")
        case .caseChanged(let number, let event):
            say(
                "\(number.short) 已登錄：\(word(event))", "\(number.short) 已登记：\(word(event))",
                "\(number.short): \(word(event)) recorded")
        case .caseRefused(let refusal): sentence(refusal)
        case .fault(let fault): sentence(fault)
        case .disabled(let why): sentence(why)
        case .textFull(let count):
            say("已滿 \(count) 字，無法再輸入。", "已满 \(count) 字，无法再输入。", "Full: \(count) characters at most.")
        case .noteTakenAlong:
            say("先前的備註已移到這位客戶。", "先前的备注已移到这位客户。", "The note begun before went to this customer.")
        case .formKept:
            say("表單已保留，再開啟即可繼續。", "表单已保留，再打开即可继续。", "The form is kept: open it again to go on.")
        case .copied(let text): say("已複製 \(text)", "已复制 \(text)", "Copied \(text)")
        case .undone: say("已復原", "已撤销", "Taken back")
        case .themeChanged(let name): say("佈景主題：\(name)", "配色主题：\(name)", "Theme: \(name)")
        case .languageChanged(let language): language.endonym
        case .callJustChanged:
            say("來電剛換人，請看清楚再按 F9。", "来电刚换人，请看清楚再按 F9。", "The call has just changed: read it, then F9.")
        case .tierReason(let reason): reason
        case .reloaded: say("重新讀取中", "正在刷新", "Reading again")
        case .noTyping:
            say(
                "這裡不能輸入文字；按 Tab 到下一個欄位。", "这里不能输入文字；按 Tab 到下一个字段。", "Nothing is typed here; Tab goes to the next field."
            )
        case .noValues: say("這個欄位請直接輸入。", "这个字段请直接输入。", "Type freely here: there is no list.")
        case .typedLaterKept:
            say("送出後又輸入的內容已保留，F4 可找到。", "提交后又输入的内容已保留，F4 可找到。", "What was typed after sending is kept: see F4.")
        case .sentForApproval(let number, let role):
            say(
                "\(number.short) 超出授權，已送\(role.map { word($0) } ?? "")核准。",
                "\(number.short) 超出授权，已送\(role.map { word($0) } ?? "")批准。",
                "\(number.short): beyond your limit, sent to the \(role.map { word($0) } ?? "next level") for approval."
            )
        case .engine(let notice): sentence(notice)
        case .chooseFirst(let id): chooseFirst(id)
        case .marksFull(let count):
            say("最多標記 \(count) 件。", "最多标记 \(count) 件。", "At most \(count) cases can be marked.")
        case .nothingToDo: say("這些案件沒有可做的。", "这些工单没有可做的。", "There is nothing to do to these cases.")
        case .bulkDone(let done, let refused):
            say(
                "完成 \(done) 件，未成 \(refused) 件；原因在各列。", "完成 \(done) 件，未成 \(refused) 件；原因在各行。",
                "\(done) done, \(refused) not: each row says why.")
        case .identity(let outcome): sentence(outcome)
        case .imported(let outcome, let isTry): sentence(outcome, isTry: isTry)
        case .viewSaved(let name): say("已儲存檢視：\(name)", "已保存视图：\(name)", "View saved: \(name)")
        case .viewRemoved(let name): say("已刪除檢視：\(name)", "已删除视图：\(name)", "View deleted: \(name)")
        case .callPromised, .callRecorded, .promiseOpened, .promiseDue, .noSimilarCase: promised(notice)
        case .plain(let text): text
        }
    }

    /// Why a command does nothing now.
    package func sentence(_ why: WhyNot) -> String {
        switch why {
        case .noCustomer: say("尚未開啟客戶", "尚未打开客户", "no customer is open")
        case .noComplaint: say("沒有未結客訴", "没有未结投诉", "no open complaint")
        case .noCaseOpen: say("尚未開啟案件", "尚未打开工单", "no case is open")
        case .noCall: say("目前沒有來電", "目前没有来电", "no call is waiting")
        case .noNote: say("備註是空的", "备注是空的", "the note is empty")
        case .nothingToUndo: say("沒有可復原的動作", "没有可撤销的操作", "nothing to undo")
        case .cannotUndo(let event): whyNoUndo(event)
        case .noPromise: say("沒有約好的回電", "没有约好的回电", "no call was promised")
        case .noView: say("目前不是已存的檢視", "当前不是已存的视图", "no saved view is in use")
        case .nothingToCopy: say("沒有可複製的內容", "没有可复制的内容", "nothing to copy")
        case .onlyHere: say("請先移到清單或備註", "请先移到列表或备注", "go to a list or the note first")
        case .lookupNotEmpty: say("查詢欄須空白", "查询栏须为空", "the look-up is not empty")
        case .caseState(let state, let event, let code):
            code == .illegalTransition
                ? say(
                    "「\(word(state))」時不能\(word(event))", "“\(word(state))”时不能\(word(event))",
                    "not while \(word(state))")
                : withoutStop(sentence(code))
        case .noForm: say("沒有開啟的表單", "没有打开的表单", "no form is open")
        case .notYourRole: say("你的角色沒有這項", "你的角色没有这项", "not for your role")
        case .onlyInQueue: say("請先開啟佇列", "请先打开队列", "open the queue first")
        case .nothingToDecide: say("沒有待裁定的升級", "没有待裁定的升级", "nothing waits for a decision")
        case .noGrantedOffer: say("沒有客戶已同意的方案", "没有客户已同意的方案", "no offer the customer has accepted")
        case .noOpenTask: say("沒有未完成的派工", "没有未完成的派单", "no open task")
        case .onlyInDuplicates: say("請先開啟重複客戶", "请先打开重复客户", "open the duplicates first")
        case .noPair: say("沒有選定的一對", "没有选定的一对", "no pair is chosen")
        case .alreadyDecided: say("這一對已處理；Ctrl-Z 可復原", "这一对已处理；Ctrl-Z 可撤销", "decided already: Ctrl-Z takes it back")
        case .importRuns: say("匯入進行中", "导入进行中", "an import is running")
        case .loading: say("讀取中", "读取中", "still loading")
        case .noSuchCode(let digits): say("沒有代碼 \(digits)", "没有代码 \(digits)", "there is no number \(digits)")
        }
    }

    private func withoutStop(_ sentence: String) -> String {
        sentence.last == "。" || sentence.last == "." ? String(sentence.dropLast()) : sentence
    }
}
