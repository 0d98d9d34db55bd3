import ArgumentParser

/// A command of the program; what `run` is to the argument parser, but with the session it works in.
protocol ProgramCommand: ParsableCommand {
    var global: GlobalOptions { get }

    /// Does the work and says how it ended: done, or "no". What goes wrong is thrown.
    func perform(_ session: Session) throws -> ExitStatus
}
