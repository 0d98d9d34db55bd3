import Money
import Store
import WorkingTime

/// JSON Lines: an object a row, absent values null; the last line says who took how many.
final class LineTableWriter: TableWriter {
    private let output: OutputFile
    private let zone: ZoneRules
    private var columns: [String] = []
    private var waiting = ""
    private static let waitingMax = 64 << 10

    init(_ request: ExportRequest, output: OutputFile) {
        self.output = output
        zone = request.zone
    }

    func begin(_ columns: [String]) { self.columns = columns }

    func write(_ row: [ExportValue]) throws(ExportError) {
        waiting += "{"
        for (index, value) in row.enumerated() {
            waiting += (index > 0 ? "," : "") + Self.quoted(columns[index]) + ":" + json(value)
        }
        waiting += "}\n"
        guard waiting.utf8.count >= Self.waitingMax else { return }
        try output.write(Array(waiting.utf8))
        waiting = ""
    }

    func finish(_ trailer: ExportTrailer) throws(ExportError) -> String? {
        waiting +=
            "{\"export\":{\"by\":\(Self.quoted(trailer.by)),\"at\":\(Self.quoted(trailer.at)),\"rows\":\(trailer.rows)}}\n"
        try output.write(Array(waiting.utf8))
        return try output.finish()
    }

    /// Amounts as the contract writes money: integer minor units, the currency in its own column.
    private func json(_ value: ExportValue) -> String {
        switch value {
        case .none: "null"
        case .integer(let number): String(number)
        case .amount(let money): String(money.minorUnits)
        case .text, .basisPoints, .instant, .customer:
            value.shown(in: zone).map { $0.isNumber ? $0.text : Self.quoted($0.text) } ?? "null"
        }
    }

    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "\u{0}"..<"\u{20}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
