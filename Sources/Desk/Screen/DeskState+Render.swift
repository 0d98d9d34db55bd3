package import TerminalKit

extension DeskState {
    /// The screen as it must look now, with the cursor in the field that has the keyboard.
    ///
    /// Total: any state at any size draws. `ambiguous` says how wide the terminal draws ambiguous characters.
    package func render(ambiguous: AmbiguousWidth = .narrow) -> Grid {
        var painter = Painter(self, ambiguous: ambiguous)
        painter.paint()
        return painter.grid
    }
}
