/// The distinct opening hours of a calendar's days, each stored once and side by side.
struct DayHours: Sendable, Hashable {
    /// Microseconds after midnight.
    private var starts: [Int64] = []
    private var ends: [Int64] = []
    /// Hours number `i` are the intervals `bounds[i] ..< bounds[i + 1]`.
    private var bounds: [Int] = [0]
    private var totals: [Int64] = []
    private var known: [[OpenInterval]: Int] = [:]

    static let microsecondsPerMinute: Int64 = 60_000_000

    /// The number of these hours, which are added when new.
    mutating func index(of hours: [OpenInterval]) -> Int {
        if let index = known[hours] { return index }
        for interval in hours {
            starts.append(Int64(interval.startMinute) * Self.microsecondsPerMinute)
            ends.append(Int64(interval.endMinute) * Self.microsecondsPerMinute)
        }
        bounds.append(starts.count)
        totals.append(hours.reduce(0) { $0 + Int64($1.minutes) * Self.microsecondsPerMinute })
        known[hours] = totals.count - 1
        return totals.count - 1
    }

    func total(_ index: Int) -> Int64 { totals[index] }

    func opening(_ index: Int) -> Int64? {
        totals[index] > 0 ? starts[bounds[index]] : nil
    }

    func close(_ index: Int) -> Int64? {
        totals[index] > 0 ? ends[bounds[index + 1] - 1] : nil
    }

    /// Open time of the day before this time of day.
    func openTime(_ index: Int, before time: Int64) -> Int64 {
        var open: Int64 = 0
        for interval in bounds[index]..<bounds[index + 1] {
            if time >= ends[interval] {
                open += ends[interval] - starts[interval]
            } else {
                return time > starts[interval] ? open + time - starts[interval] : open
            }
        }
        return open
    }

    /// The time of day at which microsecond number `open` of the day's open time begins.
    func timeOfDay(_ index: Int, at open: Int64) -> Int64 {
        var rest = open
        for interval in bounds[index]..<bounds[index + 1] {
            let length = ends[interval] - starts[interval]
            if rest < length { return starts[interval] + rest }
            rest -= length
        }
        preconditionFailure("A day was asked for open time beyond its own total.")
    }
}
