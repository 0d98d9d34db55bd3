import TerminalKit

extension DeskCommand {
    /// Codes 31 to 35: the call note.
    static let note: [DeskCommand] = [
        DeskCommand(
            .save, 31, [.control("s")], Phrase("儲存", "保存", "Save"), hint: Phrase("儲存", "保存", "Save"),
            initials: ("cc", "bc"),
            help: Phrase(
                "儲存備註與話後處理碼，或送出表單；草稿隨時自動保留。",
                "保存备注与话后处理码，或提交表单；草稿随时自动保留。",
                "Saves the note with its wrap-up code, or sends the form. Drafts keep themselves.")),
        DeskCommand(
            .goToNote, 32, [], Phrase("寫備註", "写备注", "Write the note"), initials: ("xbz", "xbz"),
            help: Phrase("移到本次通話備註。", "移到本次通话备注。", "Goes to the note of this call.")),
        DeskCommand(
            .chooseWrapUp, 33, [], Phrase("話後處理", "话后处理", "Wrap-up code"), initials: ("hhcl", "hhcl"),
            help: Phrase("選這通電話的處理結果。", "选这通电话的处理结果。", "Chooses how the call ended.")),
        DeskCommand(
            .discardNote, 34, [], Phrase("捨棄備註草稿", "丢弃备注草稿", "Discard the note"),
            initials: ("sqbzcg", "dqbzcg"),
            help: Phrase(
                "詢問後捨棄這位客戶的備註草稿。", "询问后丢弃这位客户的备注草稿。",
                "Throws this customer's draft away, after asking.")),
        DeskCommand(
            .discardForm, 36, [], Phrase("捨棄表單", "丢弃表单", "Discard the form"), initials: ("sqbd", "dqbd"),
            help: Phrase(
                "丟掉畫面上的表單與它的草稿。", "丢掉屏幕上的表单与它的草稿。", "Throws the form on the screen and its draft away.")),
        DeskCommand(
            .undo, 35, [.control("z")], Phrase("復原", "撤销", "Undo"), hint: Phrase("復原", "撤销", "Undo"),
            initials: ("fy", "cx"),
            help: Phrase("八秒內可復原上次的寫入。", "八秒内可撤销上次的写入。", "Takes the last write back, within 8 seconds.")),
    ]
}
