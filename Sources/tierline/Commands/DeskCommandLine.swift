import ArgumentParser

/// `tierline` without a command: the desk.
struct DeskCommandLine: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk", abstract: "Open the desk, the full-screen program (the same as no command).")

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        try DeskHook.prepare(session)
        return try DeskHook.open(session, storePath: try StorePlace.path(given: global.store), login: global.login)
    }
}
