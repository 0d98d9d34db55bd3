/// Cuts a phone cell into pieces: one per number, labels, notes and invisible characters left out.
///
/// It looks at each character a bounded number of times; the cell is at most ``scalarsMax`` characters.
struct PhoneCell {
    /// Longest cell that is read at all; a longer text is no phone cell.
    static let scalarsMax = 512
    /// Most numbers of one cell.
    static let piecesMax = 32
    /// Longest extension.
    static let extensionDigitsMax = 7

    let scalars: [Unicode.Scalar]
    let marks: [PhoneMark]
    var position = 0
    var piece = PhonePiece()
    var pieces: [PhonePiece] = []
    /// A note stood after a whole number: an extension may follow, a digit begins the next number.
    var isClosed: Bool { closedAt != nil }
    /// Where that note begins.
    var closedAt: Int?
    /// Where the text of the next piece begins, and whether a splitter stands before it.
    var pieceStart = 0
    var sawSplitter = false
    var openParenthesis: Int?

    init?(_ cell: String) {
        guard cell.utf8.count <= Self.scalarsMax * 4 else { return nil }
        scalars = Array(cell.unicodeScalars)
        guard scalars.count <= Self.scalarsMax else { return nil }
        marks = scalars.map(PhoneMark.init)
    }

    /// The text of a piece, without the space around it.
    func text(of range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[range])
        let isSpace: (Unicode.Scalar) -> Bool = { PhoneMark($0) == .space || PhoneMark($0) == .ignored }
        let trimmed = text.drop(while: isSpace)
        let end = trimmed.lastIndex { !isSpace($0) }.map { trimmed.index(after: $0) } ?? trimmed.startIndex
        return String(trimmed[..<end])
    }

    mutating func readPieces() -> [PhonePiece] {
        while position < marks.count, pieces.count < Self.piecesMax { step() }
        finish()
        return pieces
    }

    mutating func step() {
        switch marks[position] {
        case .digit(let byte): readDigit(byte)
        case .plus: readPlus()
        case .dash: breakDigits(isDash: true)
        case .space, .dot: breakDigits(isDash: false)
        case .ignored: position += 1
        case .open: readOpen()
        case .close: readClose()
        case .tilde: skipHuntingRange()
        case .colon: readColon()
        case .hash: readExtensionMarker(length: 1)
        case .star: readStar()
        case .splitter where isBeforeFirstExtension:
            position += 1
        case .splitter:
            finish()
            position += 1
            pieceStart = position
            sawSplitter = true
        case .letter: readWord()
        case .other: readOther()
        }
    }

    /// A note or label ends the number, unless one already has.
    mutating func close() {
        if !piece.isEmpty, closedAt == nil { closedAt = position }
    }

    /// Puts the current piece away, its text up to `end` (here when nil), and begins the next.
    mutating func finish(at end: Int? = nil) {
        if !piece.isEmpty {
            piece.start = pieceStart
            piece.end = end ?? position
            piece.isAfterSplitter = sawSplitter
            pieces.append(piece)
            pieceStart = piece.end
            sawSplitter = false
        }
        piece = PhonePiece()
        closedAt = nil
        openParenthesis = nil
    }

    mutating func readDigit(_ byte: UInt8) {
        if isClosed || piece.extensionDigits != nil { finish(at: closedAt) }
        piece.digits.append(byte)
        position += 1
    }

    mutating func readPlus() {
        if !piece.isDamaged, !piece.isEmpty { finish(at: closedAt) }
        if !piece.isDamaged { piece.hasPlus = true }
        position += 1
    }

    mutating func breakDigits(isDash: Bool) {
        if isFractionZero() {
            piece.hasFractionZero = true
            position += 2
            return
        }
        note(isDash: isDash)
        position += 1
    }

    mutating func note(isDash: Bool) {
        guard !piece.digits.isEmpty else { return }
        if piece.breaks.last?.index == piece.digits.count {
            if isDash { piece.breaks[piece.breaks.count - 1].isDash = true }
        } else {
            piece.breaks.append(.init(index: piece.digits.count, isDash: isDash))
        }
    }

    /// `.0` at the end of a number of at least seven digits without other separators.
    func isFractionZero() -> Bool {
        guard marks[position] == .dot, piece.digits.count >= 7, piece.breaks.isEmpty,
            mark(position + 1) == .digit(0x30)
        else { return false }
        switch mark(position + 2) {
        case nil, .splitter, .space: return true
        default: return false
        }
    }

    /// `02-2720-8889, 分機 22`: the splitter parts a whole number from its own extension, not from another number.
    private var isBeforeFirstExtension: Bool {
        guard piece.extensionDigits == nil, piece.digits.count >= Self.wholeDigitsMin else { return false }
        var index = position + 1
        while mark(index) == .space || mark(index) == .ignored { index += 1 }
        return mark(index) == .hash || extensionWordLength(at: index) != nil
    }

    func mark(_ index: Int) -> PhoneMark? {
        marks.indices.contains(index) ? marks[index] : nil
    }
}
