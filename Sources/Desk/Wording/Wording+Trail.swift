package import Complaints
import Money
package import WorkingTime

extension Wording {
    /// What a line of the trail says, in one row: its fields in the order of the schema, prose first.
    package func fields(of event: Event, zone: ZoneRules) -> String {
        let order = EventSchema.fields(of: event.type).map(\.name)
        let others = event.fields.keys.filter { !order.contains($0) && !Self.isMachinery($0) }.sorted()
        let given = order.filter { event.fields[$0] != nil } + others
        let names = given.filter(Self.isProse) + given.filter { !Self.isProse($0) }
        return names.compactMap { name in event.fields[name].flatMap { words(name, $0, of: event, zone: zone) } }
            .joined(separator: say("；", "；", "; "))
    }

    /// Fields that speak for themselves, without a label.
    private static func isProse(_ name: String) -> Bool { name == "summary" || name == "text" }

    /// What the engine keeps for itself: keys of effects and numbers of rungs; `complaint show --json` has them.
    private static func isMachinery(_ name: String) -> Bool {
        ["generation", "step", "stage", "escalation", "deliver_from", "band", "policy", "ahead", "unit_calendar"]
            .contains(name) || name.hasPrefix("calendar")
    }

    private func words(_ name: String, _ value: FieldValue, of event: Event, zone: ZoneRules) -> String? {
        switch (name, value) {
        case ("currency", _) where event.fields["amount"] != nil: nil
        case ("amount", .integer(let units)): money(units, event) ?? field(name, value, zone: zone)
        case ("level", .integer(let number)): level(Int(clamping: number))
        case ("clock", .text(let text)): clock(text)
        case ("target", .text(let text)): label(field: name) + " " + self.value(text, field: name)
        case ("percent", .integer(let percent)): "\(percent)%"
        default: field(name, value, zone: zone)
        }
    }

    private func money(_ units: Int64, _ event: Event) -> String? {
        guard case .text(let code)? = event.fields["currency"], let currency = Currency(rawValue: code) else {
            return nil
        }
        return amount(Money(minorUnits: units, currency: currency))
    }

    private func field(_ name: String, _ value: FieldValue, zone: ZoneRules) -> String {
        switch value {
        case .text(let text):
            let words = self.value(text, field: name).oneLine
            return Self.isProse(name) ? words : label(field: name) + " " + words
        case .integer(let number): return label(field: name) + " \(number)"
        case .boolean(let flag): return label(field: name) + " " + self.value(flag ? "true" : "false", field: name)
        case .instant(let instant): return label(field: name) + " " + dayAndTime(instant, zone: zone)
        }
    }
}
