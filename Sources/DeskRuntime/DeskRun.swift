package import Configuration
package import Desk
package import Dossier
package import Store
import TerminalKit
package import WorkingTime

/// The desk as a program: a store, an agent and a terminal in, how it ended out.
package struct DeskRun {
    package var store: Store
    package var agent: Agent
    package var settings: CentreSettings
    package var language: Language
    /// The wall clock the agent reads.
    package var zone: ZoneRules
    /// The agent's own settings from the configuration file.
    package var configuration = UserConfiguration()
    package var themes = ThemeCatalogue.system
    /// Where this agent's drafts and recent customers on this store are kept.
    package var stateDirectory: String
    /// Where desks tell each other what they have open; nil where there is no such place.
    package var presenceFolder: String?
    /// False draws without colours: NO_COLOR.
    package var usesColours = true
    /// Brings files in; without one the desk says that it cannot.
    package var importer: (any FileImporting)?
    /// The desk is used over ssh: a lone Esc is waited for longer.
    package var isOverNetwork = false

    package init(
        store: Store, agent: Agent, settings: CentreSettings, language: Language, zone: ZoneRules,
        stateDirectory: String
    ) {
        self.store = store
        self.agent = agent
        self.settings = settings
        self.language = language
        self.zone = zone
        self.stateDirectory = stateDirectory
    }

    /// How a desk came to its end.
    package enum Ending: Sendable, Equatable {
        /// The agent logged out.
        case quit
        /// The line dropped or the terminal is gone.
        case hungUp
        /// A signal asked for it.
        case terminated
    }

    /// Opens the terminal and runs until the desk ends; what was typed is on disk when it returns.
    ///
    /// `Terminal.guardProcess` must have been called before any thread was started.
    package func run() throws(TerminalError) -> Ending {
        var options = Terminal.Options()
        options.colours = usesColours
        options.depthMax = configuration.colours?.depth
        options.ambiguous = configuration.ambiguousWidth
        let terminal = try Terminal(options)
        defer { terminal.close() }
        let shelf = ThemeShelf(catalogue: themes)
        let chosen = configuration.theme ?? ThemeCatalogue.standardName
        var problem: String?
        switch shelf.theme(named: chosen) {
        case .success(let theme): terminal.use(theme)
        case .failure(let failure):
            problem = failure.sentence
            terminal.use(shelf.standard)
        }
        let inbox = Inbox<DeskMessage>()
        let executor = EffectExecutor(store: store, agent: agent, settings: settings, zone: zone, inbox: inbox)
        let imports = ImportDesk(importer: importer, agent: agent, inbox: inbox)
        let journal = DraftJournal(directory: stateDirectory + "/drafts")
        let drafts = DraftKeeper(journal: journal) { @Sendable failure in
            inbox.post(.writeFailed(request: 0, .diskFull(path: failure.path)))
        }
        let presence = presenceFolder.map {
            PresenceKeeper(folder: $0, storePath: store.path, agent: agent, inbox: inbox)
        }
        let effects = EffectRunner(
            executor: executor, imports: imports, drafts: drafts, recent: RecentCustomers(directory: stateDirectory),
            themes: shelf, presence: presence)
        let loop = DeskLoop(
            terminal: terminal,
            state: firstState(size: terminal.size, theme: problem == nil ? chosen : shelf.standard.name),
            effects: effects, inbox: inbox, watch: StoreWatch(store: store, inbox: inbox),
            directory: DirectoryWatch(directoryOf: store.path), isOverNetwork: isOverNetwork,
            usesClipboard: configuration.usesClipboard ?? false)
        if let problem { inbox.post(.notice(.error, .plain(problem))) }
        return loop.run()
    }

    private func firstState(size: Size, theme: String) -> DeskState {
        var state = DeskState(size: size, now: .now(), zone: zone, language: language, agent: agent)
        state.demoLabel = settings.demoLabel
        state.themeName = theme
        state.hasColleagues = presenceFolder != nil
        return state
    }
}
