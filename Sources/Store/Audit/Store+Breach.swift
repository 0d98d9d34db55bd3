package import Complaints
package import Customers
package import WorkingTime

/// Whose data somebody touched in a span of time: what a report of a breach must say.
package struct BreachReport: Sendable, Hashable {
    package struct Person: Sendable, Hashable {
        package var customer: CustomerID
        /// What was done with their data, and how often.
        package var acts: [String: Int]
        /// Fields that were changed.
        package var fields: Set<String>
        package var cases: Set<CaseNumber>
        package var first: Instant
        package var last: Instant
    }

    package var lines = 0
    /// Every act with its count, those without a person too.
    package var acts: [String: Int] = [:]
    /// In the order of their numbers.
    package var people: [Person] = []
    /// Exports and imports: whole lists.
    package var bulk: [TrailLine] = []

    package init() {}
}

extension Store {
    /// Everything the trail knows `actor` did from `from` until before `to`, by the person it was done to.
    package func breach(actor: String, from: Instant, to: Instant) throws(StoreError) -> BreachReport {
        var report = BreachReport()
        var people: [CustomerID: BreachReport.Person] = [:]
        var owners: [CaseNumber: CustomerID?] = [:]
        var after = 0
        let filter = TrailFilter(actor: actor, from: from, to: to)
        while true {
            let lines = try auditTrail(filter, after: after, limit: Self.auditLinesPerRead)
            for line in lines {
                report.lines += 1
                report.acts[line.act, default: 0] += 1
                if Self.bulkActs.contains(line.act) { report.bulk.append(line) }
                let number = CaseNumber(text: line.subject)
                var customer = CustomerID(text: line.subject)
                if let number {
                    if owners[number] == nil { owners[number] = .some(try self.customer(of: number)) }
                    customer = owners[number] ?? nil
                }
                guard let customer else { continue }
                var person =
                    people[customer]
                    ?? BreachReport.Person(
                        customer: customer, acts: [:], fields: [], cases: [], first: line.at, last: line.at)
                person.acts[line.act, default: 0] += 1
                if line.act == "edit_customer" {
                    person.fields.formUnion(line.detail.split(separator: " ").map(String.init))
                }
                if let number { person.cases.insert(number) }
                person.first = min(person.first, line.at)
                person.last = max(person.last, line.at)
                people[customer] = person
            }
            guard lines.count == Self.auditLinesPerRead, let last = lines.last else { break }
            after = last.number
        }
        report.people = people.values.sorted { $0.customer.number < $1.customer.number }
        return report
    }

    private func customer(of number: CaseNumber) throws(StoreError) -> CustomerID? {
        try engine.read { session throws(StoreError) in
            try session.integer(
                "SELECT customer FROM complaints WHERE number = $1", ComplaintKey.number(number))
        }.map { CustomerID($0) }
    }

    private static let bulkActs: Set<String> = ["export", "import", "print", "backup", "export_customer"]
}
