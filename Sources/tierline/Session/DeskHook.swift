import Configuration
import Desk
import DeskRuntime
import Dossier
import Glibc
import Store

/// The one place where the command line hands over to the desk.
enum DeskHook {
    /// Refuses to go on without a terminal, and sets the guardian that puts it back whatever happens.
    ///
    /// The guardian must be there before any thread is: before a store is opened.
    static func prepare(_ session: Session) throws {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw TerminalError.noTerminal }
        Terminal.guardProcess(crashLine: session.wording.deskDied)
    }

    /// Opens the desk on the store at `storePath` as `login` (nil: the agent mapped to the operating system's user).
    ///
    /// `prepare` must have been called before anything else.
    static func open(_ session: Session, storePath: String, login: String?) throws -> ExitStatus {
        let centre = try session.centre(at: storePath, .readWrite)
        try centre.store.use(CentreRules.reader(centre.settings))
        let configuration = try UserConfiguration.load()
        let agent = try session.actor(in: centre, login: login)
        var desk = DeskRun(
            store: centre.store, agent: agent, settings: centre.settings, language: session.wording.language,
            zone: centre.zone, stateDirectory: StatePlace.folder(store: storePath, login: agent.login))
        desk.configuration = configuration
        desk.presenceFolder = PresenceFolder.usable(runtimeDirectory: Environment.value("XDG_RUNTIME_DIR"))
        desk.importer = FileImporter(store: centre.store, zone: centre.zone)
        desk.usesColours = Environment.value("NO_COLOR") == nil
        desk.isOverNetwork = Environment.value("SSH_CONNECTION") != nil
        let ending = try desk.run()
        try centre.store.close()
        switch ending {
        case .quit, .terminated: return .done
        case .hungUp: return .inputOutput
        }
    }
}
