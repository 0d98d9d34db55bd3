extension LookupParser {
    /// Most letters that are tried as initials.
    private static let initialsMax = 8
    /// Most letters of a text that may also be a plate.
    private static let plateLettersMax = 8

    /// The plate whole, then as a part; a name if no plate has it. nil when there is no plate in the text.
    func plate() -> LookupQuery? {
        guard let plate = PlateText(text) else { return nil }
        return query(.plate, key: plate.keyString, plateKeys(ofKey: plate.keyString), fallback: nameKeys())
    }

    func plateKeys(ofKey key: String) -> [QueryKey] {
        let confusionKey = PlateKeys.confusionKey(of: key)
        return [
            .plate(key: key),
            .platePart(
                key: key, confusionKey: confusionKey,
                tokens: SearchTokens.required(confusionKey, skipsSingleASCII: false)),
        ]
    }

    /// The name as a part of a name, as a Latin prefix, as pinyin, as initials; a plate if no name has it.
    func name() -> LookupQuery {
        let folded = NameKeys.fold(text)
        let mayBePlate = folded.unicodeScalars.count <= Self.plateLettersMax
        return query(.name, key: folded, nameKeys(), fallback: mayBePlate ? plate()?.keys ?? [] : [])
    }

    private func nameKeys() -> [QueryKey] {
        let folded = NameKeys.fold(text)
        guard !folded.isEmpty else { return [] }
        let isLatin = folded.utf8.allSatisfy { $0 < 0x80 }
        guard isLatin else { return [nameKey(folded)] }
        var keys: [QueryKey] = [.latinPrefix(folded)]
        if folded.utf8.count > 1 { keys.append(nameKey(folded)) }
        if let turned = turned() { keys.append(nameKey(turned)) }
        keys += Self.pinyin(folded).map { QueryKey.pinyinPrefix($0) }
        if folded.utf8.count <= Self.initialsMax { keys.append(.initialsPrefix(folded)) }
        return keys
    }

    private func nameKey(_ folded: String) -> QueryKey {
        .name(folded: folded, tokens: SearchTokens.required(folded, skipsSingleASCII: true))
    }

    /// `smith john` for John Smith: two words the other way round.
    private func turned() -> String? {
        let words = plain.split(separator: " ").map { NameKeys.fold(PlateText.string($0)) }.filter { !$0.isEmpty }
        return words.count == 2 ? words[1] + words[0] : nil
    }

    /// The passport's `lyu` for the keyboard's `lv`.
    private static func pinyin(_ folded: String) -> [String] {
        var other = ""
        for letter in folded.unicodeScalars {
            if letter == "u", other.hasSuffix("ly") || other.hasSuffix("ny") {
                other.removeLast()
                other.append("v")
            } else {
                other.unicodeScalars.append(letter)
            }
        }
        return other == folded ? [folded] : [folded, other]
    }
}
