extension Wording {
    /// Why something outside the desk failed, in one sentence, with what to do.
    package func sentence(_ fault: DeskFault) -> String {
        switch fault {
        case .storeBusy:
            say("資料庫忙線中，請再試一次。", "数据库忙，请再试一次。", "The store is busy: try again.")
        case .storeUnavailable(let path, let detail):
            say("無法使用資料庫 \(path)：\(detail)", "无法使用数据库 \(path)：\(detail)", "Cannot use the store \(path): \(detail)")
        case .storeDamaged(let path, let detail):
            say(
                "資料庫 \(path) 損壞：\(detail)；請執行 tierline doctor", "数据库 \(path) 损坏：\(detail)；请运行 tierline doctor",
                "The store \(path) is damaged: \(detail); run tierline doctor")
        case .newerSchema(let path, let found, let known):
            say(
                "資料庫 \(path) 是較新版本（\(found)，本程式 \(known)）；請更新程式",
                "数据库 \(path) 是较新版本（\(found)，本程序 \(known)）；请更新程序",
                "The store \(path) is of a newer release (\(found), this one knows \(known)): update tierline")
        case .diskFull(let path): say("磁碟已滿：\(path)", "磁盘已满：\(path)", "The disk is full: \(path)")
        case .outcomeUnknown:
            say("不確定是否已儲存；請重新整理後確認。", "不确定是否已保存；请刷新后确认。", "It may or may not be saved: reload and look.")
        case .unknownCustomer(let id): say("沒有客戶 \(id)。", "没有客户 \(id)。", "There is no customer \(id).")
        case .unknownCase(let number): say("沒有案件 \(number)。", "没有工单 \(number)。", "There is no case \(number).")
        case .unknownAgent(let login): say("沒有人員 \(login)。", "没有人员 \(login)。", "There is no agent \(login).")
        case .staleVersion:
            say("資料剛被別人更動；請重新整理後再試。", "资料刚被别人改动；请刷新后再试。", "Somebody else changed it first: reload, then repeat.")
        case .notPermitted: say("你的權限不能做這件事。", "你的权限不能做这件事。", "Your role may not do this.")
        case .nothingToFindBy:
            say("姓名、電話、車牌至少填一項。", "姓名、电话、车牌至少填一项。", "Give a name, a phone or a plate.")
        case .alreadyTaken(let field, let value):
            say(
                "\(label(field: field))「\(value)」已有人使用。", "\(label(field: field))“\(value)”已被使用。",
                "\(label(field: field)) “\(value)” is taken.")
        case .tooLong(let field, let limit):
            say(
                "\(label(field: field))太長，最多 \(limit)。", "\(label(field: field))太长，最多 \(limit)。",
                "\(label(field: field)) is too long: at most \(limit).")
        case .badValue(let field, let value):
            say(
                "\(label(field: field))無法辨讀：\(value)", "\(label(field: field))无法识别：\(value)",
                "\(label(field: field)) cannot be read: \(value)")
        case .identity(let refusal): sentence(refusal)
        case .other(let code, let detail): "\(code): \(detail)"
        }
    }
}
