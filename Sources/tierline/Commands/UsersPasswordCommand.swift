import ArgumentParser
import Complaints
import Dossier
import Store

struct UsersPasswordCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "password", abstract: "Set a password: your own, or as an administrator anybody's.",
        discussion: "It is asked for without echo, or is one line of standard input when that is no terminal.")

    @Argument(help: "The login.")
    var login: String

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre(.readWrite)
        let actor = try session.actor(in: centre)
        if actor.login != login { try session.require(actor, [.administrator]) }
        guard try centre.store.agent(login: login) != nil else { throw StoreError.unknownAgent(login: login) }
        guard let password = PasswordPrompt.read(session.wording.newPasswordOf(login)),
            password.utf8.count >= PasswordRule.bytesMin
        else { throw Failure(.badData, "E_BAD_VALUE", session.wording.passwordTooShort(PasswordRule.bytesMin)) }
        if Output.canAsk, PasswordPrompt.read(session.wording.passwordAgain) != password {
            throw Failure(.badData, "E_BAD_VALUE", session.wording.passwordsDiffer)
        }
        try centre.store.setPassword(password, of: login, by: actor.login, at: centre.now)
        session.answer(["login": .string(login), "password": "set"]) {
            Output.line(session.wording.passwordSet(SafeText.line(login)))
        }
        return .done
    }
}
