import Complaints
import Customers
import Desk
import Store

// Why the store did not do what it was asked: what, where, and what to do.
extension Wording {
    func sentence(_ error: StoreError) -> String {
        switch error {
        case .missing, .alreadyExists, .cannotCreate, .unreadable, .notAStore, .newerSchema, .migrationNeeded,
            .auditKeyMissing, .fileSystemRefused, .notWritable, .closed:
            fileSentence(error)
        case .unknownCustomer, .unknownCase, .unknownAgent, .unknownTeam, .unknownUnit, .staleVersion, .alreadyTaken,
            .nothingToFindBy, .tooLong, .tooMany, .badValue:
            recordSentence(error)
        case .identity(let refusal): sentence(refusal)
        default: engineSentence(error)
        }
    }

    private func fileSentence(_ error: StoreError) -> String {
        switch error {
        case .missing(let path):
            choose(
                "\(path)：沒有資料庫；請用 tierline init 建立，或用 --store 指定", "\(path)：没有数据库；请用 tierline init 建立，或用 --store 指定",
                "\(path): no store here; make one with tierline init, or name another with --store")
        case .alreadyExists(let path):
            choose(
                "\(path)：已存在，未變更", "\(path)：已存在，未更改", "\(path): exists already and was left alone; give another path")
        case .cannotCreate(let path, let errno):
            choose(
                "\(path)：無法建立（\(reason(errno))）", "\(path)：无法建立（\(reason(errno))）",
                "\(path): cannot be made: \(reason(errno))")
        case .unreadable(let path, let errno):
            choose(
                "\(path)：無法讀寫（\(reason(errno))）", "\(path)：无法读写（\(reason(errno))）",
                "\(path): cannot be read: \(reason(errno))")
        case .notAStore(let path):
            choose(
                "\(path)：不是 Tierline 資料庫", "\(path)：不是 Tierline 数据库",
                "\(path): is no Tierline store; name another with --store")
        case .newerSchema(let path, let found, let known):
            choose(
                "\(path)：資料庫版本 \(found) 較新，本程式只認得 \(known)；請升級程式",
                "\(path)：数据库版本 \(found) 较新，本程序只认得 \(known)；请升级程序",
                "\(path): schema \(found) is newer than this program's \(known); use the newer program")
        case .fileSystemRefused(let path, let kind):
            choose(
                "\(path)：檔案系統 \(kind) 不能安全鎖定；請放在本機磁碟", "\(path)：文件系统 \(kind) 不能安全锁定；请放在本机磁盘",
                "\(path): locks do not hold on \(kind); keep the store on a local disk")
        case .migrationNeeded(let path, let found, let known):
            choose(
                "\(path)：資料庫版本 \(found) 需升級到 \(known)；請以可寫入方式執行一次，例如 tierline tiers update",
                "\(path)：数据库版本 \(found) 需升级到 \(known)；请以可写方式运行一次，例如 tierline tiers update",
                "\(path): schema \(found) must first become \(known); run something that writes, such as tierline tiers update"
            )
        case .auditKeyMissing(let path):
            choose(
                "\(path)：旁邊缺少稽核金鑰檔；資料庫須連同所有檔案一起搬移", "\(path)：旁边缺少审计密钥文件；数据库须连同所有文件一起移动",
                "\(path): the key of the audit trail is not beside it; move a store with all its files")
        case .notWritable(let path):
            choose("\(path)：以唯讀方式開啟", "\(path)：以只读方式打开", "\(path): is open for reading only")
        default: choose("資料庫已關閉", "数据库已关闭", "the store has been closed")
        }
    }

