/// The remarks a few customers carry: how to handle them, what they prefer, what they need.
enum DemoRemarks {
    private typealias Remark = (traditional: String, simplified: String, english: String)

    private static let hints: [Remark] = [
        ("說話慢；勿推銷", "说话慢；勿推销", "Speaks slowly; do not sell"),
        ("上午勿打擾", "上午勿打扰", "Not in the morning"),
        ("重視發票細節", "重视发票细节", "Cares about every line of the invoice"),
        ("只找固定技師", "只找固定技师", "Wants the same mechanic each time"),
        ("曾轉介三位新客", "曾转介三位新客", "Has brought three new customers"),
    ]

    private static let preferences: [Remark] = [
        ("偏好簡訊通知", "偏好短信通知", "Prefers text messages"),
        ("請用閩南語", "请用上海话", "Prefers Cantonese"),
        ("週末取車", "周末取车", "Collects at weekends"),
    ]

    private static let needs: [Remark] = [
        ("聽力不佳，請放慢並重複", "听力不佳，请放慢并重复", "Hard of hearing: slow down and repeat"),
        ("視力不佳，請以電話說明文件", "视力不佳，请电话说明文件", "Reads badly: explain letters by phone"),
    ]

    static func hint(_ script: Script, _ random: inout RandomSource) -> String? {
        drawn(hints, permille: 180, script, &random)
    }
    static func preference(_ script: Script, _ random: inout RandomSource) -> String? {
        drawn(preferences, permille: 220, script, &random)
    }
    static func need(_ script: Script, _ random: inout RandomSource) -> String? {
        drawn(needs, permille: 25, script, &random)
    }

    private static func drawn(
        _ remarks: [Remark], permille: Int, _ script: Script, _ random: inout RandomSource
    ) -> String? {
        guard random.chance(permille: permille), let remark = random.pick(remarks) else { return nil }
        switch script {
        case .traditional: return remark.traditional
        case .simplified: return remark.simplified
        case .english: return remark.english
        }
    }
}
