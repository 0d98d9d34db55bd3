package import Customers
package import Dossier
package import WorkingTime

/// One line of a candidate list: what tells two people apart.
package struct Candidate: Hashable, Sendable {
    package var caller: Caller
    package var region: Region?
    package var matched: LookupMatchKind
    package var openComplaints: Int
    package var owner: String?
    package var lastContact: Instant?

    package init(_ match: LookupMatch) {
        self.caller = Caller(match)
        self.region = match.region
        self.matched = match.matched
        self.openComplaints = match.openComplaints
        self.owner = match.owner
        self.lastContact = match.lastContact
    }
}
