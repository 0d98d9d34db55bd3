/// The words of a phone cell: labels, extension words, and letters where digits belong.
extension PhoneCell {
    /// Latin words that stand next to digits without making them unreadable.
    private static let labels: Set<String> = [
        "tel", "tele", "telephone", "telno", "phone", "ph", "mobile", "mob", "cell", "fax", "no", "num", "number",
        "hotline", "line", "lines", "office", "home", "work", "main", "contact", "whatsapp", "wechat", "sms", "call",
        "t", "m", "p", "f", "c", "h", "w", "tw", "cn", "hk", "or", "and",
    ]
    private static let extensionWords: Set<String> = ["ext", "exts", "extn", "extension", "x"]
    /// Chinese words before an extension, longest first: `分機`, `轉`, `內線` and what people add to them.
    private static let chineseExtensionWords: [[UInt32]] = [
        "轉分機", "转分机", "分機號", "分机号", "分機", "分机", "內線", "内线", "轉接", "转接", "轉", "转",
    ].map { $0.unicodeScalars.map(\.value) }
    /// Words that count lines: `10線`.
    private static let lineWords: Set<UInt32> = [0x7DDA, 0x7EBF, 0x652F, 0x689D, 0x6761]

    /// How many characters at `index` are an extension word; nil when none is.
    func extensionWordLength(at index: Int) -> Int? {
        switch mark(index) {
        case .letter?:
            guard mark(index - 1)?.letter == nil else { return nil }
            let word = word(at: index)
            return Self.extensionWords.contains(word) ? word.utf8.count : nil
        case .other?:
            return Self.chineseExtensionWords.first { starts(with: $0, at: index) }?.count
        default:
            return nil
        }
    }

    private func starts(with word: [UInt32], at index: Int) -> Bool {
        index + word.count <= scalars.count
            && word.indices.allSatisfy { scalars[index + $0].value == word[$0] }
    }

    private func word(at index: Int) -> String {
        var letters: [UInt8] = []
        while let letter = mark(index + letters.count)?.letter { letters.append(letter) }
        return String(decoding: letters, as: UTF8.self)
    }

    /// A run of Latin letters: extension word, label, or damage when glued to digits.
    mutating func readWord() {
        if let length = extensionWordLength(at: position), hasDigits(after: position + length) {
            return readExtensionMarker(length: length)
        }
        let word = word(at: position)
        let end = position + word.utf8.count
        let isAfterDigit = mark(position - 1)?.digit != nil
        let isBeforeDigit = mark(end)?.digit != nil
        if Self.labels.contains(word) || !(isAfterDigit || isBeforeDigit) {
            close()
        } else if isAfterDigit {
            piece.damage()
            piece.isScientific = piece.isScientific || word == "e" && (isBeforeDigit || mark(end) == .plus)
        } else {
            finish()
            piece.damage()
        }
        position = end
    }

    private func hasDigits(after index: Int) -> Bool {
        var index = index
        while let mark = mark(index) {
            if mark.digit != nil { return true }
            guard mark == .space || mark == .colon || mark == .dot || mark == .hash else { return false }
            index += 1
        }
        return false
    }

    /// Any other character: a Chinese extension word, a count of lines, or a label.
    mutating func readOther() {
        if let length = extensionWordLength(at: position) { return readExtensionMarker(length: length) }
        if Self.lineWords.contains(scalars[position].value) { dropLineCount() }
        close()
        position += 1
    }

    /// In `02-2720-8889 10線` the last group counts lines.
    private mutating func dropLineCount() {
        guard let last = piece.lastBreak, piece.digits.count - last.index <= 2 else { return }
        piece.dropDigits(piece.digits.count - last.index)
    }
}
