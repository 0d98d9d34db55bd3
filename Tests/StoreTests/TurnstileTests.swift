import Dossier
import Foundation
import Synchronization
import Testing

@testable import Store

@Suite struct TurnstileTests {
    @Test func `only one is inside at a time, and everybody comes through`() throws {
        let folder = try TemporaryStore.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = TemporaryStore.path(in: folder)
        let state = Mutex((inside: 0, most: 0, entries: [Int](repeating: 0, count: 8)))
        DispatchQueue.concurrentPerform(iterations: 8) { worker in
            guard let turnstile = try? Turnstile(besideStore: path, mode: 0o600) else { return }
            for _ in 0..<200 {
                guard (try? turnstile.enter()) != nil else { return }
                state.withLock {
                    $0.inside += 1
                    $0.most = max($0.most, $0.inside)
                    $0.entries[worker] += 1
                }
                state.withLock { $0.inside -= 1 }
                turnstile.leave()
            }
        }
        state.withLock {
            #expect($0.most == 1)
            #expect($0.entries == [Int](repeating: 200, count: 8))
        }
    }

    @Test func `whoever waits longer than the limit is told`() throws {
        let folder = try TemporaryStore.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = TemporaryStore.path(in: folder)
        let holder = try Turnstile(besideStore: path, mode: 0o600)
        let waiter = try Turnstile(besideStore: path, mode: 0o600)
        try holder.enter()
        #expect(throws: StoreError.locked(path: path, waitedMilliseconds: 50)) {
            try waiter.enter(milliseconds: 50)
        }
        holder.leave()
        try waiter.enter(milliseconds: 50)
        waiter.leave()
    }

    @Test func `stores on one file do not lose each other's writes`() throws {
        let temporary = try TemporaryStore()
        let path = temporary.path
        DispatchQueue.concurrentPerform(iterations: 4) { worker in
            guard let store = try? Store.open(path) else { return }
            for count in 0..<25 {
                _ = try? store.createCustomer(.draft("客戶\(worker)-\(count)"), by: "amy", at: .march)
            }
            try? store.close()
        }
        #expect(try temporary.store.counts().customers == 100)
        let verdict = try temporary.store.verifyAudit()
        guard case .intact(let lines, _) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(lines == 100)
    }
}
