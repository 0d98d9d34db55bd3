package import WorkingTime

/// Which column of targets a case gets: the floor everybody has, or a faster one the tier at receipt earns.
package enum TargetBand: String, CaseIterable, Sendable, Hashable {
    case standard
    case green
    case yellow
}

/// Promised durations of one severity; nil in a faster column means the standard one.
package struct SeverityTargets: Hashable, Sendable {
    package var acknowledge: Budget?
    package var firstResponse: Budget?
    package var resolve: Budget?

    package init(acknowledge: Budget? = nil, firstResponse: Budget? = nil, resolve: Budget? = nil) {
        self.acknowledge = acknowledge
        self.firstResponse = firstResponse
        self.resolve = resolve
    }
}

extension SeverityTargets {
    /// Which of the durations.
    enum Part {
        case acknowledge
        case firstResponse
        case resolve
    }

    subscript(_ part: Part) -> Budget? {
        switch part {
        case .acknowledge: acknowledge
        case .firstResponse: firstResponse
        case .resolve: resolve
        }
    }
}

/// All promised durations: severity by column, and those that hold for all.
package struct Targets: Hashable, Sendable {
    package var standard: [Severity: SeverityTargets]
    package var green: [Severity: SeverityTargets]
    package var yellow: [Severity: SeverityTargets]
    package var update: Budget
    package var remedy: Budget
    package var followUp: Budget

    package init(
        standard: [Severity: SeverityTargets], green: [Severity: SeverityTargets] = [:],
        yellow: [Severity: SeverityTargets] = [:], update: Budget, remedy: Budget, followUp: Budget
    ) {
        self.standard = standard
        self.green = green
        self.yellow = yellow
        self.update = update
        self.remedy = remedy
        self.followUp = followUp
    }

    package func column(_ band: TargetBand) -> [Severity: SeverityTargets] {
        switch band {
        case .standard: standard
        case .green: green
        case .yellow: yellow
        }
    }
}
