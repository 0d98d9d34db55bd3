import Desk
import Glibc
import TerminalKit
import WorkingTime

/// The loop: waits for bytes, answers, signals and the minute; takes in all there is; paints once.
///
/// Only this object's thread touches the state and the terminal. Everything slow is the executor's.
final class DeskLoop {
    /// A paste whose end does not come within this time is over.
    private static let pasteMillisecondsMax: Int64 = 1_000

    private let terminal: Terminal
    private let effects: EffectRunner
    private let inbox: Inbox<DeskMessage>
    private let watch: StoreWatch
    private let directory: DirectoryWatch
    private let escapeMilliseconds: Int
    private let usesClipboard: Bool
    private var state: DeskState
    private var decoder = InputDecoder()
    private var inputGuard = InputGuard()
    private var ending: DeskRun.Ending?

    init(
        terminal: Terminal, state: DeskState, effects: EffectRunner, inbox: Inbox<DeskMessage>, watch: StoreWatch,
        directory: consuming DirectoryWatch, isOverNetwork: Bool, usesClipboard: Bool
    ) {
        self.terminal = terminal
        self.state = state
        self.effects = effects
        self.inbox = inbox
        self.watch = watch
        self.directory = directory
        self.usesClipboard = usesClipboard
        self.escapeMilliseconds = Terminal.escapeDelayMilliseconds(overNetwork: isOverNetwork)
    }

    /// Runs until the agent logs out, the line drops or a signal ends it. Drafts are on disk when it returns.
    func run() -> DeskRun.Ending {
        terminal.paint(state.render(ambiguous: terminal.ambiguous))
        deliver([.themes(current: state.themeName, names: effects.themeNames)])
        effects.started()
        deliver([.storeChanged])
        if state.opensQueue { deliver([.openQueue]) }
        deliver(takeInput(isReadable: terminal.hasInput))
        while true {
            let ready = waitForSomething()
            deliver([.tick(.now())])
            deliver(takeSignals())
            deliver(takeInput(isReadable: ready.input))
            if ready.directory, directory.drain() { watch.directoryChanged() }
            deliver(inbox.drain())
            if let ending {
                effects.finish()
                return ending
            }
            terminal.paint(state.render(ambiguous: terminal.ambiguous))
        }
    }

    // MARK: Waiting

    /// Sleeps until something can be read or the desk would change by itself.
    private func waitForSomething() -> (input: Bool, directory: Bool) {
        var descriptors = [
            pollfd(fd: terminal.inputDescriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: terminal.signalDescriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: inbox.descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: directory.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        _ = poll(&descriptors, nfds_t(descriptors.count), timeoutMilliseconds())
        let bad = Int16(POLLHUP) | Int16(POLLERR) | Int16(POLLNVAL)
        let input = descriptors[0].revents
        if input & bad != 0 && input & Int16(POLLIN) == 0 { ending = .hungUp }
        return (input & Int16(POLLIN) != 0, descriptors[3].revents & Int16(POLLIN) != 0)
    }

    private func timeoutMilliseconds() -> Int32 {
        if decoder.awaitsEscape { return Int32(escapeMilliseconds) }
        if decoder.isPasting { return Int32(Self.pasteMillisecondsMax) }
        let microseconds = state.wakeAt.microseconds - Instant.now().microseconds
        return Int32(clamping: max(0, microseconds / 1_000 + 1))
    }

    // MARK: Taking in

    private func takeInput(isReadable: Bool) -> [DeskMessage] {
        guard isReadable else {
            if decoder.awaitsEscape { return messages(of: decoder.flushEscape()) }
            if decoder.isPasting {
                // Its end was lost on the way, and who knows what else: the screen is sent anew.
                terminal.invalidate()
                return messages(of: decoder.flushPaste())
            }
            return []
        }
        guard let bytes = terminal.read() else {
            ending = .hungUp
            return []
        }
        return messages(of: decoder.decode(bytes))
    }

    private func messages(of events: [InputEvent]) -> [DeskMessage] {
        inputGuard.admit(events, at: monotonicMicroseconds()).compactMap { event in
            switch event {
            case .key(let key): .key(key)
            case .paste(let paste): .paste(paste)
            case .unknown: nil
            }
        }
    }

    private func takeSignals() -> [DeskMessage] {
        let signals = terminal.takeSignals()
        if signals.contains(.end) { ending = .terminated }
        if signals.contains(.hangUp) { ending = .hungUp }
        if signals.contains(.continued) { terminal.restore() }
        guard !signals.isDisjoint(with: [.resize, .continued]) else { return [] }
        return [.resize(terminal.resize())]
    }

    private func deliver(_ messages: [DeskMessage]) {
        for message in messages {
            for effect in state.update(message) { perform(effect) }
        }
    }

    private func perform(_ effect: DeskEffect) {
        switch effect {
        case .repaint: terminal.invalidate()
        case .quit: ending = .quit
        case .setTheme(let name): setTheme(name)
        case .copy(let text): copy(text)
        default: effects.run(effect)
        }
    }

    private func setTheme(_ name: String) {
        switch effects.theme(named: name) {
        case .success(let theme):
            terminal.use(theme)
            deliver([.themes(current: name, names: effects.themeNames)])
        case .failure(let failure):
            deliver([.notice(.error, .plain(failure.sentence))])
        }
    }

    /// To the clipboard where the agent's settings allow it; else the text stands in the message row to be selected.
    private func copy(_ text: String) {
        if usesClipboard {
            terminal.copy(text)
            deliver([.notice(.done, .copied(text))])
        } else {
            deliver([.notice(.information, .plain(text))])
        }
    }
}
