import TerminalKit

/// What is hard to read in a theme: too little contrast, and badges that some eyes cannot tell apart.
struct ThemeReadability {
    struct Remark: Equatable {
        /// `LOW_CONTRAST` or `ALIKE`.
        var code: String
        var roles: [String]
        var message: String
    }

    /// WCAG 2.2, level AA, for text.
    static let contrastMin = 4.5
    /// CIE 1976 difference from which two colours are told apart at a glance.
    static let differenceMin = 10.0

    private let theme: Theme

    init(_ theme: Theme) {
        self.theme = theme
    }

    var remarks: [Remark] { contrastRemarks + badgeRemarks }

    private var contrastRemarks: [Remark] {
        Role.allCases.compactMap { role in
            let style = theme.style(role, depth: .indexed)
            guard let foreground = style.foreground.rgb, let background = style.background.rgb else { return nil }
            let contrast = foreground.contrast(to: background)
            guard contrast < Self.contrastMin else { return nil }
            let rounded = (contrast * 10).rounded(.down) / 10
            return Remark(
                code: "LOW_CONTRAST", roles: [role.name],
                message: "\(role.name): contrast \(rounded):1 is below \(Self.contrastMin):1")
        }
    }

    private var badgeRemarks: [Remark] {
        let badges: [Role] = [.tierGreen, .tierYellow, .tierRed, .tierUnrated]
        var remarks: [Remark] = []
        for (position, first) in badges.enumerated() {
            for second in badges[(position + 1)...] where isAlike(first, second) {
                remarks.append(
                    Remark(
                        code: "ALIKE", roles: [first.name, second.name],
                        message: "\(first.name) and \(second.name) look alike to some eyes"))
            }
        }
        return remarks
    }

    /// True when some kind of colour vision sees neither the letters nor the ground of two badges apart.
    private func isAlike(_ first: Role, _ second: Role) -> Bool {
        let (a, b) = (theme.style(first, depth: .indexed), theme.style(second, depth: .indexed))
        // A theme without colours tells badges apart by their letters alone, as it means to.
        guard [a.foreground, a.background, b.foreground, b.background].contains(where: { $0 != .standard }) else {
            return false
        }
        return ColourVision.allCases.contains { vision in
            let pairs = [(a.foreground.rgb, b.foreground.rgb), (a.background.rgb, b.background.rgb)]
            return pairs.allSatisfy { one, other in
                guard let one, let other else { return one == other }
                return vision.seen(one).difference(from: vision.seen(other)) < Self.differenceMin
            }
        }
    }
}
