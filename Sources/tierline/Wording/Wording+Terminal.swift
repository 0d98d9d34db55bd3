import Desk
import DeskRuntime
import TerminalKit

// Why the desk cannot be drawn here, and what to do.
extension Wording {
    func sentence(_ error: TerminalError) -> String {
        switch error {
        case .noTerminal:
            choose(
                "沒有終端機可用；桌面需要終端機，其他功能請用 tierline --help 的指令", "没有终端可用；桌面需要终端，其他功能请用 tierline --help 的命令",
                "no terminal here: the desk needs one; tierline --help lists what works without")
        case .dumb(let terminal):
            choose(
                "終端機 TERM=\(terminal) 無法定位游標；請換終端機或設定 TERM", "终端 TERM=\(terminal) 无法定位光标；请换终端或设置 TERM",
                "the terminal TERM=\(terminal) cannot place its cursor; use another one or set TERM")
        case .unknownTerminal(let name):
            choose(
                "系統不認得終端機 TERM=\(name)；請安裝 ncurses-term 或改設 TERM", "系统不认识终端 TERM=\(name)；请安装 ncurses-term 或改设 TERM",
                "the system knows no terminal TERM=\(name); install ncurses-term or set TERM to one it knows")
        case .notUTF8(let characterSet):
            choose(
                "字元集是 \(characterSet)，需要 UTF-8；例如 export LANG=C.UTF-8",
                "字符集是 \(characterSet)，需要 UTF-8；例如 export LANG=C.UTF-8",
                "the locale's character set is \(characterSet), but must be UTF-8: export LANG=C.UTF-8")
        case .tooSmall(let size, let minimum):
            choose(
                "終端機 \(size.columns)x\(size.rows) 太小，至少 \(minimum.columns)x\(minimum.rows)",
                "终端 \(size.columns)x\(size.rows) 太小，至少 \(minimum.columns)x\(minimum.rows)",
                "the terminal is \(size.columns)x\(size.rows); at least \(minimum.columns)x\(minimum.rows) is needed")
        case .system(let errno):
            choose("終端機錯誤：\(reason(errno))", "终端错误：\(reason(errno))", "the terminal failed: \(reason(errno))")
        }
    }

    /// The guardian's line when the desk died of a signal.
    var deskDied: String {
        choose(
            "tierline: 桌面異常結束；未儲存的備註已留為草稿", "tierline: 桌面异常结束；未保存的备注已留为草稿",
            "tierline: the desk ended abnormally; what was typed is kept as a draft")
    }
}
