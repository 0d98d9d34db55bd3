import Glibc

/// Reads a password: from the terminal without echo, or one line of standard input when it is no terminal.
///
/// Never from the arguments, which every user of the machine can see.
enum PasswordPrompt {
    /// Nil at the end of input. `prompt` is shown on standard error, and only on a terminal.
    static func read(_ prompt: String) -> String? {
        var lines = InputLines()
        guard Output.canAsk else { return lines.next() }
        Output.progress(SafeText.line(prompt))
        defer { Output.progress("\n") }
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return lines.next() }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        // A signal between the two would leave a terminal without echo: they wait until it is back.
        var held = sigset_t()
        var old = sigset_t()
        sigemptyset(&held)
        for number in [SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGQUIT] { sigaddset(&held, number) }
        sigprocmask(SIG_BLOCK, &held, &old)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
            sigprocmask(SIG_SETMASK, &old, nil)
        }
        return lines.next()
    }
}
