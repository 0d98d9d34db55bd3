import WorkingTime

/// Reads the date and time in a cell without making strings.
///
/// Without a format: ISO 8601 and its relatives (`2010-12-01 09:41:00`, `2010/12/1`, `2010.12.1`, `19970101`,
/// `2010年12月1日`), years of the Republic of China with three digits (`109/02/10`), 上午/下午/AM/PM, a zone at the end;
/// `13/4/2025` when only one order makes sense, never `3/4/2025`.
struct DateCell {
    enum Fault: Error {
        case unreadable
        case ambiguous
    }

    /// What a cell says: a wall clock, or an instant when it names its offset.
    enum Reading: Equatable {
        case local(LocalDateTime)
        case offset(LocalDateTime, minutesEast: Int)
    }

    private var bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, format: DateFormat?) throws(Fault) -> Reading {
        var cell = DateCell(bytes: bytes)
        if let format { return .local(try cell.read(by: format)) }
        let date = try cell.date()
        return try cell.time(on: date)
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    // MARK: The usual forms

    private mutating func date() throws(Fault) -> LocalDate {
        if skip("民國") || skip("民国") { skipBlanks() }
        let (first, digits) = number(most: 14)
        switch digits {
        case 8: return try made(first / 10_000, first / 100 % 100, first % 100)
        case 7: return try made(first / 10_000 + 1911, first / 100 % 100, first % 100)
        case 12, 14:
            index -= digits - 8
            let day = first / (digits == 14 ? 1_000_000 : 10_000)
            return try made(day / 10_000, day / 100 % 100, day % 100)
        case 1...4: break
        default: throw .unreadable
        }
        guard let separator = dateSeparator() else { throw .unreadable }
        let (second, secondDigits) = number(most: 2)
        guard secondDigits > 0, dateSeparator() == separator else { throw .unreadable }
        let (third, thirdDigits) = number(most: 4)
        guard thirdDigits > 0 else { throw .unreadable }
        _ = skip("日")
        if digits == 4, thirdDigits <= 2 { return try made(first, second, third) }
        if digits == 3, thirdDigits <= 2 { return try made(first + 1911, second, third) }
        guard thirdDigits == 4, digits <= 2 else { throw thirdDigits <= 2 ? .ambiguous : .unreadable }
        if first > 12 || first == second { return try made(third, second, first) }
        if second > 12 { return try made(third, first, second) }
        throw .ambiguous
    }

    /// One of `- / .` or the Chinese words for year and month, all told as one kind.
    private mutating func dateSeparator() -> UInt8? {
        if skip("年") || skip("月") { return 0x5E }
        guard index < bytes.count, bytes[index] == 0x2D || bytes[index] == 0x2F || bytes[index] == 0x2E else {
            return nil
        }
        defer { index += 1 }
        return bytes[index]
    }

    private mutating func time(on date: LocalDate) throws(Fault) -> Reading {
        if index < bytes.count, bytes[index] == 0x54 || bytes[index] == 0x74 { index += 1 }
        skipBlanks()
        guard index < bytes.count else { return .local(LocalDateTime(date: date, hour: 0, minute: 0)) }
        var half = halfDay()
        skipBlanks()
        let start = index
        let (run, digits) = number(most: 6)
        var (hour, minute, second) = (run, 0, 0)
        var fraction: Int64 = 0
        if digits == 4 || digits == 6 {
            let packed = digits == 4 ? run * 100 : run
            (hour, minute, second) = (packed / 10_000, packed / 100 % 100, packed % 100)
        } else {
            guard (1...2).contains(digits), skipByte(0x3A) else { throw .unreadable }
            minute = try twoDigits()
            if skipByte(0x3A) { second = try twoDigits() }
        }
        if index > start, skipByte(0x2E) { fraction = try microseconds() }
        skipBlanks()
        half = half ?? halfDay()
        hour = try hour24(hour, half)
        let local = try clock(date, hour, minute, second, fraction)
        skipBlanks()
        return try zoned(local)
    }

    private mutating func zoned(_ local: LocalDateTime) throws(Fault) -> Reading {
        guard index < bytes.count else { return .local(local) }
        if skipByte(0x5A) || skipByte(0x7A) {
            guard index == bytes.count else { throw .unreadable }
            return .offset(local, minutesEast: 0)
        }
        let isWest = bytes[index] == 0x2D
        guard skipByte(0x2B) || skipByte(0x2D) else { throw .unreadable }
        let (run, digits) = number(most: 4)
        var minutes = digits == 4 ? run / 100 * 60 + run % 100 : run * 60
        guard digits == 4 || digits == 2 else { throw .unreadable }
        if digits == 2, skipByte(0x3A) { minutes += try twoDigits() }
        guard index == bytes.count, minutes <= 15 * 60 else { throw .unreadable }
        return .offset(local, minutesEast: isWest ? -minutes : minutes)
    }

    // MARK: The file's own form

    private mutating func read(by format: DateFormat) throws(Fault) -> LocalDateTime {
        var (year, month, day, hour, minute, second) = (0, 0, 0, 0, 0, 0)
        var half: Bool?
        for token in format.tokens {
            switch token.part {
            case .literal(let byte): guard skipByte(byte) else { throw .unreadable }
            case .halfDay:
                half = halfDay()
                guard half != nil else { throw .unreadable }
            case .year4: year = try digits(4, exactly: true)
            case .year2:
                year = try digits(2, exactly: true)
                year += year < 70 ? 2000 : 1900
            case .yearOfRepublic: year = try digits(3, exactly: token.digits != nil) + 1911
            case .month: month = try digits(2, exactly: token.digits == 2)
            case .day: day = try digits(2, exactly: token.digits == 2)
            case .hour, .hourOfTwelve: hour = try digits(2, exactly: token.digits == 2)
            case .minute: minute = try digits(2, exactly: token.digits == 2)
            case .second: second = try digits(2, exactly: token.digits == 2)
            }
        }
        guard index == bytes.count else { throw .unreadable }
        return try clock(try made(year, month, day), try hour24(hour, half), minute, second, 0)
    }

    private mutating func digits(_ most: Int, exactly: Bool) throws(Fault) -> Int {
        let (value, count) = number(most: most)
        guard count > 0, !exactly || count == most else { throw .unreadable }
        return value
    }

    // MARK: Parts

    private func made(_ year: Int, _ month: Int, _ day: Int) throws(Fault) -> LocalDate {
        guard let date = LocalDate(year: year, month: month, day: day) else { throw .unreadable }
        return date
    }

    private func clock(
        _ date: LocalDate, _ hour: Int, _ minute: Int, _ second: Int, _ fraction: Int64
    ) throws(Fault) -> LocalDateTime {
        guard hour < 24, minute < 60, second < 60 else { throw .unreadable }
        return LocalDateTime(
            date: date, microsecondOfDay: Int64(hour * 3600 + minute * 60 + second) * 1_000_000 + fraction)
    }

    private func hour24(_ hour: Int, _ isAfternoon: Bool?) throws(Fault) -> Int {
        guard let isAfternoon else { return hour }
        guard (0...12).contains(hour) else { throw .unreadable }
        return hour % 12 + (isAfternoon ? 12 : 0)
    }

    private mutating func halfDay() -> Bool? {
        if skip("下午") || skip("PM") || skip("pm") { return true }
        if skip("上午") || skip("AM") || skip("am") { return false }
        return nil
    }

    private mutating func number(most: Int) -> (value: Int, digits: Int) {
        var value = 0
        let start = index
        while index < bytes.count, index - start < most, bytes[index] &- 0x30 <= 9 {
            value = value * 10 + Int(bytes[index] &- 0x30)
            index += 1
        }
        return (value, index - start)
    }

    private mutating func twoDigits() throws(Fault) -> Int {
        let (value, digits) = number(most: 2)
        guard digits == 2 else { throw .unreadable }
        return value
    }

    /// Up to nine decimals of a second, cut to microseconds.
    private mutating func microseconds() throws(Fault) -> Int64 {
        var value = 0
        var count = 0
        while index < bytes.count, count < 9, bytes[index] &- 0x30 <= 9 {
            if count < 6 { value = value * 10 + Int(bytes[index] &- 0x30) }
            count += 1
            index += 1
        }
        guard count > 0 else { throw .unreadable }
        for _ in min(count, 6)..<6 { value *= 10 }
        return Int64(value)
    }

    private mutating func skipBlanks() {
        while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    }

    private mutating func skipByte(_ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private mutating func skip(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard bytes.count - index >= length else { return false }
        for offset in 0..<length where bytes[index + offset] != word.utf8Start[offset] { return false }
        index += length
        return true
    }
}
