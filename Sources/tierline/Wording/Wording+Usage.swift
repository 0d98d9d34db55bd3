import Desk

// What the command line says about how it is used and who uses it.
extension Wording {
    /// The text of this language among the three: traditional, simplified, English.
    func choose(_ traditional: String, _ simplified: String, _ english: String) -> String {
        self[Phrase(traditional, simplified, english)]
    }

    var seeHelp: String {
        choose("（用法：tierline --help）", "（用法：tierline --help）", " (see tierline --help)")
    }

    func noAgent(user: String) -> String {
        choose(
            "作業系統使用者「\(user)」沒有對應的坐席；請用 --as 指定，或由管理員執行 tierline users add",
            "操作系统用户“\(user)”没有对应的坐席；请用 --as 指定，或由管理员执行 tierline users add",
            "the operating system's user \"\(user)\" is no agent here; name one with --as, or have an administrator run "
                + "tierline users add")
    }

    func notActive(login: String) -> String {
        choose(
            "「\(login)」已停用；請改用在職的帳號", "“\(login)”已停用；请改用在职的账号",
            "\"\(login)\" is no longer active; act as somebody who is")
    }

    func mayNotActAs(login: String, user: String) -> String {
        choose(
            "「\(user)」不是此資料庫檔案的擁有者，且「\(login)」未設密碼，不能以其身分操作",
            "“\(user)”不是此数据库文件的所有者，且“\(login)”未设密码，不能以其身份操作",
            "\"\(user)\" does not own the store's file, and \"\(login)\" has no password to act by; use your own login")
    }

    var noPostgres: String {
        choose(
            "此版本尚不支援 PostgreSQL；請給 SQLite 檔案的路徑", "此版本尚不支持 PostgreSQL；请给 SQLite 文件的路径",
            "this build has no PostgreSQL engine yet; give the path of an SQLite file")
    }

    func unknownRegion(_ text: String) -> String {
        choose(
            "不認得地區「\(text)」；請用 TW、CN 或 HK", "不认识地区“\(text)”；请用 TW、CN 或 HK",
            "unknown region \"\(text)\"; use TW, CN or HK")
    }

    func unknownCurrency(_ text: String) -> String {
        choose(
            "不認得幣別「\(text)」；請用 TWD、CNY、HKD 等代碼", "不认识币种“\(text)”；请用 TWD、CNY、HKD 等代码",
            "unknown currency \"\(text)\"; use a code such as TWD, CNY or HKD")
    }
}
