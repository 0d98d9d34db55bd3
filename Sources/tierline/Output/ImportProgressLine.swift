import Desk
import Exchange

/// Tells how far an import is: a bar that is overwritten on a terminal, a plain line now and then otherwise.
final class ImportProgressLine {
    /// Seconds between two plain lines.
    static let plainLineSeconds = 10.0
    private static let barCells = 24

    private let wording: Wording
    private let isTerminal: Bool
    private let isQuiet: Bool
    private var lastPlainSeconds = 0.0
    private var hasBar = false

    init(wording: Wording, isTerminal: Bool, isQuiet: Bool) {
        self.wording = wording
        self.isTerminal = isTerminal
        self.isQuiet = isQuiet
    }

    func show(_ progress: ImportProgress) {
        guard !isQuiet else { return }
        let text = wording.importProgress(
            rows: progress.rows, rowsPerSecond: Int(progress.rowsPerSecond),
            secondsLeft: progress.secondsLeft.map { Int($0) })
        if isTerminal {
            // Carriage return and "erase to the end of the line": the two controls every terminal knows.
            Output.progress("\r" + bar(progress) + " " + text + "\u{1B}[K")
            hasBar = true
        } else if progress.seconds - lastPlainSeconds >= Self.plainLineSeconds {
            lastPlainSeconds = progress.seconds
            Output.note(text)
        }
    }

    /// Leaves the bar's line so that what follows starts on one of its own.
    func end() {
        if hasBar { Output.progress("\r\u{1B}[K") }
        hasBar = false
    }

    private func bar(_ progress: ImportProgress) -> String {
        let share = progress.bytesTotal > 0 ? Double(progress.bytesRead) / Double(progress.bytesTotal) : 1
        let full = min(Self.barCells, Int(share * Double(Self.barCells)))
        return "[" + String(repeating: "#", count: full) + String(repeating: "-", count: Self.barCells - full) + "]"
    }
}
