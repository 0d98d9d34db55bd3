package import Dossier
package import WorkingTime

/// Two people's decision that open cases move to another policy, or the first one's wish for it.
package struct PolicyMigration: Hashable, Sendable {
    package var policy: String
    package var version: String
    /// UUID from which each case's line derives its id.
    package var change: String
    package var proposedBy: String
    package var proposedAt: Instant
    package var approvedBy: String?
}

package enum MigrationOutcome: Hashable, Sendable {
    case done(PolicyMigration)
    case refused(PublishingRefusal)
}

extension Store {
    /// Notes that somebody wants the open cases on this policy; a wish that nobody approved yet is replaced.
    package func proposeMigration(
        policy: String, version: String, change: String, by agent: Agent, at now: Instant
    ) throws(StoreError) -> MigrationOutcome {
        try engine.write { session throws(StoreError) in
            guard agent.roles.contains(where: { PublishingRefusal.proposers.contains($0) }) else {
                return try refused(
                    .forbiddenRole(login: agent.login, needed: PublishingRefusal.proposers), "propose_migration",
                    policy: policy, version: version, by: agent, at: now, session)
            }
            try session.run(
                "DELETE FROM policy_migrations WHERE policy = $1 AND version = $2 AND approved_at IS NULL", policy,
                version)
            try session.run(
                """
                INSERT INTO policy_migrations (policy, version, change, proposed_by, proposed_at)
                VALUES ($1, $2, $3, $4, $5)
                """, policy, version, change, agent.login, now)
            try session.appendTrail(
                chain, at: now, actor: agent.login, act: "propose_migration", subject: "\(policy) \(version)",
                detail: change)
            return .done(
                PolicyMigration(
                    policy: policy, version: version, change: change, proposedBy: agent.login, proposedAt: now))
        }
    }

    /// Approves what another person proposed. Once approved, the same person is answered with it again, so that a
    /// migration that was cut off can be finished.
    package func approveMigration(
        policy: String, version: String, by agent: Agent, at now: Instant
    ) throws(StoreError) -> MigrationOutcome {
        try engine.write { session throws(StoreError) in
            let found = try session.lastMigration(policy: policy, version: version)
            if let found, found.approvedBy == agent.login { return .done(found) }
            let refusal: PublishingRefusal? =
                if let found {
                    if found.approvedBy != nil {
                        .alreadyPublished(name: policy, version: version)
                    } else if !agent.roles.contains(where: { PublishingRefusal.approvers.contains($0) }) {
                        .forbiddenRole(login: agent.login, needed: PublishingRefusal.approvers)
                    } else {
                        found.proposedBy == agent.login ? .selfApproval(login: agent.login) : nil
                    }
                } else {
                    .unknown(name: policy, version: version)
                }
            guard refusal == nil, var found else {
                return try refused(
                    refusal ?? .unknown(name: policy, version: version), "approve_migration", policy: policy,
                    version: version, by: agent, at: now, session)
            }
            try session.run(
                """
                UPDATE policy_migrations SET approved_by = $1, approved_at = $2
                WHERE policy = $3 AND version = $4 AND change = $5
                """, agent.login, now, policy, version, found.change)
            try session.appendTrail(
                chain, at: now, actor: agent.login, act: "approve_migration", subject: "\(policy) \(version)",
                detail: "\(found.change) proposed by \(found.proposedBy)")
            found.approvedBy = agent.login
            return .done(found)
        }
    }

    private func refused(
        _ refusal: PublishingRefusal, _ act: String, policy: String, version: String, by agent: Agent,
        at now: Instant, _ session: any Session
    ) throws(StoreError) -> MigrationOutcome {
        try session.appendTrail(
            chain, at: now, actor: agent.login, act: "refused", subject: "\(policy) \(version)",
            detail: "\(act) \(refusal.code)")
        return .refused(refusal)
    }
}

extension Session {
    fileprivate func lastMigration(policy: String, version: String) throws(StoreError) -> PolicyMigration? {
        try first(
            """
            SELECT policy, version, change, proposed_by, proposed_at, approved_by FROM policy_migrations
            WHERE policy = $1 AND version = $2 ORDER BY proposed_at DESC, change DESC LIMIT 1
            """, policy, version
        ) { row in
            PolicyMigration(
                policy: row.text(0), version: row.text(1), change: row.text(2), proposedBy: row.text(3),
                proposedAt: row.instant(4), approvedBy: row.optionalText(5))
        }
    }
}
