/// Keeps pasted text from pressing keys.
///
/// Some terminals let the end bracket of a paste be smuggled into its text; what follows would be taken as typed. So
/// for a moment after a paste only characters and Ctrl-L, which changes nothing, are let through, and more keys at once
/// than anybody types are a paste.
package struct InputGuard: Sendable, Hashable {
    /// After a paste, keys other than characters and Ctrl-L are ignored for this long.
    package static let quietMicroseconds: Int64 = 50_000
    /// More keys than this within `burstMicroseconds` are a paste.
    package static let burstKeysMax = 40
    package static let burstMicroseconds: Int64 = 10_000

    private var quietUntil = Int64.min
    private var windowStart = Int64.min
    private var windowKeys = 0

    package init() {}

    /// The events that may pass, of those read at that time on any clock that only goes forward.
    package mutating func admit(_ events: [InputEvent], at microseconds: Int64) -> [InputEvent] {
        if windowStart == .min || microseconds - windowStart > Self.burstMicroseconds {
            windowStart = microseconds
            windowKeys = 0
        }
        windowKeys += events.count { if case .key = $0 { true } else { false } }
        let admitted = windowKeys > Self.burstKeysMax ? Self.asPaste(events) : events
        return admitted.filter { event in
            switch event {
            case .paste:
                quietUntil = microseconds + Self.quietMicroseconds
                return true
            case .key(.character), .key(.control("l")), .unknown: return true
            case .key: return microseconds >= quietUntil
            }
        }
    }

    /// The same events with runs of keys made into pastes: characters stay, Enter is a line end, other keys are gone.
    private static func asPaste(_ events: [InputEvent]) -> [InputEvent] {
        var made: [InputEvent] = []
        var run = String.UnicodeScalarView()
        func endRun() {
            if !run.isEmpty { made.append(.paste(Paste(text: String(run)))) }
            run = String.UnicodeScalarView()
        }
        for event in events {
            switch event {
            case .key(.character(let scalar)): run.append(scalar)
            case .key(.enter): run.append("\n")
            case .key(.tab): run.append(" ")
            case .key: break
            case .paste, .unknown:
                endRun()
                made.append(event)
            }
        }
        endRun()
        return made
    }
}
