/// The pinyin readings of a folded name.
struct NameReadings {
    private(set) var pinyin: [String] = []
    private(set) var initials: [String] = []

    /// Names up to this many characters are read as surname and given name; longer ones, and those of
    /// organisations, may begin with an ordinary word, so their first character keeps its usual readings too.
    private static let personScalarsMax = 3
    private static let compoundPersonScalarsMin = 3

    init(_ name: FoldedName, kind: CustomerKind) {
        guard name.elements.contains(where: { PinyinReadings.isChinese($0.scalar) }) else { return }
        let table = PinyinReadings.shared
        if let plain = Self.plain(name.elements, table) {
            pinyin = [plain.pinyin]
            initials = [plain.initials]
            return
        }
        let surname = Self.surname(of: name.elements, kind: kind, table)
        var readings = [Reading()]
        for (index, element) in name.elements.enumerated() {
            if index < surname.count {
                Self.extend(&readings, with: surname[index], table)
            } else if element.scalar < 0x80 {
                for other in readings.indices { readings[other].append(element) }
            } else if PinyinReadings.isChinese(element.scalar) {
                Self.extend(&readings, with: element, table)
            }
        }
        for reading in readings {
            pinyin.append(reading.pinyin)
            if !initials.contains(reading.initials) { initials.append(reading.initials) }
        }
    }

    /// The reading of a name whose characters have only one each: most names, and the fast way.
    private static func plain(_ elements: [FoldedName.Element], _ table: PinyinReadings) -> Reading? {
        guard let first = elements.first, !table.mayBeSurname(first.scalar) else { return nil }
        var isPlain = true
        var reading = Reading()
        reading.initials = String(unsafeUninitializedCapacity: elements.count) { initials in
            var initialsCount = 0
            reading.pinyin = String(unsafeUninitializedCapacity: elements.count * syllableBytesMax) { pinyin in
                var count = 0
                for element in elements {
                    var bytes: UInt64
                    if element.scalar < 0x80 {
                        bytes = 1 << 56 | UInt64(element.scalar)
                    } else if let number = table.onlyReading(of: element.origin, folded: element.scalar) {
                        bytes = table.packed[Int(number)]
                    } else {
                        isPlain = false
                        return 0
                    }
                    if element.scalar >= 0x80 || element.startsWord {
                        initials[initialsCount] = UInt8(truncatingIfNeeded: bytes)
                        initialsCount += 1
                    }
                    for _ in 0..<bytes >> 56 {
                        pinyin[count] = UInt8(truncatingIfNeeded: bytes)
                        count += 1
                        bytes >>= 8
                    }
                }
                return count
            }
            return initialsCount
        }
        return isPlain ? reading : nil
    }

    /// The longest syllable, zhuang.
    private static let syllableBytesMax = 6

    private struct Reading {
        var pinyin = ""
        var initials = ""

        mutating func append(_ syllable: String) {
            pinyin.append(syllable)
            if let initial = syllable.unicodeScalars.first { initials.unicodeScalars.append(initial) }
        }

        mutating func append(_ element: FoldedName.Element) {
            guard let letter = Unicode.Scalar(element.scalar) else { return }
            pinyin.unicodeScalars.append(letter)
            if element.startsWord { initials.unicodeScalars.append(letter) }
        }
    }

    /// The readings of the surname's characters, one list a character; empty when it reads like any text.
    private static func surname(
        of elements: [FoldedName.Element], kind: CustomerKind, _ table: PinyinReadings
    ) -> [[UInt16]] {
        guard let first = elements.first, PinyinReadings.isChinese(first.scalar) else { return [] }
        if elements.count >= compoundPersonScalarsMin,
            let compound = table.compoundSurname(first.scalar, elements[1].scalar)
        {
            return compound.map { [$0] }
        }
        guard let own = table.surnameReadings(of: first.scalar) else { return [] }
        if kind == .person, elements.count <= personScalarsMax { return [own] }
        let usual = table.readings(of: first.origin, folded: first.scalar)
        return [kind == .person ? own + usual.filter { !own.contains($0) } : usual + own.filter { !usual.contains($0) }]
    }

    private static func extend(
        _ readings: inout [Reading], with element: FoldedName.Element, _ table: PinyinReadings
    ) {
        if let only = table.onlyReading(of: element.origin, folded: element.scalar) {
            for index in readings.indices { readings[index].append(table.syllables[Int(only)]) }
        } else {
            extend(&readings, with: table.readings(of: element.origin, folded: element.scalar), table)
        }
    }

    /// Every reading so far with every syllable, as long as that stays within the limit; else with the usual one.
    private static func extend(_ readings: inout [Reading], with numbers: [UInt16], _ table: PinyinReadings) {
        var syllables: [String] = []
        for number in numbers {
            let syllable = table.syllables[Int(number)]
            syllables.append(syllable)
            if let v = syllable.utf8.firstIndex(of: UInt8(ascii: "v")) {
                syllables.append(syllable[..<v] + "u" + syllable[syllable.index(after: v)...])
            }
        }
        guard let usual = syllables.first else { return }
        let used = readings.count * syllables.count <= NameKeys.readingsMax ? syllables : [usual]
        readings = used.flatMap { syllable in
            readings.map { reading in
                var reading = reading
                reading.append(syllable)
                return reading
            }
        }
    }
}
