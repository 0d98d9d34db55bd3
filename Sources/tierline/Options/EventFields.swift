import ArgumentParser
import Complaints
import Desk

/// The `field=value` words of a complaint event.
struct EventFields: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "What the event says; tierline complaint do --help lists the fields.", valueName: "field=value"))
    var pairs: [String] = []

    @Option(
        name: .customLong("event-id"),
        help: ArgumentHelp("UUID of this event: sending it again gives the first result.", valueName: "uuid"))
    var eventID: String?

    /// More fields than any event has.
    static let pairsMax = 64

    func validate() throws {
        guard pairs.count <= Self.pairsMax else { throw ValidationError("More than \(Self.pairsMax) fields") }
        var seen: Set<Substring> = []
        for pair in pairs {
            guard let mark = pair.firstIndex(of: "="), mark > pair.startIndex else {
                throw ValidationError("'\(pair)' is not of the form field=value")
            }
            guard seen.insert(pair[..<mark]).inserted else {
                throw ValidationError("The field '\(pair[..<mark])' is given twice")
            }
        }
        if let eventID, UUIDText(eventID) == nil { throw ValidationError("--event-id must be a UUID") }
    }

    /// Field names with their texts.
    var texts: [String: String] {
        var texts: [String: String] = [:]
        for pair in pairs {
            guard let mark = pair.firstIndex(of: "=") else { continue }
            texts[String(pair[..<mark])] = String(pair[pair.index(after: mark)...])
        }
        return texts
    }

    /// The id given, in lower case, else a fresh one.
    var identity: String { (eventID.flatMap(UUIDText.init) ?? UUIDText.random()).text }
}
