package import TerminalKit

/// One everyday task as the keys that do it: what `tierline keys --tasks` and the documentation list, and tests run.
package struct KeyRecipe: Sendable, Hashable {
    package enum Step: Sendable, Hashable {
        case key(Key)
        /// What only the call knows: words, digits of a phone, the answer to a question. It is not counted.
        case text(Phrase)
    }

    /// What is on the screen when the first key is pressed.
    package enum Start: Sendable, Hashable, CaseIterable {
        case desk
        case customer
        /// A customer with a note written.
        case note
        case caseScreen
        case queue
        /// A promised call has been opened from the list.
        case promise
    }

    package var task: Phrase
    package var start: Start
    package var steps: [Step]
    /// Most keys it may take; a test holds the desk to it.
    package var keysMax: Int

    package var keyCount: Int { steps.count { if case .key = $0 { true } else { false } } }

    /// The ten commonest tasks and the result of a promised call.
    package static let all: [KeyRecipe] = [
        KeyRecipe(
            task: Phrase("用電話查出並開啟客戶", "用电话查出并打开客户", "Look up and open by phone"), start: .desk,
            steps: [.text(digits), .key(.enter)], keysMax: 5),
        KeyRecipe(
            task: Phrase("備註與話後處理", "备注与话后处理", "Note with wrap-up"), start: .customer,
            steps: [.key(.tab), .text(words), .key(.control("s")), digit("1")], keysMax: 3),
        KeyRecipe(
            task: Phrase("把備註立案為客訴", "把备注转为投诉", "Register a complaint from the note"), start: .note,
            steps: [.key(.function(6)), .key(.control("s"))], keysMax: 6),
        KeyRecipe(
            task: Phrase("在授權內當場解決", "在授权内当场解决", "Resolve within authority"), start: .caseScreen,
            steps: menu("48") + [.text(words), .key(.tab), digit("1"), .key(.control("s"))], keysMax: 6),
        KeyRecipe(
            task: Phrase("升級呈報", "升级", "Escalate"), start: .caseScreen,
            steps: menu("44") + [.text(answer), .key(.control("s"))], keysMax: 4),
        KeyRecipe(
            task: Phrase("認領", "认领", "Claim"), start: .queue, steps: [.key(.control("t"))], keysMax: 2),
        KeyRecipe(
            task: Phrase("分派", "分派", "Assign"), start: .queue, steps: [.key(.function(6)), digit("2")], keysMax: 3),
        KeyRecipe(
            task: Phrase("核准", "批准", "Approve"), start: .queue, steps: [.key(.control("g")), digit("1")],
            keysMax: 2),
        KeyRecipe(
            task: Phrase("約定回電", "约定回电", "Promise a call-back"), start: .customer,
            steps: menu("30") + [.text(words), .key(.control("s"))], keysMax: 4),
        KeyRecipe(
            task: Phrase("開啟最急的回電", "打开最急的回电", "Open the most urgent promised call"), start: .desk,
            steps: [.key(.control("n")), digit("1")], keysMax: 2),
        KeyRecipe(
            task: Phrase("登錄沒接或聯絡上", "登记没接或联系上", "Record a promised call"), start: .promise,
            steps: [.key(.control("q")), digit("2")], keysMax: 2),
    ]

    private static let digits = Phrase("電話號碼", "电话号码", "the number")
    private static let words = Phrase("文字", "文字", "the words")
    private static let answer = Phrase("原因的數字", "原因的数字", "the reason's digit")

    private static func digit(_ digit: Unicode.Scalar) -> Step { .key(.character(digit)) }

    private static func menu(_ code: String) -> [Step] {
        [.key(.function(10))] + code.unicodeScalars.map { .key(.character($0)) }
    }
}

extension Wording {
    /// `F10 4 8 (文字) Tab 1 Ctrl-S`.
    package func keys(of recipe: KeyRecipe) -> String {
        recipe.steps.map { step in
            switch step {
            case .key(let key): name(of: key)
            case .text(let phrase): "(" + self[phrase] + ")"
            }
        }.joined(separator: " ")
    }
}
