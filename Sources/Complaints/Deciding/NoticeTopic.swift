/// What a notice outside the ladder tells its target.
package enum NoticeTopic: String, CaseIterable, Sendable, Hashable {
    /// Asked to take the case over.
    case transferOffered = "transfer_offered"
    /// The owner is away and the case is not looked after.
    case ownerAbsent = "owner_absent"
    /// Registered by the person complained of.
    case registeredByAccused = "registered_by_accused"
    /// A regulator, the press or a law firm is involved: compliance knows.
    case compliance
    /// The unit has returned the task too often: a supervisor decides.
    case unitReturnLimit = "unit_return_limit"
    /// Reopened so often that a manager must look.
    case reopenedOften = "reopened_often"
    /// Passed on, or sent out, so often that it went up a level.
    case passedOnOften = "passed_on_often"
    /// The customer has answered or the cap is reached: the clock runs again.
    case pauseEnded = "pause_ended"
    /// A promised time moved: the owner must tell the customer.
    case promiseMoved = "promise_moved"
    /// Entered long after it began: somebody must look at the second line of the audit trail.
    case pauseBackdated = "pause_backdated"
    /// So many similar complaints that they are one problem.
    case massEvent = "mass_event"
}
