package import Complaints

/// The policies complaints are decided by: the one in force, and those older cases are pinned to.
///
/// The store keeps no files of policies; whoever reads them hands them over with `Store.use`.
package struct RulesBook: Sendable {
    /// For cases registered from now on.
    package var inForce: Rules
    private var byPolicy: [String: Rules]

    package init(inForce: Rules, older: [Rules] = []) {
        self.inForce = inForce
        byPolicy = Dictionary(
            ([inForce] + older).map { ($0.policy.reference, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The rules of a case pinned to `policy`; nil when they were not handed over.
    package func rules(of policy: String) -> Rules? { byPolicy[policy] }
}
