import Complaints

/// The events and their fields as help text, from the engine's own table.
enum EventHelp {
    static func fields(of type: EventType) -> String {
        EventSchema.fields(of: type).map { field in
            "  \(field.name)\(field.isRequired ? "*" : "")  \(field.meaning)"
        }.joined(separator: "\n")
    }

    static var all: String {
        let events = EventType.commandable.filter { $0 != .register }
        let blocks = events.map { "\($0.rawValue)\n" + fields(of: $0) }
        return "Events and their fields (* required):\n\n" + blocks.joined(separator: "\n")
    }
}
