import Glibc

// A pipe whose reader has gone ends the program quietly, even where the parent process ignored the signal.
signal(SIGPIPE, SIG_DFL)
exit(Program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
