package import WorkingTime

/// Work sent to a field unit.
package struct UnitTask: Hashable, Sendable {
    /// 1, 2, 3 … within the case; with the case number it is the tracking number.
    package var number: Int
    package var unit: String
    package var summary: String
    package var area: String?
    package var skill: String?
    package var due: Instant?
    package var status: TaskStatus
    package var sentAt: Instant
    package var proof: String?
}
