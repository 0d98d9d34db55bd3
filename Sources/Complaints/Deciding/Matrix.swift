/// What a state makes of an event, guards aside.
package enum Cell: Hashable, Sendable {
    case stays
    case goes(CaseState)
    case illegal
    /// Refused with a code that helps more than "illegal".
    case refused(RefusalCode)

    package var isLegal: Bool {
        switch self {
        case .stays, .goes: true
        case .illegal, .refused: false
        }
    }
}

/// The full state table of the specification: every event in every state.
package enum Matrix {
    package static func cell(_ event: EventType, in state: CaseState) -> Cell {
        guard let row = rows[event] else { return .illegal }
        return row[column(of: state)]
    }

    private static func column(of state: CaseState) -> Int {
        switch state {
        case .received: 0
        case .acknowledged: 1
        case .inProgress: 2
        case .waiting: 3
        case .remedyOffered: 4
        case .deferred: 5
        case .resolved: 6
        case .closed: 7
        case .withdrawn: 8
        case .merged: 9
        }
    }

    /// Commands a state allows, in the order of the specification.
    package static func legal(in state: CaseState) -> [EventType] { legalByState[state] ?? [] }

    private static let legalByState: [CaseState: [EventType]] = Dictionary(
        uniqueKeysWithValues: CaseState.allCases.map { state in
            (state, EventType.commandable.filter { cell($0, in: state).isLegal })
        })

    // Short names keep the rows as wide as the specification's own.
    private static let no = Cell.illegal
    private static let eq = Cell.stays
    private static let ack = Cell.goes(.acknowledged)
    private static let pro = Cell.goes(.inProgress)
    private static let wai = Cell.goes(.waiting)
    private static let off = Cell.goes(.remedyOffered)
    private static let def = Cell.goes(.deferred)
    private static let res = Cell.goes(.resolved)
    private static let clo = Cell.goes(.closed)
    private static let wdn = Cell.goes(.withdrawn)
    private static let mrg = Cell.goes(.merged)
    private static let nAck = Cell.refused(.notAcknowledged)
    private static let nRes = Cell.refused(.notResolved)
    private static let nOff = Cell.refused(.noOffer)
    private static let sWai = Cell.refused(.stillWaiting)
    private static let sDef = Cell.refused(.stillDeferred)
    private static let cons = Cell.refused(.consentRequired)

    // swift-format-ignore
    private static let rows: [EventType: [Cell]] = [
        //                   REC   ACK  PRO   WAI   OFF   DEF   RES  CLO  WDN  MRG
        .register:         [ no,   no,  no,   no,   no,   no,   no,  no,  no,  no ],
        .acknowledge:      [ ack,  no,  no,   no,   no,   no,   no,  no,  no,  no ],
        .assess:           [ nAck, pro, no,   no,   no,   no,   no,  no,  no,  no ],
        .reassess:         [ no,   no,  eq,   eq,   eq,   eq,   no,  no,  no,  no ],
        .resolveNow:       [ nAck, res, no,   no,   no,   no,   no,  no,  no,  no ],
        .offerRemedy:      [ no,   no,  off,  no,   eq,   off,  no,  no,  no,  no ],
        .acceptOffer:      [ no,   no,  nOff, no,   pro,  no,   no,  no,  no,  no ],
        .declineOffer:     [ no,   no,  no,   no,   pro,  no,   no,  no,  no,  no ],
        .offerExpired:     [ no,   no,  no,   no,   pro,  no,   no,  no,  no,  no ],
        .confirmExecuted:  [ no,   no,  eq,   no,   no,   no,   no,  no,  no,  no ],
        .escalate:         [ eq,   eq,  eq,   eq,   eq,   eq,   no,  no,  no,  no ],
        .acceptEscalation: [ eq,   eq,  eq,   eq,   eq,   eq,   no,  no,  no,  no ],
        .decideEscalation: [ eq,   eq,  eq,   eq,   eq,   eq,   no,  no,  no,  no ],
        .dispatch:         [ no,   no,  eq,   no,   no,   no,   no,  no,  no,  no ],
        .taskUpdate:       [ no,   no,  eq,   eq,   eq,   eq,   no,  no,  no,  no ],
        .wait:             [ no,   no,  wai,  no,   no,   no,   no,  no,  no,  no ],
        .resume:           [ no,   no,  no,   pro,  no,   pro,  no,  no,  no,  no ],
        .defer:            [ no,   no,  def,  no,   no,   no,   no,  no,  no,  no ],
        .resolve:          [ no,   no,  res,  sWai, cons, sDef, no,  no,  no,  no ],
        .followUp:         [ no,   no,  no,   no,   no,   no,   eq,  no,  no,  no ],
        .close:            [ no,   no,  nRes, nRes, nRes, nRes, clo, no,  no,  no ],
        .reopen:           [ no,   no,  no,   no,   no,   no,   pro, pro, pro, no ],
        .withdraw:         [ wdn,  wdn, wdn,  wdn,  wdn,  wdn,  no,  no,  no,  no ],
        .merge:            [ mrg,  mrg, mrg,  mrg,  mrg,  mrg,  no,  no,  no,  no ],
        .unmerge:          [ no,   no,  no,   no,   no,   no,   no,  no,  no,  pro ],
        .transferOwner:    [ eq,   eq,  eq,   eq,   eq,   eq,   eq,  no,  no,  no ],
        .extend:           [ no,   eq,  eq,   eq,   eq,   eq,   no,  no,  no,  no ],
        .externalCase:     [ eq,   eq,  eq,   eq,   eq,   eq,   eq,  pro, pro, eq ],
        .answerExternal:   [ eq,   eq,  eq,   eq,   eq,   eq,   eq,  eq,  eq,  eq ],
        .identify:         [ eq,   eq,  eq,   eq,   eq,   eq,   eq,  eq,  eq,  eq ],
        .link:             [ eq,   eq,  eq,   eq,   eq,   eq,   eq,  eq,  eq,  eq ],
        .note:             [ eq,   eq,  eq,   eq,   eq,   eq,   eq,  eq,  eq,  eq ],
        .contact:          [ eq,   eq,  eq,   eq,   eq,   eq,   eq,  eq,  eq,  eq ],
        .correct:          [ eq,   eq,  eq,   eq,   eq,   eq,   eq,  eq,  eq,  eq ],
    ]
}
