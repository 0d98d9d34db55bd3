/// Turns any text into glyphs a terminal may be sent.
///
/// - Controls (C0, DEL, C1) and repaired bytes: a `?` in the role `sanitised`.
/// - Line and paragraph separators, noncharacters, fillers and the blank of Braille: a `.` in that role.
/// - What directs, joins, selects variants or is invisible: dropped and counted.
/// - A mark with nothing to stand on: `?`; the fifth mark on a base and all after it: dropped.
/// - Skin tones and keycap frames, which terminals disagree on: dropped; flags: their two letters.
/// - Characters libc gives no width: `〓`, which a reader of Chinese knows as a character that could not be printed.
struct Sanitiser {
    private(set) var glyphs: [Glyph] = []
    private(set) var width = 0
    private(set) var replacedCount = 0
    private(set) var droppedCount = 0
    private(set) var isTruncated = false
    private let ambiguous: AmbiguousWidth
    private let keepsLineEnds: Bool

    /// The geta mark, drawn for characters without a width.
    static let unknown: UInt32 = 0x3013

    /// `continuing` is the glyph the text is put after: marks at its start stand on that one.
    init(ambiguous: AmbiguousWidth, keepsLineEnds: Bool, continuing glyph: Glyph? = nil) {
        self.ambiguous = ambiguous
        self.keepsLineEnds = keepsLineEnds
        if let glyph { append(glyph) }
    }

    mutating func read(_ text: String) {
        glyphs.reserveCapacity(min(text.utf8.count, Shown.glyphsMax))
        for scalar in text.unicodeScalars {
            let value = scalar.value
            if value >= 0x20 && value < 0x7F {
                append(Glyph(source: value, base: value, width: 1))
            } else if value >= 0x4E00 && value <= 0x9FFF {
                append(Glyph(source: value, base: value, width: 2))
            } else {
                readRare(scalar)
            }
            if isTruncated { return }
        }
    }

    private mutating func append(_ glyph: Glyph) {
        guard glyphs.count < Shown.glyphsMax else {
            isTruncated = true
            return
        }
        glyphs.append(glyph)
        width += Int(glyph.width)
    }

    private mutating func replace(_ scalar: Unicode.Scalar, by stand: UInt32) {
        append(Glyph(source: scalar.value, base: stand, width: 1, isSanitised: true))
        replacedCount += 1
    }

    private mutating func readRare(_ scalar: Unicode.Scalar) {
        switch Treatment(scalar) {
        case .lineEnd where keepsLineEnds: append(.lineEnd)
        case .carriageReturn where keepsLineEnds: droppedCount += 1
        case .control, .lineEnd, .carriageReturn: replace(scalar, by: 0x3F)
        case .invisibleSpace: replace(scalar, by: 0x2E)
        case .invisible: droppedCount += 1
        case .space: append(Glyph(source: scalar.value, base: 0x20, width: 1))
        case .letter(let letter): append(Glyph(source: scalar.value, base: letter, width: 1))
        case .mark: mark(scalar)
        case .unknown:
            append(Glyph(source: scalar.value, base: Self.unknown, width: 2, isSanitised: true))
            replacedCount += 1
        case .visible(let cells): appendVisible(scalar, cells: cells)
        }
    }

    private mutating func appendVisible(_ scalar: Unicode.Scalar, cells: UInt8) {
        guard ambiguous == .wide, cells == 1, AmbiguousWidth.isAmbiguous(scalar) else {
            append(Glyph(source: scalar.value, base: scalar.value, width: cells))
            return
        }
        guard let plain = AmbiguousWidth.plain(scalar) else { return replace(scalar, by: 0x3F) }
        for byte in plain.utf8 {
            append(Glyph(source: UInt32(byte), base: UInt32(byte), width: 1))
        }
    }

    private mutating func mark(_ scalar: Unicode.Scalar) {
        guard let last = glyphs.last, !last.isLineEnd else { return replace(scalar, by: 0x3F) }
        if last.isSanitised || !glyphs[glyphs.count - 1].marks.append(scalar.value) { droppedCount += 1 }
    }
}

/// What is to be done with a scalar outside plain ASCII and the common Han block.
enum Treatment: Equatable {
    case control, lineEnd, carriageReturn, invisibleSpace, invisible, space, mark, unknown
    case letter(UInt32)
    case visible(UInt8)

    init(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        let properties = scalar.properties
        if value == 0x0A {
            self = .lineEnd
        } else if value == 0x0D {
            self = .carriageReturn
        } else if value < 0x20 || (value >= 0x7F && value < 0xA0) || value == 0xFFFD {
            self = .control
        } else if Self.blanks.contains(value) || properties.isNoncharacterCodePoint {
            self = .invisibleSpace
        } else if properties.isDefaultIgnorableCodePoint || Self.isDisputed(value) {
            self = .invisible
        } else if (0x1F1E6...0x1F1FF).contains(value) {
            self = .letter(value - 0x1F1E6 + 0x41)
        } else {
            self.init(width: CellWidth.of(scalar), properties.generalCategory, value)
        }
    }

    private init(width: Int, _ category: Unicode.GeneralCategory, _ value: UInt32) {
        switch (width, category) {
        case (0, .format): self = .invisible
        case (0, _): self = .mark
        case (1, .spaceSeparator): self = .space
        case (1...2, _): self = .visible(UInt8(width))
        default: self = .unknown
        }
    }

    /// Line and paragraph separator, Hangul fillers, Braille blank.
    private static let blanks: Set<UInt32> = [0x2028, 0x2029, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800]

    /// Skin tones, the keycap frame, interlinear annotation: drawn in different widths by different terminals, or never.
    private static func isDisputed(_ value: UInt32) -> Bool {
        (0x1F3FB...0x1F3FF).contains(value) || value == 0x20E3 || (0xFFF9...0xFFFB).contains(value)
    }
}
