/// The coloured square: how much a customer brings, and so how quickly and by whom they are served.
///
/// It never touches what is owed to them.
package enum Tier: String, Sendable, CaseIterable, Hashable {
    /// Most valuable: extra service.
    case green
    case yellow
    /// Low or negative contribution: the standard service.
    case red
    /// Too little history to say.
    case unrated
}

/// The ABC class behind the tier; `loss` is a fourth class for contributions of zero or less.
package enum ABCClass: String, Sendable, CaseIterable, Hashable {
    case a = "A"
    case b = "B"
    case c = "C"
    case loss
}
