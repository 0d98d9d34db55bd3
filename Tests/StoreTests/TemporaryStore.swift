import Complaints
import Customers
import Dossier
import Foundation
import Money
import Store
import WorkingTime

/// A store in a folder of its own, removed with it.
final class TemporaryStore {
    let folder: URL
    let store: Store

    var path: String { Self.path(in: folder) }

    init(_ settings: CentreSettings = .taiwan) throws {
        folder = try Self.makeFolder()
        store = try Store.create(Self.path(in: folder), settings: settings, administrator: .amy)
    }

    deinit {
        try? store.close()
        try? FileManager.default.removeItem(at: folder)
    }

    static func path(in folder: URL) -> String { folder.appendingPathComponent("desk.sqlite").path }

    static func makeFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }
}

extension CentreSettings {
    static let taiwan = CentreSettings(region: .taiwan, currency: .twd, zone: "Asia/Taipei")
}

extension Agent {
    static let amy = Agent(login: "amy", name: "Amy", roles: [.agent, .administrator, .supervisor], osUser: "root")
}

extension Instant {
    /// 2026-03-02T10:00:00+08:00, the "now" of most tests.
    static let march = Instant(seconds: 1_772_416_800)

    func adding(days: Int64 = 0, seconds: Int64 = 0) -> Instant {
        Instant(microseconds: microseconds + (days * 86_400 + seconds) * 1_000_000)
    }
}

extension Customer {
    /// A draft: the store gives it its number.
    static func draft(_ name: String?, phones: [String] = [], plates: [String] = []) -> Customer {
        var customer = Customer(id: CustomerID(0), name: name, region: .taiwan)
        customer.phones = phones.enumerated().map { place, e164 in
            ContactPhone(raw: e164, e164: e164, extensionDigits: nil, isValid: true, isPrimary: place == 0)
        }
        customer.plates = plates.map { key in
            VehiclePlate(raw: key, key: key, display: key, region: .taiwan, isVerified: true)
        }
        return customer
    }
}
