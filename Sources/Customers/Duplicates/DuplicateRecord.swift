/// A customer as duplicates are looked for: every value folded, nothing else.
package struct DuplicateRecord: Sendable {
    package let id: Int64
    let kind: CustomerKind
    var name: ComparedName
    /// Eight digits, or as many as were typed; empty when unknown.
    var birth: [UInt8]
    var birthYear: Int?
    var idNumber: [UInt8]
    /// E.164 digits as numbers.
    var phones: [UInt64]
    /// Plate keys with O read as 0 and I as 1.
    var plates: [[UInt8]]
    var street: ComparedAddress
    var houseNumber: [UInt8]
    var extra: [UInt8]
    var locality: [UInt8]
    var postcode: [UInt8]
    var province: [UInt8]
    var sex: String?

    package init(_ customer: Customer) {
        id = customer.id.number
        kind = customer.kind
        name = ComparedName(customer.name ?? "", kind: customer.kind)
        birth = customer.birthDate.map { Array($0.utf8.filter { (0x30...0x39).contains($0) }) } ?? []
        birthYear = customer.birthYear ?? customer.birthDate.flatMap(BirthDate.year)
        idNumber = customer.idNumber.flatMap(IDNumber.key).map { Array($0.utf8) } ?? []
        phones = customer.phones.compactMap { $0.e164.flatMap { UInt64($0.dropFirst()) } }
        plates = customer.plates.map { Array(PlateKeys.confusionKey(of: $0.key).utf8) }
        street = ComparedAddress(customer.address ?? "")
        houseNumber = Self.folded(customer.addressParts.houseNumber)
        extra = Self.folded(customer.addressParts.extra)
        locality = Self.folded(customer.addressParts.locality)
        postcode = Self.folded(customer.addressParts.postcode)
        province = Self.folded(customer.addressParts.province)
        sex = customer.sex ?? name.sex
    }

    private static func folded(_ text: String?) -> [UInt8] {
        guard let text else { return [] }
        return Array(NameKeys.fold(text).utf8)
    }
}

/// A name as it is compared: Latin words, Chinese characters, and how these are read.
struct ComparedName: Sendable {
    /// Folded Latin words and numbers.
    let words: [[UInt8]]
    /// Folded Chinese characters, without a form of address.
    let characters: [UInt32]
    let pinyin: [String]
    /// Only a surname is known: `王先生`.
    let isSurnameOnly: Bool
    /// What the form of address tells.
    let sex: String?

    static let wordsMax = 6

    init(_ name: String, kind: CustomerKind) {
        let folded = FoldedName(name)
        var words: [[UInt8]] = []
        var characters: [UInt32] = []
        for element in folded.elements {
            if element.scalar >= 0x80 {
                characters.append(element.scalar)
            } else if element.startsWord || words.isEmpty {
                if words.count < Self.wordsMax { words.append([UInt8(element.scalar)]) }
            } else {
                words[words.count - 1].append(UInt8(element.scalar))
            }
        }
        let address =
            kind == .person ? Self.forms.first { characters.count > 2 && characters.suffix(2) == $0.form } : nil
        if address != nil { characters.removeLast(2) }
        self.words = words
        self.characters = characters
        self.sex = address?.sex
        self.isSurnameOnly = address != nil && characters.count <= 2
        self.pinyin = characters.isEmpty || address != nil ? [] : NameKeys(name, kind: kind).pinyin
    }

    var isEmpty: Bool { words.isEmpty && characters.isEmpty }

    /// Mr, Mrs, Ms, Miss; folded.
    private static let forms: [(form: ArraySlice<UInt32>, sex: String)] = [
        ("先生", "male"), ("女士", "female"), ("小姐", "female"), ("太太", "female"),
    ].map { (Array($0.0.unicodeScalars.map(\.value))[...], $0.1) }
}

/// An address as it is compared.
struct ComparedAddress: Sendable {
    let scalars: [UInt32]
    /// Its numbers in order: 1 and 11 are two houses, however alike the rest is.
    let numbers: [[UInt8]]

    static let scalarsMax = 128

    init(_ address: String) {
        guard !address.isEmpty else {
            scalars = []
            numbers = []
            return
        }
        var scalars: [UInt32] = []
        for scalar in NameKeys.fold(address).unicodeScalars.prefix(Self.scalarsMax) {
            // 三段 is 3段, 二樓 is 2樓.
            if Self.counted.contains(scalar.value), let last = scalars.last, let digit = Self.numerals[last] {
                scalars[scalars.count - 1] = digit
            }
            scalars.append(scalar.value)
        }
        var numbers: [[UInt8]] = []
        var isInNumber = false
        for scalar in scalars {
            let isDigit = (0x30...0x39).contains(scalar)
            if isDigit, isInNumber { numbers[numbers.count - 1].append(UInt8(scalar)) }
            if isDigit, !isInNumber { numbers.append([UInt8(scalar)]) }
            isInNumber = isDigit
        }
        self.scalars = scalars
        self.numbers = numbers
    }

    /// What numerals count in an address, folded: sections, floors.
    private static let counted: Set<UInt32> = Set("段楼".unicodeScalars.map(\.value))
    private static let numerals: [UInt32: UInt32] = Dictionary(
        uniqueKeysWithValues: zip("一二三四五六七八九".unicodeScalars.map(\.value), UInt32(0x31)...UInt32(0x39)))
}
