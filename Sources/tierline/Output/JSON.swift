/// A JSON document whose objects keep the order they were written in, so that output reads as the contract lists it.
enum JSON: Sendable, Equatable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case number(Double)
    case string(String)
    case array([JSON])
    case object([Member])

    /// One key of an object with its value.
    struct Member: Sendable, Equatable {
        var key: String
        var value: JSON

        init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }
    }

    /// An object with one key more; anything else as it is.
    func adding(_ key: String, _ value: JSON) -> JSON {
        guard case .object(let members) = self else { return self }
        return .object(members + [Member(key, value)])
    }

    /// A string, or null for nothing: an absent value is null, never missing.
    static func text(_ value: String?) -> JSON { value.map(JSON.string) ?? .null }

    /// An integer, or null for nothing.
    static func count<Value: BinaryInteger>(_ value: Value?) -> JSON { value.map { .integer(Int64($0)) } ?? .null }

    /// A list, each element made by `body`.
    static func list<Elements: Sequence>(_ elements: Elements, _ body: (Elements.Element) -> JSON) -> JSON {
        .array(elements.map(body))
    }

    /// A list of strings.
    static func strings(_ values: some Sequence<String>) -> JSON { .array(values.map(JSON.string)) }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByFloatLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    init(stringLiteral value: String) { self = .string(value) }
    init(integerLiteral value: Int64) { self = .integer(value) }
    init(floatLiteral value: Double) { self = .number(value) }
    init(booleanLiteral value: Bool) { self = .boolean(value) }
    init(nilLiteral: ()) { self = .null }
    init(arrayLiteral elements: JSON...) { self = .array(elements) }
    init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements.map { Member($0.0, $0.1) }) }
}
