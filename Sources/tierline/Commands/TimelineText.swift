import Desk
import Dossier
import Money

/// One line of a history as text.
enum TimelineText {
    static func line(_ entry: TimelineEntry, in centre: Centre, wording: Wording) -> String {
        var words = [
            centre.minute(entry.at), wording.timelineKind(entry.kind),
            SafeText.line((entry.isWithdrawn ? wording.withdrawn : "") + entry.text),
        ]
        if let amount = entry.amount { words.append(amount.description) }
        if let reference = entry.reference { words.append(SafeText.line(reference)) }
        if let by = entry.by { words.append("(" + SafeText.line(by) + ")") }
        return words.filter { !$0.isEmpty }.joined(separator: "  ")
    }
}
