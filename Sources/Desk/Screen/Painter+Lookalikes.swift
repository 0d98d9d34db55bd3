import Customers
import Dossier
import TerminalKit

extension Painter {
    /// Above the line that sends the form of a new customer: whom it looks like, and why.
    func lookalikes(_ form: Form) -> [Span] {
        guard !form.lookalikes.isEmpty else { return [] }
        let lines = form.lookalikes.prefix(Self.lookalikesMax).map { found in
            let match = found.match
            let who = [
                match.name ?? wording.nameless, match.plates.first, match.phones.first.map { Wording.phone($0) },
                match.customer.description,
            ].compactMap { $0 }.joined(separator: " ")
            let why = found.evidence.sorted { $0.weight > $1.weight }.prefix(3).map { wording.words($0) }
            return Span(shown("  " + who + "  " + why.joined(separator: wording.comma)))
        }
        return [Span(shown(wording.lookalikes(form.lookalikes.count)), .warning)] + lines
    }

    private static let lookalikesMax = 3
}

extension Wording {
    func lookalikes(_ count: Int) -> String {
        say(
            "可能已有這位客戶（\(count) 位）：F6 改開啟，已輸入的會保留；也可照樣送出。",
            "可能已有这位客户（\(count) 位）：F6 改打开，已输入的会保留；也可照样提交。",
            "Perhaps known already (\(count)): F6 opens, what is typed stays; sending is possible.")
    }
}
