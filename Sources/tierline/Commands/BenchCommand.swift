import ArgumentParser
import Bench
import Desk

struct BenchCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measure this machine against the limits of performance.",
        discussion: "Makes a store of made-up customers, which at a million takes about two gigabytes and a minute.")

    @Option(help: ArgumentHelp("How many customers; each has three history rows.", valueName: "n"))
    var customers: Int = BenchRun.customersDefault

    @Option(help: ArgumentHelp("How many open complaints; a million takes some minutes to make.", valueName: "n"))
    var complaints: Int = BenchRun.complaintsDefault

    @Option(help: ArgumentHelp("Make files here, and use a store made here before.", valueName: "folder"))
    var keep: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard (100...10_000_000).contains(customers) else {
            throw ValidationError("--customers must be from 100 to 10000000")
        }
        guard (100...10_000_000).contains(complaints) else {
            throw ValidationError("--complaints must be from 100 to 10000000")
        }
    }

    func perform(_ session: Session) throws -> ExitStatus {
        let bench = BenchRun(
            customers: customers, complaints: complaints, directory: keep, executable: Environment.executable,
            rules: CentreRules.reader, now: SystemClock.now)
        var figures: [Figure] = []
        try bench.run(remark: { session.remark($0) }) { measured in
            figures += measured
            for figure in measured { session.remark("\(figure.name) \(rounded(figure.value)) \(figure.unit)") }
        }
        session.answer(["figures": .list(figures, shape)]) { print(figures) }
        return figures.allSatisfy(\.isHeld) ? .done : .no
    }

    private func shape(_ figure: Figure) -> JSON {
        var least = JSON.null
        var most = JSON.null
        switch figure.limit {
        case .atLeast(let limit): least = .number(limit)
        case .atMost(let limit): most = .number(limit)
        case nil: break
        }
        return [
            "name": .string(figure.name), "value": .number(figure.value), "unit": .string(figure.unit),
            "at_least": least, "at_most": most, "held": .boolean(figure.isHeld),
        ]
    }

    private func print(_ figures: [Figure]) {
        var table = TextTable()
        for figure in figures {
            let limit =
                switch figure.limit {
                case .atLeast(let least): ">= \(rounded(least))"
                case .atMost(let most): "<= \(rounded(most))"
                case nil: ""
                }
            table.add([figure.isHeld ? "" : "!!", figure.name, rounded(figure.value), figure.unit, limit])
        }
        table.print()
    }

    /// Three digits after the point for small figures, none for large ones.
    private func rounded(_ value: Double) -> String {
        if value >= 1_000 { return String(Int64(value)) }
        let thousandths = Int64((value * 1_000).rounded())
        let rest = String(thousandths % 1_000)
        return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - rest.utf8.count) + rest
    }
}
