import Customers
import Dossier
import Money

extension Session {
    /// Nil for a store whose making was never finished.
    func settings() throws(StoreError) -> CentreSettings? {
        let rows = try all("SELECT name, value FROM settings") { ($0.text(0), $0.text(1)) }
        let values = Dictionary(rows, uniquingKeysWith: { first, _ in first })
        guard let region = values["region"], let code = values["currency"], let zone = values["zone"],
            let currency = Currency(rawValue: code)
        else { return nil }
        return CentreSettings(
            region: Region(rawValue: region), currency: currency, zone: zone, demoLabel: values["demo_label"])
    }

    func save(_ settings: CentreSettings) throws(StoreError) {
        let values: [(String, String?)] = [
            ("region", settings.region.rawValue), ("currency", settings.currency.rawValue), ("zone", settings.zone),
            ("demo_label", settings.demoLabel),
        ]
        for (name, value) in values {
            if let value {
                try run(
                    "INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = $2",
                    name, value)
            } else {
                try run("DELETE FROM settings WHERE name = $1", name)
            }
        }
    }
}
