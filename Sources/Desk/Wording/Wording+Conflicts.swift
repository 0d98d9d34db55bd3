extension Wording {
    /// `地址：原「台北」 對方「新北」 我的「桃園」`.
    func line(_ conflict: FieldConflict) -> String {
        let quoted = { (text: String) in
            let words = text.isEmpty ? nothingHere : value(text, field: conflict.fieldID).oneLine
            return isChinese ? "「\(words)」" : "\"\(words)\""
        }
        let parts = [
            conflict.base.map { say("原", "原", "before ") + quoted($0) },
            say("對方", "对方", "theirs ") + quoted(conflict.theirs), say("我的", "我的", "mine ") + quoted(conflict.mine),
        ]
        return label(field: conflict.fieldID) + say("：", "：", ": ")
            + parts.compactMap { $0 }.joined(separator: say(" ", " ", ", "))
    }

    var chooseHow: String {
        say(
            "別人也改了這一欄：F5 用對方的，F6 留我的", "别人也改了这一项：F5 用对方的，F6 留我的",
            "changed by both: F5 takes theirs, F6 keeps mine")
    }

    func takenOver(_ fields: [String]) -> String {
        say("別人改過、已一併採用：", "别人改过、已一并采用：", "taken over from others: ")
            + fields.map { label(field: $0) }.joined(separator: say("、", "、", ", "))
    }

    func chooseFirst(_ field: String) -> String {
        let name = label(field: field)
        return say(
            "先定「\(name)」：F5 用對方的，F6 留我的", "先定“\(name)”：F5 用对方的，F6 留我的", "\(name) first: F5 takes theirs, F6 keeps mine")
    }
}
