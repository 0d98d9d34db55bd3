import Complaints
import Customers
import Dossier
import Foundation
import Testing
import WorkingTime

@testable import Store

/// The side file in which desks say what they have open; its clock is the caller's.
@Suite struct PresenceTests {
    private let folder: String
    private let main: String
    private let clock = Instant(seconds: 1_000)
    private let second: Int64 = 1_000_000

    init() throws {
        folder = NSTemporaryDirectory() + "presence-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        main = folder + "/main"
        try Data().write(to: URL(fileURLWithPath: main))
    }

    private func place(customer: Int64? = nil, editing: Bool = false) -> Whereabouts {
        Whereabouts(customer: customer.map(CustomerID.init), caseNumber: nil, isEditing: editing, status: "ready")
    }

    private let amy = Agent(login: "amy", name: nil, roles: [.agent])
    private let sue = Agent(login: "sue", name: nil, roles: [.supervisor])

    @Test func `what one desk says the others see until fifteen seconds without a word`() throws {
        let one = try PresenceStore.open(folder: folder, besideStore: main)
        let other = try PresenceStore.open(folder: folder, besideStore: main)
        let open = place(customer: 7, editing: true)
        try one.announce(open, desk: "a", agent: amy, now: 100 * second)
        let seen = Sighting(
            login: "amy", takesCalls: true, whereabouts: open, goneAt: Instant(seconds: clock.seconds + 10))
        #expect(try other.others(than: "b", now: 105 * second, clock: clock) == [seen])
        #expect(try other.others(than: "a", now: 105 * second, clock: clock) == [])
        #expect(try other.others(than: "b", now: 115 * second - 1, clock: clock).count == 1)
        #expect(try other.others(than: "b", now: 115 * second, clock: clock) == [])
    }

    @Test func `with nothing open the status counts for a minute and a quarter`() throws {
        let one = try PresenceStore.open(folder: folder, besideStore: main)
        try one.announce(place(), desk: "a", agent: sue, now: 0)
        let seen = try one.others(than: "b", now: 74 * second, clock: clock)
        #expect(seen.map(\.takesCalls) == [false])
        #expect(try one.others(than: "b", now: 75 * second, clock: clock) == [])
    }

    @Test func `a desk that leaves is gone at once, and words of an earlier boot do not count`() throws {
        let one = try PresenceStore.open(folder: folder, besideStore: main)
        try one.announce(place(customer: 7), desk: "a", agent: amy, now: 9_000 * second)
        #expect(try one.others(than: "b", now: 5 * second, clock: clock) == [])
        try one.announce(place(customer: 7), desk: "a", agent: amy, now: 5 * second)
        try one.leave(desk: "a")
        #expect(try one.others(than: "b", now: 6 * second, clock: clock) == [])
    }

    @Test func `two stores never see each other, one store by two paths does`() throws {
        let link = folder + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: main)
        let another = folder + "/another"
        try Data().write(to: URL(fileURLWithPath: another))
        let one = try PresenceStore.open(folder: folder, besideStore: main)
        try one.announce(place(customer: 7), desk: "a", agent: amy, now: 0)
        let same = try PresenceStore.open(folder: folder, besideStore: link)
        let stranger = try PresenceStore.open(folder: folder, besideStore: another)
        #expect(try same.others(than: "b", now: 1, clock: clock).count == 1)
        #expect(try stranger.others(than: "b", now: 1, clock: clock) == [])
    }

    @Test func `a file that is no database is made anew, and older desks notice`() throws {
        let one = try PresenceStore.open(folder: folder, besideStore: main)
        let name = try #require(
            FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".sqlite") })
        let damaged = URL(fileURLWithPath: folder + "/" + name)
        try Data(repeating: 0x41, count: 8_192).write(to: damaged)
        let next = try PresenceStore.open(folder: folder, besideStore: main)
        try next.announce(place(customer: 7), desk: "a", agent: amy, now: 0)
        #expect(try next.others(than: "b", now: 1, clock: clock).count == 1)
        #expect(!one.isCurrent)
    }

    @Test func `a folder that others can look into, or that is not there, is not used`() throws {
        let open = folder + "/open"
        try FileManager.default.createDirectory(
            atPath: open, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o755])
        #expect(PresenceFolder.usable(runtimeDirectory: open, temporary: "/nonexistent") == nil)
        #expect(PresenceFolder.usable(runtimeDirectory: nil, temporary: "/nonexistent") == nil)
        #expect(PresenceFolder.usable(runtimeDirectory: folder) == folder + "/tierline")
        let own = PresenceFolder.usable(runtimeDirectory: open, temporary: folder)
        #expect(own == folder + "/tierline-\(getuid())")
        #expect(throws: StoreError.self) {
            _ = try PresenceStore.open(folder: folder + "/nowhere", besideStore: main)
        }
    }
}
