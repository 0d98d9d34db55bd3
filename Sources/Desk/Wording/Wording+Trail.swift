package import Complaints
package import WorkingTime

extension Wording {
    /// What a line of the trail says, in one row: its fields in the order of the schema, prose first.
    package func fields(of event: Event, zone: ZoneRules) -> String {
        let order = EventSchema.fields(of: event.type).map(\.name)
        let given = order.filter { event.fields[$0] != nil } + event.fields.keys.filter { !order.contains($0) }.sorted()
        let names = given.filter(Self.isProse) + given.filter { !Self.isProse($0) }
        return names.compactMap { name in event.fields[name].map { self.field(name, $0, zone: zone) } }
            .joined(separator: say("；", "；", "; "))
    }

    /// Fields that speak for themselves, without a label.
    private static func isProse(_ name: String) -> Bool { name == "summary" || name == "text" }

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
