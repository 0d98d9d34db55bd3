package import Complaints

extension Wording {
    /// What to write instead, or what stands in the way; empty when the sentence has said all.
    func advice(_ refusal: Refusal) -> String {
        switch refusal.code {
        case .badValue:
            refusal.choices.isEmpty
                ? refusal.kind.map { " " + wanted($0) } ?? "" : oneOf(refusal.choices, field: refusal.field)
        case .pauseNotAllowed, .currency:
            refusal.choices.isEmpty ? "" : oneOf(refusal.choices, field: refusal.field)
        case .unknownField: refusal.legalFields.isEmpty ? "" : oneOf(refusal.legalFields, field: nil)
        case .openTask, .openEscalation, .remedyNotExecuted:
            refusal.blockers.isEmpty
                ? "" : " (" + refusal.blockers.prefix(Self.namedMax).map { "#\($0)" }.joined(separator: " ") + ")"
        default: ""
        }
    }

    /// How a field of this kind is written.
    package func wanted(_ kind: FieldKind) -> String {
        switch kind {
        case .text, .confirmation:
            say(
                "至多 16 KiB，不得有控制字元。", "至多 16 KiB，不得有控制字符。",
                "At most 16 KiB, and no control characters.")
        case .integer: say("請填整數。", "请填整数。", "Write a whole number.")
        case .boolean: say("請填 true 或 false。", "请填 true 或 false。", "Write true or false.")
        case .instant:
            say(
                "寫法如 2026-03-02T10:00。", "写法如 2026-03-02T10:00。", "Write it like 2026-03-02T10:00.")
        case .date: say("寫法如 2026-03-02。", "写法如 2026-03-02。", "Write it like 2026-03-02.")
        case .login: say("請填登入帳號。", "请填登录账号。", "Write a login.")
        case .customer: say("寫法如 C000123。", "写法如 C000123。", "Write it like C000123.")
        case .choice(let words): words.joined(separator: say("、", "、", ", "))
        }
    }

    /// The words that would do, as programs write them and, where they differ, as people read them.
    private func oneOf(_ words: [String], field: String?) -> String {
        let shown = words.prefix(Self.namedMax).map { word in
            let meaning = field.map { value(word, field: $0) } ?? word
            return meaning == word || language == .english ? word : "\(meaning) (\(word))"
        }
        let rest = words.count > shown.count ? say(" 等", " 等", " …") : ""
        return say("可填：", "可填：", " One of: ") + shown.joined(separator: say("、", "、", ", ")) + rest
            + say("。", "。", ".")
    }

    /// Things named in one sentence; more are left out.
    private static let namedMax = 40
}
