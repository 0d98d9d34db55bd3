import WorkingTime

/// Why the bytes of a zone file were refused.
package enum TZifError: String, Error, Hashable, Sendable {
    case notTZif = "it does not begin with TZif"
    case truncated = "it is shorter than its own counts say"
    case countTooLarge = "it says it has more transitions than a zone can have"
    case noTypes = "it has no local time type"
    case badTypeIndex = "a transition points to a type that is not there"
    case offsetOutOfRange = "an offset is beyond 26 hours"
    case notRising = "its transitions are not in order"
    case leapSeconds = "it counts leap seconds; use the zone without right/"
    case badFooter = "the rule at its end is no TZ rule"
}

/// Turns a TZif file (RFC 8536, versions 1 to 4) into zone rules; every count is checked against the bytes there are.
struct TZifReader {
    private let bytes: [UInt8]
    private var position = 0

    /// The largest file of the tz database has under 4 kB; fat ones stay below 16 kB.
    static let bytesMax = 1 << 20

    static func rules(_ bytes: [UInt8], name: String, version: String) throws(TZifError) -> ZoneRules {
        var reader = TZifReader(bytes: bytes)
        return try reader.rules(name: name, version: version)
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private struct Header {
        var version: UInt8
        var utcFlags: Int
        var standardFlags: Int
        var leaps: Int
        var times: Int
        var types: Int
        var letters: Int

        func bodyBytes(timeBytes: Int) -> Int {
            times * timeBytes + times + types * 6 + letters + leaps * (timeBytes + 4) + standardFlags + utcFlags
        }
    }

    private mutating func rules(name: String, version: String) throws(TZifError) -> ZoneRules {
        var header = try self.header()
        var timeBytes = 4
        if header.version >= UInt8(ascii: "2") {
            // The first block repeats the data in 32 bits for old readers.
            try skip(header.bodyBytes(timeBytes: 4))
            header = try self.header()
            timeBytes = 8
        }
        guard header.leaps == 0 else { throw .leapSeconds }
        guard header.types > 0 else { throw .noTypes }
        guard bytes.count - position >= header.bodyBytes(timeBytes: timeBytes) else { throw .truncated }
        let times = (0..<header.times).map { _ in signed(timeBytes) }
        let indices = (0..<header.times).map { _ in Int(signed(1) & 0xFF) }
        var offsets: [Int32] = []
        for _ in 0..<header.types {
            guard let offset = Int32(exactly: signed(4)), ZoneRules.offsetsAllowed.contains(offset) else {
                throw .offsetOutOfRange
            }
            offsets.append(offset)
            try skip(2)
        }
        try skip(header.letters + header.standardFlags + header.utcFlags)
        let footer = timeBytes == 8 ? try self.footer() : nil
        return try assemble(name, version, times, indices, offsets, footer)
    }

    private func assemble(
        _ name: String, _ version: String, _ times: [Int64], _ indices: [Int], _ offsets: [Int32], _ footer: PosixRule?
    ) throws(TZifError) -> ZoneRules {
        var kept: [Int64] = []
        var inForce = [offsets[0]]
        var previous: Int64?
        for (time, index) in zip(times, indices) {
            guard index < offsets.count else { throw .badTypeIndex }
            guard previous.map({ time > $0 }) ?? true else { throw .notRising }
            previous = time
            // Many transitions only change a name.
            if offsets[index] == inForce[inForce.count - 1] { continue }
            if time < Self.earliestTime {
                inForce = [offsets[index]]
                continue
            }
            kept.append(time)
            inForce.append(offsets[index])
        }
        // The rule begins where the listed transitions end, so the last one must stay even if it changes nothing.
        if let last = times.last, footer != nil, last > kept.last ?? Self.earliestTime {
            kept.append(last)
            inForce.append(inForce[inForce.count - 1])
        }
        do {
            return try ZoneRules(name: name, version: version, transitions: kept, offsets: inForce, footer: footer)
        } catch {
            throw .notRising
        }
    }

    /// Some files put a transition at the beginning of time.
    private static let earliestTime: Int64 = -4_000_000_000_000

    private mutating func header() throws(TZifError) -> Header {
        guard bytes.count - position >= 44 else { throw position == 0 ? .notTZif : .truncated }
        guard bytes[position..<position + 4].elementsEqual("TZif".utf8) else { throw .notTZif }
        let version = bytes[position + 4]
        position += 20
        var counts: [Int] = []
        for _ in 0..<6 {
            let count = signed(4) & 0xFFFF_FFFF
            guard count <= ZoneRules.transitionsMax else { throw .countTooLarge }
            counts.append(Int(count))
        }
        return Header(
            version: version, utcFlags: counts[0], standardFlags: counts[1], leaps: counts[2], times: counts[3],
            types: counts[4], letters: counts[5])
    }

    private mutating func footer() throws(TZifError) -> PosixRule? {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\n"),
            let end = bytes[(position + 1)...].firstIndex(of: UInt8(ascii: "\n"))
        else { throw .badFooter }
        let text = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
        if text.isEmpty { return nil }
        guard let rule = PosixRule(text) else { throw .badFooter }
        return rule
    }

    private mutating func skip(_ count: Int) throws(TZifError) {
        guard bytes.count - position >= count else { throw .truncated }
        position += count
    }

    /// A big-endian two's complement number; the caller has checked that the bytes are there.
    private mutating func signed(_ count: Int) -> Int64 {
        var value: Int64 = Int64(Int8(bitPattern: bytes[position]))
        for byte in bytes[(position + 1)..<(position + count)] { value = value << 8 | Int64(byte) }
        position += count
        return value
    }
}
