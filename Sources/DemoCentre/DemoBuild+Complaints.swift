import Complaints
import Customers
import Dossier
import Store
import WorkingTime

extension DemoBuild {
    /// Complaints in every state, each step decided by the engine as if it had been typed when it happened.
    func writeComplaints() throws(StoreError) {
        let roles = Dictionary(DemoAgents.all.map { ($0.login, $0.roles) }, uniquingKeysWith: { first, _ in first })
        for (place, plan) in DemoCases.plans(of: centre, people: people).enumerated() {
            var random = RandomSource(seed: centre.seed, part: 4, index: place)
            var number: CaseNumber?
            var twin: CaseNumber?
            for step in plan.steps {
                var fields = step.fields
                if step.type == .register { fields["customer"] = .integer(try id(of: plan.customer).number) }
                if step.type == .merge, let twin { fields["into"] = .text(twin.description) }
                let command = Command(
                    eventID: random.uuid(), type: step.type, fields: fields, actor: step.by,
                    roles: roles[step.by] ?? [], occurredAt: step.at, recordedAt: step.at)
                switch try store.perform(command, on: step.type == .register ? nil : number) {
                case .done(let result):
                    // A case that is going to be merged has been registered twice: the first one goes on.
                    if step.type == .register, number != nil { twin = number }
                    number = result.file.complaint.caseNumber
                case .replayed: break
                case .refused(let refusal):
                    throw .badValue(field: "demo \(plan.name) \(step.type.rawValue)", value: refusal.code.rawValue)
                }
            }
        }
    }

    /// Call-backs: some due today, one promised for yesterday.
    func writeFollowUps() throws(StoreError) {
        let texts = ["回電說明維修進度", "回访保养满意度", "Call back about the quotation"]
        for (place, index) in DemoCases.customers(of: centre).prefix(6).enumerated() {
            let hours = Int64(place * 5 - 4)
            let followUp = FollowUp(
                due: Instant(seconds: centre.now.seconds + hours * 3600), text: texts[place % texts.count],
                owner: DemoAgents.answeringCalls[place % DemoAgents.answeringCalls.count])
            try store.addFollowUp(followUp, customer: try id(of: index), at: centre.now)
        }
    }

    /// The number the store gave the customer at that place; numbers rise in the order of writing.
    private func id(of index: Int) throws(StoreError) -> CustomerID {
        let id = CustomerID(Int64(index))
        guard let customer = try store.customer(id), customer.reference == people[index]?.reference else {
            throw .unknownCustomer(id)
        }
        return id
    }
}
