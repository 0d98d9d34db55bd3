/// Parentheses, ranges, clocks and extension signs of a phone cell.
extension PhoneCell {
    /// A number with this many digits may be whole; what follows in parentheses is a note or the next number.
    static let wholeDigitsMin = 7
    /// How far a parenthesis is looked into.
    static let parenthesisScalarsMax = 40

    /// What stands between the parenthesis at `position` and its partner.
    private struct Inside {
        var end: Int
        var digits = 0
        var startsNumber = false
        var hasExtensionSign = false
        var hasWords = false
    }

    private func inside() -> Inside {
        var inside = Inside(end: position + 1)
        while let mark = mark(inside.end), mark != .close, inside.end - position <= Self.parenthesisScalarsMax {
            if inside.digits == 0, mark == .digit(0x30) || mark == .plus { inside.startsNumber = true }
            if mark.digit != nil { inside.digits += 1 }
            if mark == .hash || mark == .star || extensionWordLength(at: inside.end) != nil {
                inside.hasExtensionSign = true
            }
            if mark == .other || mark.letter != nil { inside.hasWords = true }
            inside.end += 1
        }
        return inside
    }

    mutating func readOpen() {
        let inside = inside()
        let isWhole = piece.digits.count >= Self.wholeDigitsMin
        if inside.digits == 0, !inside.hasExtensionSign {
            if isWhole { close() } else { note(isDash: false) }
            position = mark(inside.end) == .close ? inside.end + 1 : position + 1
        } else if isWhole, inside.hasExtensionSign {
            position += 1
        } else if isWhole, !inside.startsNumber, inside.digits < Self.wholeDigitsMin {
            piece.hasNote = piece.hasNote || !inside.hasWords
            close()
            position = min(inside.end + 1, marks.count)
        } else {
            if isWhole || piece.extensionDigits != nil { finish(at: closedAt) }
            note(isDash: false)
            openParenthesis = piece.digits.count
            position += 1
        }
    }

    mutating func readClose() {
        if openParenthesis == 0, piece.leadingParenthesis == nil, !piece.digits.isEmpty {
            piece.leadingParenthesis = piece.digits.count
        }
        note(isDash: false)
        position += 1
    }

    /// `8889~91`, `12~15`: a row of lines; only its first is the number. A long second part is a number of its own.
    mutating func skipHuntingRange() {
        position += 1
        guard !piece.isEmpty else { return }
        var end = position
        var digits = 0
        while let mark = mark(end), mark.digit != nil || mark == .dash || mark == .space || mark == .ignored {
            if mark.digit != nil { digits += 1 }
            end += 1
        }
        if digits >= Self.wholeDigitsMin {
            finish()
            pieceStart = position
            sawSplitter = true
        } else {
            close()
            position = end
        }
    }

    /// Between digits a colon makes a clock time, which is no number; after a label it is nothing.
    mutating func readColon() {
        let isClock = mark(position - 1)?.digit != nil && mark(position + 1)?.digit != nil
        position += 1
        guard isClock else { return note(isDash: false) }
        let clockDigits = piece.digits.count - (piece.breaks.last?.index ?? 0)
        piece.dropDigits(clockDigits)
        while mark(position)?.digit != nil || mark(position) == .colon { position += 1 }
        if !piece.digits.isEmpty { close() }
    }

    /// `*` before an extension; two and more hide digits.
    mutating func readStar() {
        if mark(position + 1) == .star {
            while mark(position) == .star { position += 1 }
            if !piece.digits.isEmpty { piece.damage() }
        } else {
            readExtensionMarker(length: 1)
        }
    }

    /// Reads the digits after an extension sign of `length` characters; without digits the sign is a label.
    mutating func readExtensionMarker(length: Int) {
        var end = position + length
        while let mark = mark(end), mark.digit == nil {
            if let length = extensionWordLength(at: end) {
                end += length
            } else if mark == .space || mark == .colon || mark == .dot || mark == .dash || mark == .ignored
                || mark == .hash || mark == .close || mark == .open
            {
                end += 1
            } else {
                break
            }
        }
        let first = end
        while mark(end)?.digit != nil { end += 1 }
        let digits = marks[first..<end].compactMap(\.digit)
        guard !digits.isEmpty, digits.count <= Self.extensionDigitsMax, !beginsNumber(first, end, digits) else {
            if piece.digits.count >= Self.wholeDigitsMin { close() }
            position = first
            return
        }
        if piece.extensionDigits != nil { finish() }
        piece.extensionDigits = String(decoding: digits, as: UTF8.self)
        closedAt = nil
        position = end
    }

    /// `轉 02-2720-8889`: another number, not an extension.
    private func beginsNumber(_ first: Int, _ end: Int, _ digits: [UInt8]) -> Bool {
        digits.first == 0x30 && digits.count <= 4 && mark(end) == .dash && mark(end + 1)?.digit != nil
    }
}
