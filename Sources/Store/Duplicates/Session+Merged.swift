import Customers

extension Session {
    /// Where a customer's number leads now: to the customer it was merged into, else to itself.
    func current(_ customer: Int64) throws(StoreError) -> Int64 {
        var number = customer
        for _ in 0..<Self.mergesInARowMax {
            guard let next = try integer("SELECT merged_into FROM customers WHERE id = $1", number) else {
                return number
            }
            number = next
        }
        throw .engine(code: -1, message: "customer \(customer) was merged in a circle", sql: nil)
    }

    func current(_ id: CustomerID) throws(StoreError) -> CustomerID { CustomerID(try current(id.number)) }

    /// Merges one after another that a number is followed through.
    static var mergesInARowMax: Int { 64 }
}
