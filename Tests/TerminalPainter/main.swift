import DeskRuntime
import Foundation
import Glibc
import TerminalKit

// Paints random frames on its terminal, and writes what each should look like into a folder for the test that reads
// the terminal: `TerminalPainter <folder> <seed>`. Every `n` typed, and every resize, brings the next frame; `q` ends it;
// `t`, `a` and `o` crash it by a trap, an abort and an overflow of the stack; `s` writes to standard error.

/// Calls itself until the stack is full.
@inline(never) func overflow(_ depth: Int) -> Int {
    guard depth >= 0 else { return 0 }
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 64) { memory in
        memory.initialize(repeating: depth)
        return overflow(depth + 1) + memory[depth % 64]
    }
}

/// Paints until it is told to end; the exit status.
func run(folder: String, seed: UInt64) throws -> Int32 {
    Terminal.guardProcess(crashLine: "the painter died")
    let terminal = try Terminal()
    defer { terminal.close() }
    terminal.use(RandomFrame.theme)
    var random = SeededGenerator(seed: seed)
    var number = 0
    func next() throws {
        let frame = RandomFrame.make(size: terminal.size, &random)
        terminal.paint(frame)
        try RandomFrame.expectation(of: frame).write(
            toFile: "\(folder)/\(number)", atomically: true, encoding: .utf8)
        number += 1
    }
    try next()
    while true {
        var descriptors = [terminal.inputDescriptor, terminal.signalDescriptor].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        poll(&descriptors, 2, -1)
        let signals = terminal.takeSignals()
        if signals.contains(.hangUp) { return 1 }
        if signals.contains(.end) { return 3 }
        if signals.contains(.resize) {
            _ = terminal.resize()
            try next()
        }
        guard let bytes = terminal.read() else { return 1 }
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "n"): try next()
            case UInt8(ascii: "s"): FileHandle.standardError.write(Data("stray line\n".utf8))
            case UInt8(ascii: "t"): print(bytes[bytes.count + number])
            case UInt8(ascii: "a"): abort()
            case UInt8(ascii: "o"): print(overflow(0))
            case UInt8(ascii: "q"): return 0
            default: break
            }
        }
    }
}

let arguments = CommandLine.arguments
guard arguments.count == 3, let seed = UInt64(arguments[2]) else {
    print("usage: TerminalPainter <folder> <seed>")
    exit(64)
}
do {
    exit(try run(folder: arguments[1], seed: seed))
} catch {
    print("cannot open the terminal: \(error)")
    exit(2)
}
