import Desk
import Dossier
import Glibc
import Store

extension Session {
    /// The agent who acts, by the rules of the contract.
    ///
    /// `--as` names one; the operating system's user who owns the store's file may act as anyone, everybody else only
    /// as the agent mapped to them. Without `--as` it is that agent; in a demo it is amy.
    func actor(in centre: Centre) throws -> Agent { try actor(in: centre, login: options.login) }

    /// As above, with the login given.
    func actor(in centre: Centre, login: String?) throws -> Agent {
        let user = Environment.user
        let agents = try centre.store.agents()
        let own = agents.first { $0.osUser == user && $0.isActive }
        guard let login else {
            if let own { return own }
            if centre.settings.demoLabel != nil, let amy = agents.first(where: { $0.login == "amy" }) { return amy }
            throw Failure(.notPermitted, "E_NO_AGENT", wording.noAgent(user: user))
        }
        guard let agent = agents.first(where: { $0.login == login }) else {
            throw StoreError.unknownAgent(login: login)
        }
        guard agent.isActive else { throw Failure(.notPermitted, "E_NOT_ACTIVE", wording.notActive(login: login)) }
        guard agent.login == own?.login || ownsFile(centre.store.path) else {
            throw Failure(.notPermitted, "E_NOT_YOU", wording.mayNotActAs(login: login, user: user))
        }
        return agent
    }

    private func ownsFile(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_uid == geteuid()
    }
}
