import Desk
import Store

// What the commands say of users, teams, units, the roster and passwords.
extension Wording {
    var inactive: String { choose("已停用", "已停用", "disabled") }

    func onlyRoles(_ roles: [String]) -> String {
        let list = roles.joined(separator: ", ")
        return choose(
            "只有下列角色可以這樣做：\(list)；請用 --as 指定", "只有下列角色可以这样做：\(list)；请用 --as 指定",
            "only these roles may do this: \(list); act as one with --as")
    }

    func userChanged(_ login: String) -> String {
        choose("已更新使用者 \(login)", "已更新用户 \(login)", "changed \(login)")
    }

    func userDisabled(_ login: String) -> String {
        choose("已停用 \(login)", "已停用 \(login)", "\(login) may no longer act")
    }

    func lastAdministrator(_ login: String) -> String {
        choose(
            "「\(login)」是最後一位管理員，不能停用；請先指派另一位管理員", "“\(login)”是最后一位管理员，不能停用；请先指派另一位管理员",
            "\"\(login)\" is the last administrator and stays; make somebody else one first")
    }

    func ownsOpenCases(_ login: String, cases: [String], count: Int) -> String {
        let list = cases.joined(separator: ", ") + (count > cases.count ? " …" : "")
        return choose(
            "「\(login)」仍負責 \(count) 件未結案件（\(list)）；請先移交，例如 --offer-to",
            "“\(login)”仍负责 \(count) 件未结工单（\(list)）；请先移交，例如 --offer-to",
            "\"\(login)\" still owns \(count) open cases (\(list)); hand them over first, for instance with --offer-to")
    }

    func casesOffered(_ count: Int, of login: String, to heir: String) -> String {
        choose(
            "已將 \(count) 件案件提議移交給 \(heir)；接受後請再次停用 \(login)", "已将 \(count) 件工单提议移交给 \(heir)；接受后请再次停用 \(login)",
            "offered \(count) cases to \(heir); disable \(login) again once they are accepted")
    }

    func teamAdded(_ name: String) -> String { choose("已新增團隊 \(name)", "已添加团队 \(name)", "added team \(name)") }

    func unitAdded(_ name: String) -> String {
        choose("已新增服務站 \(name)", "已添加服务网点 \(name)", "added unit \(name)")
    }

    func openTasks(_ count: Int) -> String {
        choose("未完成 \(count)", "未完成 \(count)", count == 1 ? "1 open task" : "\(count) open tasks")
    }

    func rosterAdded(_ login: String, from: String, to: String) -> String {
        choose("\(login) 值班：\(from) 至 \(to)", "\(login) 值班：\(from) 至 \(to)", "\(login) on duty from \(from) to \(to)")
    }

    func noRosterEntry(_ number: Int64) -> String {
        choose("沒有第 \(number) 筆值班", "没有第 \(number) 条值班", "no roster entry \(number); see tierline roster list")
    }

    func rosterRemoved(_ number: Int64) -> String {
        choose("已刪除第 \(number) 筆值班", "已删除第 \(number) 条值班", "removed roster entry \(number)")
    }

    func followUpKind(_ kind: DueFollowUp.Kind) -> String {
        switch kind {
        case .promised: choose("已約回電", "已约回电", "promised")
        case .resolved: choose("結案前回訪", "结案前回访", "after resolution")
        }
    }

    // MARK: passwords

    func passwordOf(_ login: String) -> String { choose("\(login) 的密碼：", "\(login) 的密码：", "Password of \(login): ") }

    func newPasswordOf(_ login: String) -> String {
        choose("\(login) 的新密碼：", "\(login) 的新密码：", "New password of \(login): ")
    }

    var passwordAgain: String { choose("再輸入一次：", "再输入一次：", "Once more: ") }

    func passwordTooShort(_ bytes: Int) -> String {
        choose("密碼至少 \(bytes) 個字元", "密码至少 \(bytes) 个字符", "a password has at least \(bytes) characters")
    }

    var passwordsDiffer: String { choose("兩次輸入不同，未變更", "两次输入不同，未更改", "the two differ; nothing was changed") }

    func passwordSet(_ login: String) -> String {
        choose("已設定 \(login) 的密碼", "已设置 \(login) 的密码", "the password of \(login) is set")
    }

    func wrongPassword(_ login: String, triesLeft: Int) -> String {
        choose(
            "「\(login)」的密碼不對；還可試 \(triesLeft) 次", "“\(login)”的密码不对；还可试 \(triesLeft) 次",
            "wrong password of \"\(login)\"; \(triesLeft) tries left")
    }

    func passwordBlocked(_ login: String, until: String) -> String {
        choose(
            "「\(login)」密碼錯誤次數過多；\(until) 之後再試", "“\(login)”密码错误次数过多；\(until) 之后再试",
            "too many wrong passwords of \"\(login)\"; try again after \(until)")
    }

    func auditSeed(_ seed: String) -> String {
        choose(
            "稽核種子（只顯示這一次，請存放在此機器之外）：\(seed)", "审计种子（只显示这一次，请存放在本机之外）：\(seed)",
            "audit seed, shown this once; keep it off this machine: \(seed)")
    }
}
