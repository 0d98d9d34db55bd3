import ArgumentParser
import Customers

struct CustomerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "customer", abstract: "One customer: show, make, change, history, all for the customer, erasure.",
        subcommands: [
            CustomerShowCommand.self, CustomerNewCommand.self, CustomerEditCommand.self, CustomerTimelineCommand.self,
            CustomerPurchaseCommand.self, CustomerExportCommand.self, CustomerEraseCommand.self,
        ])
}

extension CustomerID: ExpressibleByArgument {
    /// Reads `C000123` or its digits.
    init?(argument: String) {
        if let id = CustomerID(text: argument) {
            self = id
        } else if let number = Int64(argument), number > 0, argument.utf8.count <= 18 {
            self.init(number)
        } else {
            return nil
        }
    }
}
