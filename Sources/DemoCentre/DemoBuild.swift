import Complaints
import Customers
import Dossier
import Money
import Store
import WorkingTime

/// One writing of a demo centre into an empty store.
struct DemoBuild {
    /// Name the demo's own references belong to.
    static let source = "demo"

    let store: Store
    let centre: DemoCentre
    /// Customers whose complaints are written after them, by their place.
    var people: [Int: DemoCustomer] = [:]

    static let settings = CentreSettings(
        region: .taiwan, currency: .twd, zone: DemoCentre.zone, demoLabel: DemoCentre.label)

    static func emptyStore(at path: String, osUser: String) throws(StoreError) -> Store {
        let keeper = Agent(login: "demo", name: "Demo", roles: [.administrator], osUser: nil)
        let store = try Store.create(path, settings: settings, administrator: keeper)
        for agent in DemoAgents.leading { try store.addAgent(agent) }
        try store.addTeam(DemoAgents.team)
        for var agent in DemoAgents.calling {
            if agent.login == "amy" { agent.osUser = osUser }
            try store.addAgent(agent)
        }
        return store
    }

    /// Customers with their purchases, contacts and holdings, through the same writer that imports use.
    mutating func writeCustomers() throws(StoreError) {
        let run = ImportRun(source: Self.source, file: "demo", startedAt: centre.now, by: "demo")
        let writer = try store.bulkWriter(run)
        var maker = DemoCustomerMaker(seed: centre.seed, now: centre.now)
        let chosen = Set(DemoCases.customers(of: centre))
        for index in 1...centre.customers {
            let person = maker.customer(index)
            if chosen.contains(index) { people[index] = person }
            try check(writer.add(customer: Self.draft(person), line: index))
            for purchase in person.purchases {
                try check(
                    writer.add(
                        purchase: purchase.line, reference: purchase.reference, customerReference: person.reference,
                        line: index))
            }
            for contact in person.contacts {
                try check(
                    writer.add(
                        interaction: Self.interaction(contact), reference: contact.reference,
                        customerReference: person.reference, line: index))
            }
        }
        try check(writer.finish(at: centre.now))
    }

    /// A demo row the store rejects is a fault of ours: it stops the build with the store's own words.
    private func check(_ commit: BulkCommit?) throws(StoreError) {
        if let rejection = commit?.rejections.first { throw rejection.error }
    }

    private static func draft(_ person: DemoCustomer) -> Customer {
        var customer = Customer(id: CustomerID(0), kind: person.kind, name: person.name, region: person.region)
        customer.sex = person.sex
        customer.birthYear = person.birthYear
        customer.creditGrade = person.creditGrade
        customer.hint = person.hint
        customer.preferences = person.preferences
        customer.vulnerableNeed = person.vulnerableNeed
        customer.responsible = person.responsible
        customer.source = source
        customer.reference = person.reference
        for text in person.phones {
            for number in PhoneParser.parse(text, region: person.region) {
                customer.phones.append(number.contact(isPrimary: customer.phones.isEmpty))
            }
        }
        customer.plates = person.plates.compactMap { text in
            PlateParser.candidates(text, preferred: person.region).first?.vehiclePlate(raw: text)
        }
        return customer
    }

    private static func interaction(_ contact: DemoContact) -> NewInteraction {
        NewInteraction(
            customer: CustomerID(0), at: contact.at, kind: contact.kind, isInbound: contact.isInbound,
            text: contact.text, wrapUpCode: contact.wrapUpCode, by: contact.by)
    }
}
