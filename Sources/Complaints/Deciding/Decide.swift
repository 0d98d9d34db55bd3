/// Decides a command: what happens, or why nothing does. Pure: the same arguments always give the same decision.
///
/// `complaint` is nil when there is no such case, which only `register` may meet.
package func decide(_ complaint: Complaint?, _ command: Command, _ context: DecisionContext) -> Decision {
    .refused(Refusal(.unknownCase))
}

/// Folds one line of the trail into the case. `register` makes it; without it every other line is ignored.
///
/// Lines are facts: nothing is refused here. `rules` must be those the case is pinned to.
package func evolve(_ complaint: inout Complaint?, _ event: Event, _ rules: Rules) {
}
