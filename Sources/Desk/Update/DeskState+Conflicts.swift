import Complaints
import Customers
import Dossier

extension DeskState {
    /// A customer form that was refused as stale takes in what the customer's record says now.
    mutating func mergeStaleForms(_ card: CustomerCard) {
        let theirs = editCustomerForm().values
        changeForms { form in
            guard form.awaitsTheirs, form.purpose == .editCustomer(card.customer.id) else { return }
            form.expectedVersion = card.customer.version
            form.merge(theirs: theirs)
        }
        for complaint in card.complaints { mergeStaleForms(complaint) }
    }

    /// The same for the forms about a case: what the case said when they were opened may say something else now.
    mutating func mergeStaleForms(_ complaint: Complaint) {
        let desk = self
        changeForms { form in
            guard form.awaitsTheirs, case .event(complaint.caseNumber, let type) = form.purpose,
                complaint.version >= form.expectedVersion ?? 0
            else { return }
            form.expectedVersion = complaint.version
            form.merge(theirs: desk.eventForm(type, of: complaint).values)
        }
    }

    private mutating func changeForms(_ change: (inout Form) -> Void) {
        for at in overlays.indices {
            guard case .form(var form) = overlays[at] else { continue }
            change(&form)
            overlays[at] = .form(form)
        }
        for at in parkedForms.indices { change(&parkedForms[at]) }
    }
}
