package import Customers
package import WorkingTime

/// One thing somebody did with a customer's record, as the trail has it.
package struct UseOfRecord: Sendable, Hashable {
    /// What is noted before the record is shown.
    package enum Act: String, Sendable {
        case view = "view_customer"
        case export = "export_customer"
    }

    package var at: Instant
    package var by: String
    package var act: String
    /// The purpose of a view, the names of changed fields; no personal data.
    package var detail: String

    package init(at: Instant, by: String, act: String, detail: String) {
        self.at = at
        self.by = by
        self.act = act
        self.detail = detail
    }
}

/// An answer to a request for consent, and who noted it when.
package struct ConsentRecord: Sendable, Hashable {
    package var consent: Consent
    package var at: Instant
    package var by: String

    package init(consent: Consent, at: Instant, by: String) {
        self.consent = consent
        self.at = at
        self.by = by
    }
}
