import Customers

/// The script a customer's name and texts are written in.
enum Script: Sendable {
    case traditional
    case simplified
    case english
}

/// Makes names.
enum DemoName {
    /// A person's name: two to four characters, or given and family name.
    static func person(_ script: Script, _ random: inout RandomSource) -> String {
        if script == .english {
            return (random.pick(PersonNames.englishGiven) ?? "") + " " + (random.pick(PersonNames.englishFamily) ?? "")
        }
        // Half of all people share a sixth of the surnames, as they do in life.
        let common = random.chance(permille: 500)
        let surnames = PersonNames.surnames
        let surname = surnames[random.below(common ? surnames.count / 6 : surnames.count)]
        let length = random.chance(permille: 850) ? 2 : 1
        var name = script == .traditional ? surname.traditional : surname.simplified
        for _ in 0..<length {
            let character = PersonNames.givenCharacters[random.below(PersonNames.givenCharacters.count)]
            name += script == .traditional ? character.traditional : character.simplified
        }
        return name
    }

    /// An organisation's name with the ending its law asks for.
    static func organisation(_ script: Script, region: Region, _ random: inout RandomSource) -> String {
        let head = OrganisationNames.heads[random.below(OrganisationNames.heads.count)]
        let trade = OrganisationNames.trades[random.below(OrganisationNames.trades.count)]
        switch script {
        case .english: return "\(head.english) \(trade.english) Ltd"
        case .simplified: return "\(head.simplified)\(trade.simplified)有限公司"
        case .traditional:
            return head.traditional + trade.traditional + (region == .taiwan ? "股份有限公司" : "有限公司")
        }
    }
}
