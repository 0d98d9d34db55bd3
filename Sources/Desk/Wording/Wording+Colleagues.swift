extension Wording {
    /// `bob 填寫中`: viewing is not working.
    func line(_ visitor: CaseVisitor) -> String {
        visitor.login + (visitor.isWorking ? say(" 填寫中", " 填写中", " editing") : say(" 檢視中", " 查看中", " viewing"))
    }

    /// `同時開啟：bob 填寫中、carol 檢視中`; nil when nobody else has it open.
    func others(_ visitors: [CaseVisitor]) -> String? {
        guard !visitors.isEmpty else { return nil }
        return say("同時開啟：", "同时打开：", "also open: ") + visitors.map(line).joined(separator: say("、", "、", ", "))
    }

    /// `坐席  通話 12  就緒 5  小休 2`: those of whom a desk says so.
    func agentsAtWork(_ counts: [Presence: Int]) -> String {
        let order: [Presence] = [.onCall, .ready, .shortBreak, .offline]
        let parts = order.compactMap { status in
            counts[status].map { word(status) + " \($0)" } ?? (status == .offline ? nil : word(status) + " 0")
        }
        return ([say("坐席", "坐席", "agents")] + parts).joined(separator: "  ")
    }
}
