import Complaints
import WorkingTime

/// How a complaint went: a name, how old it is and the steps it took.
struct DemoStory: Sendable {
    var name: String
    /// How often it is told beside the others.
    var weight: Int
    /// Minutes since it was registered, drawn from this range.
    var minutesAgo: ClosedRange<Int>
    var chapters: [Chapter]

    /// One step: so many minutes after registration.
    struct Chapter: Sendable {
        var minute: Int
        var actor: Actor
        var kind: Kind
    }

    enum Actor: Sendable {
        case owner
        case supervisor
    }

    enum Kind: Sendable {
        case register(live: Bool)
        case acknowledge
        case assess(Severity)
        case contact
        case note
        case wait
        case offer
        case accept
        case execute
        case `defer`
        case escalate
        case resolve(Outcome)
        case resolveNow
        case followUp(Satisfaction)
        case close
        case reopen
        case withdraw
        case merge
    }

    func plan(
        customer: Int, person: DemoCustomer, centre: DemoCentre, _ random: inout RandomSource
    ) -> DemoCasePlan {
        let start = centre.now.seconds - Int64(random.within(minutesAgo)) * 60
        let owner = random.pick(DemoAgents.answeringCalls) ?? "amy"
        let grievance = DemoGrievance.all[random.below(DemoGrievance.all.count)]
        let words = DemoCaseWords(person: person, grievance: grievance)
        let steps = chapters.compactMap { chapter -> DemoStep? in
            let at = Instant(seconds: start + Int64(chapter.minute) * 60)
            guard at <= centre.now else { return nil }
            let step = words.step(chapter.kind, at: at, now: centre.now)
            return DemoStep(at: at, type: step.type, by: chapter.actor == .owner ? owner : "sue", fields: step.fields)
        }
        return DemoCasePlan(name: name, customer: customer, steps: steps)
    }
}
