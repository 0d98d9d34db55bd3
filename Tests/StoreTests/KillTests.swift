import Customers
import Dossier
import Foundation
import Synchronization
import Testing

@testable import Store

/// How many writes were acknowledged; the thread that kills watches it.
private final class Tally: Sendable {
    let count = Atomic(0)
}

/// A process that writes is killed in the middle: what it was told is kept must be there.
@Suite(.serialized) struct KillTests {
    /// The kill comes so many microseconds after that many acknowledgements: somewhere in the next write.
    @Test(arguments: [(1, 0), (3, 200), (10, 900), (30, 2_500)])
    func `nothing acknowledged is lost to a kill, and the trail stays whole`(
        acknowledgements: Int, microseconds: Int
    ) async throws {
        let temporary = try TemporaryStore()
        let acknowledged = temporary.folder.appendingPathComponent("acknowledged").path
        setenv("TIERLINE_TEST_STORE", temporary.path, 1)
        setenv("TIERLINE_TEST_ACKNOWLEDGED", acknowledged, 1)
        setenv("TIERLINE_TEST_KILL_AFTER", String(acknowledgements), 1)
        setenv("TIERLINE_TEST_KILL_DELAY", String(microseconds), 1)
        await #expect(processExitsWith: .signal(SIGKILL)) {
            let environment = ProcessInfo.processInfo.environment
            let path = try #require(environment["TIERLINE_TEST_STORE"])
            let acknowledged = open(
                try #require(environment["TIERLINE_TEST_ACKNOWLEDGED"]), O_WRONLY | O_CREAT | O_APPEND, 0o600)
            let wanted = try #require(environment["TIERLINE_TEST_KILL_AFTER"].flatMap(Int.init))
            let delay = try #require(environment["TIERLINE_TEST_KILL_DELAY"].flatMap(Int.init))
            let store = try Store.open(path)
            let tally = Tally()
            Thread.detachNewThread {
                while tally.count.load(ordering: .relaxed) < wanted { sched_yield() }
                let end = ContinuousClock.now + .microseconds(delay)
                while ContinuousClock.now < end {}
                kill(getpid(), SIGKILL)
            }
            while true {
                let made = try store.createCustomer(.draft("客戶", phones: ["+886912345678"]), by: "amy", at: .march)
                let line = Array("\(made.id.number)\n".utf8)
                _ = write(acknowledged, line, line.count)
                tally.count.add(1, ordering: .relaxed)
            }
        }
        let text = (try? String(contentsOfFile: acknowledged, encoding: .utf8)) ?? ""
        let promised = text.split(separator: "\n").compactMap { Int64($0) }
        #expect(promised.count >= acknowledgements)
        let reopened = try Store.open(temporary.path)
        for number in promised {
            #expect(try reopened.customer(CustomerID(number)) != nil, "C\(number) was acknowledged and is lost")
        }
        let kept = try reopened.counts().customers
        #expect(kept == promised.count || kept == promised.count + 1)
        guard case .intact(let lines, _) = try reopened.verifyAudit() else {
            Issue.record("the trail is broken")
            return
        }
        #expect(lines == kept)
        let check = try reopened.engine.read { session throws(StoreError) in
            try session.all("PRAGMA integrity_check") { $0.text(0) }
        }
        #expect(check == ["ok"])
        // The dead process's lock is free, and the next writer goes on.
        _ = try reopened.createCustomer(.draft("林"), by: "amy", at: .march)
    }
}
