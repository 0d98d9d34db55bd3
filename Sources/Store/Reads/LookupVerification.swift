import Customers
import Dossier

/// Compares a candidate's own phones, plates and name with what was typed: some indexes lead to too many.
struct LookupVerification {
    var keys: [QueryKey]

    /// The candidate with its quality as it really is; nil when nothing of theirs has what was typed.
    func verified(
        _ candidate: Candidate, phones: [ContactPhone], plates: [VehiclePlate], name: String?
    ) -> Candidate? {
        var candidate = candidate
        switch candidate.kind {
        case .phone, .phonePart:
            guard let isOwn = phoneMatch(candidate.kind, phones) else { return nil }
            candidate.isOwnNumber = isOwn
        case .plate, .platePart:
            guard let quality = plateMatch(candidate, plates) else { return nil }
            candidate.quality = quality
        case .name:
            guard let quality = nameMatch(candidate, name) else { return nil }
            candidate.quality = quality
        case .pinyin, .initials, .customer, .case: break
        }
        return candidate
    }

    /// Whether a matching number is the primary one; nil when none matches.
    private func phoneMatch(_ kind: LookupMatchKind, _ phones: [ContactPhone]) -> Bool? {
        var isFound = false
        for (place, phone) in phones.enumerated() {
            guard let digits = PhoneKeys(phone)?.digits, keys.contains(where: { Self.meets(digits, $0) }) else {
                continue
            }
            if phone.isPrimary || place == 0 { return true }
            isFound = true
        }
        return isFound ? false : nil
    }

    private static func meets(_ digits: String, _ key: QueryKey) -> Bool {
        switch key {
        case .phone(let typed): digits == typed
        case .phonePrefix(let typed): digits.hasPrefix(typed)
        case .phoneSuffix(let typed, _): digits.hasSuffix(typed)
        default: false
        }
    }

    private func plateMatch(_ candidate: Candidate, _ plates: [VehiclePlate]) -> MatchQuality? {
        var best: MatchQuality?
        for plate in plates {
            for key in keys {
                guard let quality = Self.quality(of: plate.key, for: key) else { continue }
                best = min(best ?? quality, quality)
            }
        }
        return best
    }

    private static func quality(of plate: String, for key: QueryKey) -> MatchQuality? {
        switch key {
        case .plate(let typed):
            if plate == typed { return .exact }
            return PlateKeys.confusionKey(of: plate) == PlateKeys.confusionKey(of: typed) ? .confused : nil
        case .platePart(let typed, let confused, _):
            if plate.hasPrefix(typed) { return plate == typed ? .exact : .prefix }
            if plate.contains(typed) { return .part }
            return PlateKeys.confusionKey(of: plate).contains(confused) ? .confused : nil
        default: return nil
        }
    }

    private func nameMatch(_ candidate: Candidate, _ name: String?) -> MatchQuality? {
        guard candidate.quality == .part else { return candidate.quality }
        guard let name else { return nil }
        let folded = NameKeys.fold(name)
        for case .name(let typed, _) in keys {
            if folded == typed { return .exact }
            if folded.hasPrefix(typed) { return .prefix }
            if folded.contains(typed) { return .part }
        }
        return nil
    }
}
