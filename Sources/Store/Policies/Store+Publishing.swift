package import Complaints
package import Dossier
package import WorkingTime

/// Why a policy or calendar was not published.
package enum PublishingRefusal: Error, Hashable, Sendable {
    /// Nobody with one of these roles acted.
    case forbiddenRole(login: String, needed: [Role])
    /// Whoever proposed it may not approve it.
    case selfApproval(login: String)
    /// Its start lies in the past.
    case startInPast(Instant)
    /// No such proposal.
    case unknown(name: String, version: String)
    /// That version is published, with another text or already.
    case alreadyPublished(name: String, version: String)
    /// The text given to approve is not the one that was proposed.
    case otherText(name: String, version: String)
}

extension PublishingRefusal {
    /// Who may propose and who may approve, by the table of roles.
    package static let proposers: [Role] = [.supervisor, .manager, .director, .compliance]
    package static let approvers: [Role] = [.director, .compliance]
}

/// What became of a publication.
package enum PublishingOutcome: Hashable, Sendable {
    case done(PublishedText)
    case refused(PublishingRefusal)
}

extension Store {
    /// Keeps a policy or calendar for a second person to approve; a proposal of the same version is replaced.
    ///
    /// A refusal changes nothing and leaves its line in the trail.
    package func propose(
        _ kind: PublishedKind, name: String, version: String, text: String, effectiveFrom: Instant, by agent: Agent,
        at now: Instant
    ) throws(StoreError) -> PublishingOutcome {
        try Limit.text(text, field: kind.rawValue, max: PublishedText.textBytesMax)
        try Limit.text(name, field: "name", max: Limit.nameBytesMax)
        try Limit.text(version, field: "version", max: Limit.nameBytesMax)
        return try engine.write { session throws(StoreError) in
            var proposal = PublishedText(
                name: name, version: version, text: text, sha256: sha256Hexadecimal(Array(text.utf8)),
                effectiveFrom: effectiveFrom, proposedBy: agent.login, proposedAt: now)
            if let refusal = try refusal(toPropose: &proposal, kind, by: agent, at: now, session) {
                try session.appendTrail(
                    chain, at: now, actor: agent.login, act: "refused", subject: proposal.reference,
                    detail: "propose_\(kind.rawValue) \(refusal.code)")
                return .refused(refusal)
            }
            try session.insert(proposal, kind)
            try session.appendTrail(
                chain, at: now, actor: agent.login, act: "propose_\(kind.rawValue)", subject: proposal.reference,
                detail: proposal.sha256)
            return .done(proposal)
        }
    }

    /// Publishes what another person has proposed; every process reads its rules anew.
    package func approve(
        _ kind: PublishedKind, name: String, version: String, by agent: Agent, at now: Instant
    ) throws(StoreError) -> PublishingOutcome {
        try engine.write { session throws(StoreError) in
            let found = try session.published(kind, name: name, version: version)
            if let refusal = refusal(toApprove: found, kind, name: name, version: version, by: agent, at: now) {
                try session.appendTrail(
                    chain, at: now, actor: agent.login, act: "refused", subject: "\(name) \(version)",
                    detail: "approve_\(kind.rawValue) \(refusal.code)")
                return .refused(refusal)
            }
            guard var text = found else { return .refused(.unknown(name: name, version: version)) }
            try session.run(
                "UPDATE \(kind.table) SET approved_by = $1, approved_at = $2 WHERE \(kind.nameColumn) = $3 AND version = $4",
                agent.login, now, name, version)
            try session.raiseRulesRevision()
            try session.appendTrail(
                chain, at: now, actor: agent.login, act: "publish_\(kind.rawValue)", subject: text.reference,
                detail: "\(text.sha256) proposed by \(text.proposedBy)")
            text.approvedBy = agent.login
            text.approvedAt = now
            return .done(text)
        }
    }

    package func publishedRules() throws(StoreError) -> PublishedRules {
        try engine.read { session throws(StoreError) in try session.publishedRules() }
    }

    /// A policy or calendar of that version, published or waiting.
    package func published(_ kind: PublishedKind, name: String, version: String) throws(StoreError) -> PublishedText? {
        try engine.read { session throws(StoreError) in
            try session.published(kind, name: name, version: version)
        }
    }

    private func refusal(
        toPropose proposal: inout PublishedText, _ kind: PublishedKind, by agent: Agent, at now: Instant,
        _ session: any Session
    ) throws(StoreError) -> PublishingRefusal? {
        guard agent.roles.contains(where: { PublishingRefusal.proposers.contains($0) }) else {
            return .forbiddenRole(login: agent.login, needed: PublishingRefusal.proposers)
        }
        let found = try session.published(kind, name: proposal.name, version: proposal.version)
        if found?.approvedAt != nil { return .alreadyPublished(name: proposal.name, version: proposal.version) }
        return kind == .policy && proposal.effectiveFrom < now ? .startInPast(proposal.effectiveFrom) : nil
    }

    private func refusal(
        toApprove found: PublishedText?, _ kind: PublishedKind, name: String, version: String, by agent: Agent,
        at now: Instant
    ) -> PublishingRefusal? {
        guard let found else { return .unknown(name: name, version: version) }
        guard found.approvedAt == nil else { return .alreadyPublished(name: name, version: version) }
        guard agent.roles.contains(where: { PublishingRefusal.approvers.contains($0) }) else {
            return .forbiddenRole(login: agent.login, needed: PublishingRefusal.approvers)
        }
        guard found.proposedBy != agent.login else { return .selfApproval(login: agent.login) }
        return kind == .policy && found.effectiveFrom < now ? .startInPast(found.effectiveFrom) : nil
    }
}

extension PublishingRefusal {
    /// The word programs know it by.
    package var code: String {
        switch self {
        case .forbiddenRole: "E_FORBIDDEN_ROLE"
        case .selfApproval: "E_SELF_APPROVAL"
        case .startInPast: "E_TOO_LATE"
        case .unknown: "E_UNKNOWN_POLICY"
        case .alreadyPublished: "E_ALREADY_TAKEN"
        case .otherText: "E_OTHER_TEXT"
        }
    }
}

extension Session {
    /// Writes a proposal over one of the same version that nobody has approved.
    fileprivate func insert(_ proposal: PublishedText, _ kind: PublishedKind) throws(StoreError) {
        try run(
            "DELETE FROM \(kind.table) WHERE \(kind.nameColumn) = $1 AND version = $2 AND approved_at IS NULL",
            proposal.name, proposal.version)
        switch kind {
        case .policy:
            try run(
                """
                INSERT INTO policies (id, version, text, sha256, effective_from, proposed_by, proposed_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """, proposal.name, proposal.version, proposal.text, proposal.sha256, proposal.effectiveFrom,
                proposal.proposedBy, proposal.proposedAt)
        case .calendar:
            try run(
                """
                INSERT INTO calendars (name, version, text, sha256, proposed_by, proposed_at)
                VALUES ($1, $2, $3, $4, $5, $6)
                """, proposal.name, proposal.version, proposal.text, proposal.sha256, proposal.proposedBy,
                proposal.proposedAt)
        }
    }
}
