import CFault
import Complaints
import Dossier
import Glibc
import Store
import WorkingTime

// An engine, or a desk, in a process of its own, for tests that kill and stop it:
//
// `EngineHarness engine <store> <wall> <since boot> <speed>` fires timers until it is ended or its standard input is,
// and writes a byte for each it fired. Time runs `speed` times as
// fast as it does, and stood at `wall` (microseconds) when the machine had run for `since boot` microseconds.
// `EngineHarness tick <store> <wall> <case> <at> [errno] [ever]` ticks once at `wall`, `EngineHarness note …` writes a
// note on the case: killed at the write of number `at`, or that write (and with `ever` each after it) fails with `errno`.
// Prints the number of writes when it was done, `failed` and the exit status of the error when it was not.

/// The rules the test's centre has: `FiringCentre` in the tests of the store makes the same.
func book() throws -> RulesBook {
    let calendar = WorkingCalendar.always(name: "cn-office")
    return RulesBook(inForce: try Rules(policy: .builtin, calendars: ["cn-office": calendar]))
}

func opened(_ path: String) throws -> Store {
    let store = try Store.open(path)
    store.use(try book())
    return store
}

func sinceBoot() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
}

func runEngine(_ store: Store, wall: Int64, start: Int64, speed: Int64) throws -> Never {
    let watch = EngineWatch(store, holder: "pid \(getpid())")
    while true {
        let passed = (sinceBoot() - start) * speed
        let reading = ClockStamp(
            wall: Instant(microseconds: wall + passed), sinceBoot: TimeLength(microseconds: start + passed),
            boot: "harness")
        let attendance = try watch.attend(reading)
        if case .active(_, let report?) = attendance.state, report.fired > 0 {
            print(String(repeating: ".", count: report.fired), terminator: "")
            fflush(nil)
        }
        var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        let wait = min(max(attendance.waitMicroseconds / speed / 1_000, 1), 20)
        if poll(&input, 1, Int32(wait)) > 0 { exit(0) }
    }
}

let arguments = CommandLine.arguments
func number(_ place: Int) -> Int64 { arguments.indices.contains(place) ? Int64(arguments[place]) ?? 0 : 0 }

func underFault(_ body: () throws -> Void) {
    fault_arm(Int(number(5)), Int32(number(6)), arguments.indices.contains(7) ? 1 : 0)
    do {
        try body()
        print(fault_count())
    } catch let error as StoreError {
        print("failed \(error.exitStatus)")
    } catch {
        print("failed \(error)")
    }
}

guard arguments.count >= 5 else { exit(64) }
let store = try opened(arguments[2])
switch arguments[1] {
case "engine":
    try runEngine(store, wall: number(3), start: number(4), speed: max(number(5), 1))
case "tick":
    underFault {
        _ = try store.tick(ClockStamp(wall: Instant(microseconds: number(3)), sinceBoot: .zero, boot: "harness"))
    }
case "note":
    let at = Instant(microseconds: number(3))
    let note = Command(
        eventID: "note", type: .note, fields: ["text": .text("called back")], actor: "amy", roles: [.agent],
        occurredAt: at, recordedAt: at)
    underFault { _ = try store.perform(note, on: CaseNumber(text: arguments[4])) }
default: exit(64)
}
