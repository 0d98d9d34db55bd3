/// What a file's rows are.
package enum ImportKind: String, Sendable, CaseIterable, Hashable {
    case customers
    case vehicles
    case purchases
    case interactions
    case complaints
    case holdings
}
