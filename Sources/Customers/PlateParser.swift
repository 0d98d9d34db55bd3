/// Reads vehicle plates of Taiwan, mainland China and Hong Kong.
///
/// Nothing a person typed is rejected: what no grammar covers is kept as typed, not valid and not verified.
package enum PlateParser {
    /// The readings of `text`, the preferred region's first. Always one of the preferred region, unless the text
    /// begins like a mainland plate; the same key may be legal in two regions. Empty when there is nothing of a
    /// plate in the text, or more than a plate holds.
    package static func candidates(_ text: String, preferred: Region) -> [PlateCandidate] {
        guard let plate = PlateText(text) else { return [] }
        let own = legal(plate, in: preferred, isPreferred: true)
        let others = regions.filter { $0 != preferred }.flatMap { legal(plate, in: $0, isPreferred: false) }
        if !own.isEmpty { return own + others }
        if others.contains(where: { $0.region == .china }) { return others }
        return [asTyped(plate, region: preferred)] + others
    }

    /// The reading to keep when a person says no more: the first legal one, else the text as typed.
    package static func best(_ text: String, preferred: Region) -> PlateCandidate? {
        let candidates = candidates(text, preferred: preferred)
        return candidates.first(where: \.isValid) ?? candidates.first
    }

    private static let regions: [Region] = [.taiwan, .china, .hongKong]

    private static func legal(_ plate: PlateText, in region: Region, isPreferred: Bool) -> [PlateCandidate] {
        switch region {
        case .taiwan: TaiwanPlates.readings(of: plate)
        case .china: MainlandPlates.reading(of: plate).map { [$0] } ?? []
        case .hongKong: HongKongPlates.reading(of: plate, allowsPersonalised: isPreferred).map { [$0] } ?? []
        default: []
        }
    }

    /// Kept with the separators as typed, in the form of one hyphen each.
    private static func asTyped(_ plate: PlateText, region: Region) -> PlateCandidate {
        var groups: [String] = []
        var start = 0
        for place in plate.breaks + [plate.key.count] {
            groups.append(PlateText.string(plate.key[start..<place]))
            start = place
        }
        return PlateCandidate(
            region: region, key: plate.keyString, display: groups.joined(separator: "-"), plateClass: "as typed",
            isValid: false, isVerified: false)
    }
}
