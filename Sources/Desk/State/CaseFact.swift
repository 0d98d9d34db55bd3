import Complaints
import Dossier

/// One line about a case beside its trail: what was asked, offered, sent out and promised.
enum CaseFact: Equatable {
    case wanted(String)
    case escalation(Escalation)
    case offer(Offer)
    case task(UnitTask)
    case transfer(PendingTransfer)
    case external(ExternalCase)
    case followUp(FollowUpAttempt)
    case link(CaseLink)
    case mergedInto(String)
}

extension CaseScreen {
    /// Facts in the order of what must be known first.
    var facts: [CaseFact] {
        guard let complaint = file?.complaint else { return [] }
        var facts: [CaseFact] = []
        if let wanted = complaint.remedySought { facts.append(.wanted(wanted)) }
        if let transfer = complaint.pendingTransfer { facts.append(.transfer(transfer)) }
        facts += complaint.openEscalations.map { .escalation($0) }
        facts += complaint.externalCases.map { .external($0) }
        facts += complaint.offers.suffix(2).reversed().map { .offer($0) }
        facts += complaint.openTasks.map { .task($0) }
        facts += complaint.tasks.filter { !$0.status.isOpen }.suffix(1).map { .task($0) }
        facts += complaint.followUps.suffix(1).map { .followUp($0) }
        facts += complaint.links.suffix(2).map { .link($0) }
        if let survivor = complaint.mergedInto { facts.append(.mergedInto(survivor)) }
        return facts
    }
}
