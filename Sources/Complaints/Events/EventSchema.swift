import Money

/// The fields of every event, as data: one table for the `field=value` reader, help, forms and refusals.
package enum EventSchema {
    /// The fields a person may give, in the order a form asks for them; the engine's own events have none.
    package static func fields(of type: EventType) -> [EventField] { table[type] ?? [] }

    package static func field(_ name: String, of type: EventType) -> EventField? {
        fields(of: type).first { $0.name == name }
    }

    private static let table: [EventType: [EventField]] = Dictionary(
        uniqueKeysWithValues: (intake + remedies + escalations + work + ending + administration))

    private static let yesNoUnknown = FieldKind.choice(["yes", "no", "unknown"])
    private static let severity = FieldKind.choice(Severity.allCases.map(\.rawValue))
    private static let currency = FieldKind.choice(Currency.allCases.map(\.rawValue))
    private static let remedyType = FieldKind.choice(RemedyType.allCases.map(\.rawValue))
    private static let outcome = FieldKind.choice(Outcome.allCases.map(\.rawValue))

    private typealias Row = (EventType, [EventField])

    private static let intake: [Row] = [
        (
            .register,
            [
                EventField("channel", .text, required: true, "how it came in: phone, chat, mail, counter"),
                EventField("summary", .text, required: true, "what happened, in the customer's words"),
                EventField("remedy_sought", .text, "what the customer asks for"),
                EventField("customer", .customer, "customer number; or give contact"),
                EventField("contact", .text, "route back to an unknown complainant, or anonymous"),
                EventField("live", .boolean, "the customer is on the line: acknowledged at once"),
                EventField("received_at", .instant, "when any part of the firm received it; default now"),
                EventField("jurisdiction", .text, "TW, CN, HK; default the customer's region"),
                EventField("complained_of", .login, "the person complained of, who may not handle it"),
                EventField("representative", .text, "who speaks for the complainant"),
                EventField("proof", .text, "proof of that authority on file"),
            ]
        ),
        (
            .identify,
            [EventField("customer", .customer, required: true, "who the anonymous complainant is")]
        ),
        (
            .link,
            [
                EventField("to", .text, required: true, "the other case or problem record"),
                EventField(
                    "relation", .choice(LinkRelation.allCases.map(\.rawValue)), required: true,
                    "how they belong together"),
            ]
        ),
        (
            .acknowledge,
            [
                EventField("told", .confirmation, required: true, "case number and next step were told"),
                EventField("sent_at", .instant, "when it was sent; default now"),
            ]
        ),
        (
            .assess,
            [
                EventField("severity", severity, required: true, "S1 safety … S4 no error of ours"),
                EventField("category", .text, required: true, "what it is about"),
                EventField("product", .text, "product or service"),
                EventField("vulnerable", yesNoUnknown, required: true, "does the customer need special care"),
            ]
        ),
        (
            .reassess,
            [
                EventField("severity", severity, "new severity"),
                EventField("category", .text, "new category"),
                EventField("product", .text, "new product"),
                EventField("vulnerable", yesNoUnknown, "new answer"),
                EventField("reason", .text, required: true, "why it changes"),
            ]
        ),
        (
            .resolveNow,
            [
                EventField("severity", severity, required: true, "S1 safety … S4 no error of ours"),
                EventField("category", .text, required: true, "what it is about"),
                EventField("product", .text, "product or service"),
                EventField("outcome", outcome, required: true, "is the complaint right"),
                EventField("decision_told", .confirmation, required: true, "the customer was told the decision"),
                EventField("error_admitted", .confirmation, "our error was admitted; unless not upheld"),
                EventField("apology", .confirmation, "we apologised; unless not upheld"),
                EventField("remedy_type", remedyType, "what puts it right"),
                EventField("amount", .integer, in: 1...Int64.max, "in minor units"),
                EventField("currency", currency, "currency of the amount"),
                EventField("consent", .text, "evidence of the customer's consent to exactly this"),
                EventField("executed", .boolean, "the remedy was carried out in this call"),
                EventField("root_cause", .text, "why it happened"),
            ]
        ),
    ]

    private static let remedies: [Row] = [
        (
            .offerRemedy,
            [
                EventField("remedy_type", remedyType, required: true, "what is offered"),
                EventField("amount", .integer, in: 1...Int64.max, "in minor units"),
                EventField("currency", currency, "currency of the amount"),
                EventField("expires", .date, required: true, "how long the offer stands"),
                EventField("approval", .integer, "number of the decision that approved exactly this"),
            ]
        ),
        (
            .acceptOffer,
            [
                EventField("offer", .integer, required: true, "version of the offer"),
                EventField("evidence", .text, required: true, "call or message in which the customer consented"),
            ]
        ),
        (
            .declineOffer,
            [
                EventField("offer", .integer, required: true, "version of the offer"),
                EventField("reason", .text, "why the customer declines"),
            ]
        ),
        (.offerExpired, [EventField("offer", .integer, required: true, "version of the offer")]),
        (
            .confirmExecuted,
            [
                EventField("offer", .integer, required: true, "version of the offer"),
                EventField("evidence", .text, required: true, "proof that it was carried out"),
            ]
        ),
    ]

    private static let escalations: [Row] = [
        (
            .escalate,
            [
                EventField(
                    "reason", .choice(EscalationReason.allCases.map(\.rawValue)), required: true, "why it goes up"),
                EventField("summary", .text, required: true, "so that the customer need not repeat it"),
                EventField("to", .text, "login or role; default the next level"),
                EventField("remedy_type", remedyType, "the remedy asked for"),
                EventField("amount", .integer, in: 1...Int64.max, "in minor units"),
                EventField("currency", currency, "currency of the amount"),
            ]
        ),
        (
            .acceptEscalation,
            [EventField("escalation", .integer, required: true, "number of its escalate or breach event")]
        ),
        (
            .decideEscalation,
            [
                EventField("escalation", .integer, required: true, "number of its escalate or breach event"),
                EventField(
                    "decision", .choice(EscalationDecision.allCases.map(\.rawValue)), required: true, "what was decided"
                ),
                EventField("text", .text, required: true, "the decision in words"),
            ]
        ),
    ]

    private static let work: [Row] = [
        (
            .dispatch,
            [
                EventField("summary", .text, required: true, "what the unit is to do"),
                EventField("unit", .text, "the unit; default the nearest suitable"),
                EventField("area", .text, "area code of the place"),
                EventField("skill", .text, "skill needed"),
                EventField("due", .date, "when it must be done"),
                EventField("reason", .text, "why not the nearest unit"),
            ]
        ),
        (
            .taskUpdate,
            [
                EventField("task", .integer, required: true, "number of the task"),
                EventField(
                    "status", .choice(["accepted", "done", "returned", "recalled"]), required: true, "what became of it"
                ),
                EventField("note", .text, "why; required when returned"),
                EventField("proof", .text, "evidence; required when done"),
            ]
        ),
        (
            .wait,
            [
                EventField("reason", .text, required: true, "one of the policy's pause reasons"),
                EventField("awaiting", .text, required: true, "what we wait for"),
                EventField("until", .date, required: true, "when it is expected"),
                EventField("told", .confirmation, required: true, "the customer was told"),
            ]
        ),
        (.resume, [EventField("reason", .text, "why work goes on")]),
        (
            .defer,
            [
                EventField("explanation", .text, required: true, "what the customer was told, plainly"),
                EventField("review_on", .date, required: true, "when it is looked at again"),
            ]
        ),
    ]

    private static let ending: [Row] = [
        (
            .resolve,
            [
                EventField("outcome", outcome, required: true, "is the complaint right"),
                EventField("decision_told", .confirmation, required: true, "the customer was told the decision"),
                EventField("routes_told", .confirmation, required: true, "the outside routes were told too"),
                EventField("root_cause", .text, required: true, "why it happened, as far as known"),
                EventField("error_admitted", .confirmation, "our error was admitted; unless not upheld"),
                EventField("apology", .confirmation, "we apologised; unless not upheld"),
            ]
        ),
        (
            .followUp,
            [
                EventField("reached", .boolean, required: true, "the customer was reached"),
                EventField(
                    "satisfied", .choice(Satisfaction.allCases.map(\.rawValue)), "is the customer satisfied"),
                EventField("score", .integer, in: 1...5, "1 to 5"),
                EventField("words", .text, "in the customer's own words"),
            ]
        ),
        (
            .close,
            [
                EventField("root_cause", .text, required: true, "why it happened, finally"),
                EventField("disposition", .text, required: true, "how it is filed"),
            ]
        ),
        (.reopen, [EventField("reason", .text, required: true, "what is not settled")]),
        (
            .withdraw,
            [EventField("evidence", .text, required: true, "the customer's own message or recording")]
        ),
        (.merge, [EventField("into", .text, required: true, "the case that goes on")]),
        (.unmerge, [EventField("reason", .text, required: true, "why they are two after all")]),
    ]

    private static let administration: [Row] = [
        (
            .transferOwner,
            [
                EventField("to", .login, required: true, "the new owner"),
                EventField(
                    "status", .choice(TransferStatus.allCases.map(\.rawValue)),
                    "offered (default), or the named person's answer"),
            ]
        ),
        (
            .extend,
            [
                EventField("clock", .text, "which deadline; default RESOLVE"),
                EventField("until", .date, required: true, "the new due time"),
                EventField("reason", .text, required: true, "why"),
                EventField("told", .confirmation, required: true, "the customer was told before the old due time"),
                EventField("approval", .integer, "number of the decision that approved it"),
            ]
        ),
        (
            .externalCase,
            [
                EventField("body", .text, required: true, "the authority or ombudsman"),
                EventField("reference", .text, required: true, "their reference"),
                EventField("due", .date, "when they want the answer"),
            ]
        ),
        (
            .answerExternal,
            [
                EventField("reference", .text, required: true, "their reference"),
                EventField("text", .text, required: true, "what was answered"),
                EventField("evidence", .text, required: true, "the letter or message"),
            ]
        ),
        (.note, [EventField("text", .text, required: true, "the note")]),
        (
            .contact,
            [
                EventField(
                    "direction", .choice(ContactDirection.allCases.map(\.rawValue)), required: true, "in or out"),
                EventField("channel", .text, required: true, "phone, chat, mail"),
                EventField("reached", .boolean, "outbound: the customer was reached"),
                EventField("substantive", .boolean, "counts as the first response: not an auto-reply"),
                EventField("text", .text, "what was said"),
            ]
        ),
        (
            .correct,
            [
                EventField("seq", .integer, required: true, "number of the line that is wrong"),
                EventField("text", .text, required: true, "what is right"),
            ]
        ),
    ]
}
