extension DeskState {
    /// Takes one message in and gives what the world must do about it; the only way the desk changes.
    ///
    /// Total: any message in any state is taken. Never blocks, never asks the clock.
    package mutating func update(_ message: DeskMessage) -> [DeskEffect] {
        []
    }
}