    private func recordSentence(_ error: StoreError) -> String {
        switch error {
        case .unknownCustomer(let id): choose("沒有客戶 \(id)", "没有客户 \(id)", "no customer \(id); try tierline lookup")
        case .unknownCase(let number):
            choose("沒有案件 \(number)", "没有工单 \(number)", "no case \(number); try tierline complaint list")
        case .unknownAgent(let login):
            choose("沒有使用者「\(login)」", "没有用户“\(login)”", "nobody works here as \"\(login)\"; see tierline users list")
        case .unknownTeam(let name):
            choose("沒有團隊「\(name)」", "没有团队“\(name)”", "there is no team \"\(name)\"; make it with tierline teams add")
        case .unknownUnit(let name):
            choose("沒有服務站「\(name)」", "没有服务网点“\(name)”", "there is no unit \"\(name)\"; make it with tierline units add")
        case .staleVersion(let expected, let found):
            choose(
                "別人已先修改（你看到第 \(expected) 版，現為第 \(found) 版）；請重讀後再試",
                "别人已先修改（你看到第 \(expected) 版，现为第 \(found) 版）；请重读后再试",
                "somebody else was first: version \(expected) was expected, it is at \(found); read it again")
        case .alreadyTaken(let field, let value):
            choose(
                "\(field)「\(value)」已被使用", "\(field)“\(value)”已被使用",
                "\(field) \"\(value)\" is taken already; choose another")
        case .nothingToFindBy:
            choose(
                "客戶至少要有姓名、電話或車牌其中之一", "客户至少要有姓名、电话或车牌其中之一",
                "a customer needs a name, a phone or a plate to be found by")
        case .tooLong(let field, let limit):
            choose(
                "\(field) 過長（上限 \(limit)）", "\(field) 过长（上限 \(limit)）",
                "\(field) is longer than \(limit) bytes; shorten it")
        case .tooMany(let what, let limit):
            choose("\(what) 過多（上限 \(limit)）", "\(what) 过多（上限 \(limit)）", "more than \(limit) \(what); give fewer")
        case .badValue(let field, let value):
            choose("\(field) 的值「\(value)」無效", "\(field) 的值“\(value)”无效", "\(field) cannot be \"\(value)\"")
        default: "\(error)"
        }
    }

    private func engineSentence(_ error: StoreError) -> String {
        switch error {
        case .rulesMissing(let policy):
            choose(
                "缺少政策「\(policy ?? "-")」，無法處理案件", "缺少政策“\(policy ?? "-")”，无法处理工单",
                "the policy \"\(policy ?? "-")\" is not at hand, so the case cannot be decided")
        case .libraryTooOld(let version, let minimum):
            choose(
                "SQLite \(version) 太舊，至少需要 \(minimum)", "SQLite \(version) 太旧，至少需要 \(minimum)",
                "SQLite \(version) is too old; at least \(minimum) is needed")
        case .settingRefused(let name, let wanted, let got):
            choose(
                "資料庫設定 \(name) 應為 \(wanted)，實為 \(got)", "数据库设置 \(name) 应为 \(wanted)，实为 \(got)",
                "the store's setting \(name) is \(got) and would not become \(wanted); see tierline doctor")
        case .locked(let path, let waited):
            choose(
                "\(path)：等候 \(waited) 毫秒仍被占用；請稍後再試", "\(path)：等候 \(waited) 毫秒仍被占用；请稍后再试",
                "\(path): still busy after \(waited) ms; try again")
        case .diskFull(let path): choose("\(path)：磁碟已滿", "\(path)：磁盘已满", "\(path): the disk is full; make room")
        case .inputOutput(let path, let detail):
            choose("\(path)：讀寫錯誤（\(detail)）", "\(path)：读写错误（\(detail)）", "\(path): input/output error: \(detail)")
        case .damaged(let path, let detail):
            choose(
                "\(path)：資料庫損壞（\(detail)）；請停止使用並還原備份", "\(path)：数据库损坏（\(detail)）；请停止使用并还原备份",
                "\(path): is damaged (\(detail)); stop writing and restore a backup")
        case .outcomeUnknown(let detail):
            choose(
                "不確定是否已儲存（\(detail)）；請先查詢再決定重做", "不确定是否已保存（\(detail)）；请先查询再决定重做",
                "it may or may not have been kept (\(detail)); look before trying again")
        case .engine(let code, let message, _):
            choose(
                "資料庫內部錯誤 \(code)：\(message)", "数据库内部错误 \(code)：\(message)",
                "fault of the store, code \(code): \(message)")
        default: "\(error)"
        }
    }
}
