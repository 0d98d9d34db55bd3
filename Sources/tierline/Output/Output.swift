import Glibc

/// Writes results to standard output and everything else to standard error.
///
/// Goes straight to the descriptors: nothing is buffered that an early exit could lose, and no line is split. When
/// the reader of a pipe has gone, the program ends quietly by SIGPIPE as any filter does.
enum Output {
    static func line(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

    static func json(_ document: JSON) {
        var bytes: [UInt8] = []
        document.write(to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
        write(bytes)
    }

    static func note(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

    /// A piece of a line on standard error: a progress line that is overwritten.
    static func progress(_ text: String) { write(text, to: STDERR_FILENO) }

    static var resultsGoToTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var notesGoToTerminal: Bool { isatty(STDERR_FILENO) == 1 }
    /// Nothing is asked when standard input is no terminal.
    static var canAsk: Bool { isatty(STDIN_FILENO) == 1 }

    /// Whole lines on standard output.
    static func write(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { write($0, to: STDOUT_FILENO) } }

    private static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { write($0, to: descriptor) }
    }

    private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) {
        var written = 0
        while written < bytes.count {
            let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
            if count >= 0 {
                written += count
            } else if errno != EINTR {
                // A full disk or a closed output: the exit status tells, for there is nowhere left to write.
                exit(ExitStatus.inputOutput.rawValue)
            }
        }
    }
}
