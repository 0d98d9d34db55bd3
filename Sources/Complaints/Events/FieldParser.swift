package import WorkingTime

/// Reads `field=value` pairs of one event by its schema.
package enum FieldParser {
    /// The typed fields, or the first refusal: `E_UNKNOWN_FIELD`, then `E_BAD_VALUE`, in the order of the names.
    ///
    /// Missing fields are no matter here: whether one is needed depends on the case, and `decide` asks later in order.
    /// An empty text is a field not given. `zone` is where bare dates and times without offset are read.
    package static func parse(
        _ fields: [String: String], for type: EventType, zone: ZoneRules
    ) -> Result<[String: FieldValue], Refusal> {
        var values = [String: FieldValue](minimumCapacity: fields.count)
        for (name, text) in fields {
            guard let field = EventSchema.field(name, of: type) else { return .failure(refusal(fields, type, zone)) }
            guard !text.isEmpty else { continue }
            guard let value = value(of: text, as: field.kind, zone: zone), field.accepts(value) else {
                return .failure(refusal(fields, type, zone))
            }
            values[name] = value
        }
        return .success(values)
    }

    /// The first of the faults: unknown fields before bad values, each in the order of the names.
    private static func refusal(_ fields: [String: String], _ type: EventType, _ zone: ZoneRules) -> Refusal {
        let names = fields.keys.sorted()
        for name in names where EventSchema.field(name, of: type) == nil {
            return Refusal(.unknownField, field: name, legalFields: EventSchema.fields(of: type).map(\.name))
        }
        let wrong = names.first { name in
            guard let field = EventSchema.field(name, of: type), let text = fields[name], !text.isEmpty else {
                return false
            }
            return value(of: text, as: field.kind, zone: zone).map { !field.accepts($0) } ?? true
        }
        let kind = wrong.flatMap { EventSchema.field($0, of: type) }?.kind
        return Refusal(.badValue, field: wrong, choices: kind?.choices ?? [], kind: kind)
    }

    /// One value, or nil when the text is none of that kind.
    package static func value(of text: String, as kind: FieldKind, zone: ZoneRules) -> FieldValue? {
        switch kind {
        case .text: isCleanText(text) ? .text(text) : nil
        case .login: isLogin(text) ? .text(text) : nil
        case .integer: Int64(text).map(FieldValue.integer)
        case .boolean: boolean(text).map(FieldValue.boolean)
        case .confirmation: boolean(text).map(FieldValue.boolean) ?? (isCleanText(text) ? .text(text) : nil)
        case .instant: instant(text, zone: zone).map(FieldValue.instant)
        case .date: (lastSecond(of: text, zone: zone) ?? instant(text, zone: zone)).map(FieldValue.instant)
        case .customer: customer(text).map(FieldValue.integer)
        case .choice(let words): words.contains(text) ? .text(text) : nil
        }
    }

    private static func boolean(_ text: String) -> Bool? {
        switch text {
        case "true": true
        case "false": false
        default: nil
        }
    }

    private static func instant(_ text: String, zone: ZoneRules) -> Instant? {
        Instant(rfc3339: text) ?? LocalDateTime(text).map { zone.instants(of: $0).earliest }
    }

    private static func lastSecond(of text: String, zone: ZoneRules) -> Instant? {
        LocalDate(text).map { zone.instants(of: LocalDateTime(date: $0, hour: 23, minute: 59, second: 59)).latest }
    }

    private static func customer(_ text: String) -> Int64? {
        let digits = text.first == "C" || text.first == "c" ? text.dropFirst() : text[...]
        guard !digits.isEmpty, digits.utf8.count <= 18, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int64(digits), number > 0
        else { return nil }
        return number
    }

    private static func isLogin(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 64
            && text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && !isControl($0) }
    }

    /// Not empty, not too long, and nothing in it that a terminal would obey.
    private static func isCleanText(_ text: String) -> Bool {
        guard !text.isEmpty, text.utf8.count <= EventField.textBytesMax else { return false }
        // Most text needs no look-up: printable ASCII.
        return text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
            || text.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || !isControl($0) }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control
    }
}
