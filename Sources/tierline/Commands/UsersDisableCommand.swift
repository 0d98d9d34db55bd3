import ArgumentParser
import Complaints
import Desk
import Dossier
import Store

/// Lets somebody go. An open case has one owner, who is active, at every instant: whoever still owns cases stays until
/// others have accepted them.
struct UsersDisableCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Take somebody's right to act; refused while they own open cases.",
        discussion: """
            With --offer-to every open case is offered to that person (who accepts each with \
            tierline complaint do CASE transfer_owner to=… status=accepted); then give the command again. \
            A supervisor may offer, an administrator disable.
            """)

    @Argument(help: "The login.")
    var login: String

    @Option(
        name: .customLong("offer-to"),
        help: ArgumentHelp("Offer their open cases to this person, or to their backup: \"backup\".", valueName: "login")
    )
    var heir: String?

    @OptionGroup var global: GlobalOptions

    /// Case numbers a sentence names.
    static let namedMax = 10

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.complaintCentre(.readWrite)
        let actor = try session.actor(in: centre)
        let mayDisable = actor.roles.contains(.administrator)
        if heir == nil || mayDisable { try session.require(actor, [.administrator]) }
        switch mayDisable
            ? try centre.store.disableAgent(login, by: actor.login, at: centre.now)
            : try centre.store.departure(of: login)
        {
        case .done:
            session.answer(["login": .string(login), "active": .boolean(!mayDisable), "offered": [], "refused": []]) {
                if mayDisable { Output.line(session.wording.userDisabled(SafeText.line(login))) }
            }
            return .done
        case .lastAdministrator:
            throw Failure(.badData, "E_LAST_ADMINISTRATOR", session.wording.lastAdministrator(login))
        case .ownsOpenCases(let cases, let count):
            guard let heir else { throw owns(cases, count: count, session) }
            return try offer(cases, to: heir, by: actor, session, centre)
        }
    }

    private func owns(_ cases: [CaseNumber], count: Int, _ session: Session) -> Failure {
        let named = cases.prefix(Self.namedMax).map(\.description)
        return Failure(
            .badData, RefusalCode.ownerInvalid.rawValue,
            session.wording.ownsOpenCases(login, cases: named, count: count),
            legal: [EventType.transferOwner.rawValue],
            facts: [
                JSON.Member("count", .integer(Int64(count))),
                JSON.Member("cases", .strings(cases.map(\.description))),
            ])
    }

    private func offer(
        _ cases: [CaseNumber], to named: String, by actor: Agent, _ session: Session, _ centre: Centre
    ) throws -> ExitStatus {
        var heir = named
        if named == "backup" {
            guard let backup = try centre.store.agent(login: login)?.backup else {
                throw StoreError.badValue(field: "backup", value: "")
            }
            heir = backup
        }
        guard try centre.store.agent(login: heir) != nil else { throw StoreError.unknownAgent(login: heir) }
        var offered: [CaseNumber] = []
        var refused: [(CaseNumber, Refusal)] = []
        for number in cases {
            do {
                _ = try centre.perform(
                    EventType.transferOwner.rawValue, fields: ["to": heir, "status": "offered"], on: number,
                    eventID: UUIDText.random().text, by: actor)
                offered.append(number)
            } catch let refusal as Refusal {
                refused.append((number, refusal))
            }
        }
        if offered.isEmpty, let first = refused.first { throw first.1 }
        session.answer([
            "login": .string(login), "active": true, "offered_to": .string(heir),
            "offered": .strings(offered.map(\.description)),
            "refused": .list(refused) { ["case": .string($0.0.description), "code": .string($0.1.code.rawValue)] },
        ]) {
            Output.line(session.wording.casesOffered(offered.count, of: login, to: heir))
            for (number, refusal) in refused {
                Output.line(
                    "  \(number)  \(refusal.code.rawValue)  \(SafeText.line(session.wording.sentence(refusal)))")
            }
        }
        return .tryAgain
    }
}
