import CTerminal
package import TerminalKit

extension Terminal {
    /// How the terminal is opened.
    package struct Options: Sendable {
        /// The smallest screen that is of use.
        package var minimum = Size(columns: 60, rows: 16)
        /// False draws without colours: NO_COLOR.
        package var colours = true
        /// No more colours than these, even where the terminal has them; nil takes what it has.
        package var depthMax: ColourDepth?
        /// How wide ambiguous characters are; nil asks the terminal, which takes at most 100 ms.
        package var ambiguous: AmbiguousWidth?
        /// Where standard output and error go meanwhile; nil drops them.
        package var logPath: String?
        /// The terminal's descriptors; nil opens /dev/tty.
        package var descriptors: (input: Int32, output: Int32)?

        package init() {}

        func withC(_ body: (UnsafePointer<ct_options>) -> ct_result) -> ct_result {
            var options = ct_options()
            options.input_fd = descriptors?.input ?? -1
            options.output_fd = descriptors?.output ?? -1
            options.columns_min = Int32(minimum.columns)
            options.rows_min = Int32(minimum.rows)
            options.probes = ambiguous == nil
            guard let logPath else { return body(&options) }
            return logPath.withCString { path in
                options.log_path = path
                return body(&options)
            }
        }
    }

    /// What the system asks of the program.
    package struct Signals: OptionSet, Sendable {
        package let rawValue: Int32

        package init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// The window has another size: call `resize`.
        package static let resize = Signals(rawValue: Int32(CT_SIGNAL_RESIZE))
        /// Somebody asks the program to end.
        package static let end = Signals(rawValue: Int32(CT_SIGNAL_END))
        /// The terminal is gone: save the drafts and end at once.
        package static let hangUp = Signals(rawValue: Int32(CT_SIGNAL_HANGUP))
        /// The process was stopped and goes on: call `restore` and `resize`.
        package static let continued = Signals(rawValue: Int32(CT_SIGNAL_CONTINUE))
    }

    /// How long a lone Esc is waited on: keys' sequences come in one piece, but for slow lines.
    package static func escapeDelayMilliseconds(overNetwork: Bool) -> Int { overNetwork ? 50 : 25 }

    /// Splits the process so that a guardian puts the terminal back even if the desk is killed; returns in the desk.
    ///
    /// To be called first of all, before any thread is started. The guardian writes the line to standard error when the
    /// desk died of a signal, and ends with its status, or 128 plus the signal. Without a guardian, which only
    /// an exhausted system refuses, the desk goes on.
    package static func guardProcess(crashLine: String) {
        _ = ct_guard(crashLine)
        ct_harden()
    }
}

/// Why there is no screen.
package enum TerminalError: Error, Sendable, Equatable {
    /// There is no terminal to draw on.
    case noTerminal
    /// TERM is unset (empty here) or names a terminal that cannot place its cursor.
    case dumb(terminal: String)
    /// The terminfo database has no such TERM.
    case unknownTerminal(String)
    /// The locale's character set.
    case notUTF8(characterSet: String)
    case tooSmall(Size, minimum: Size)
    /// A system call failed with that errno.
    case system(Int32)

    init?(_ result: ct_result, _ information: ct_info, minimum: Size) {
        var name = information.name
        let text = withUnsafeBytes(of: &name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        switch result {
        case CT_OK: return nil
        case CT_NO_TERMINAL: self = .noTerminal
        case CT_DUMB: self = .dumb(terminal: text)
        case CT_UNKNOWN_TERMINAL: self = .unknownTerminal(text)
        case CT_NOT_UTF8: self = .notUTF8(characterSet: text)
        case CT_TOO_SMALL:
            self = .tooSmall(Size(columns: Int(information.columns), rows: Int(information.rows)), minimum: minimum)
        default: self = .system(information.error_number)
        }
    }
}
