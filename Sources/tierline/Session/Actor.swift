import Complaints
import Desk
import Dossier
import Glibc
import Store

extension Session {
    /// The agent who acts, by the rules of the contract.
    ///
    /// `--as` names one; the operating system's user who owns the store's file may act as anyone, everybody else gives
    /// that person's password. Without `--as` it is the agent mapped to that user; in a demo it is amy. Whoever acts,
    /// the trail names the operating system's user beside them.
    func actor(in centre: Centre) throws -> Agent { try actor(in: centre, login: options.login) }

    /// As above, with the login given.
    func actor(in centre: Centre, login: String?) throws -> Agent {
        let user = Environment.user
        let agents = try centre.store.agents()
        let own = agents.first { $0.osUser == user && $0.isActive }
        centre.store.setOperatingUser(user)
        guard let login else {
            if let own { return own }
            if centre.settings.demoLabel != nil, let amy = agents.first(where: { $0.login == "amy" }) { return amy }
            throw Failure(.notPermitted, "E_NO_AGENT", wording.noAgent(user: user))
        }
        guard let agent = agents.first(where: { $0.login == login }) else {
            throw StoreError.unknownAgent(login: login)
        }
        guard agent.isActive else { throw Failure(.notPermitted, "E_NOT_ACTIVE", wording.notActive(login: login)) }
        if agent.login != own?.login, !ownsFile(centre.store.path) { try signIn(login, user: user, centre) }
        return agent
    }

    /// Refuses unless the actor holds one of the roles.
    func require(_ actor: Agent, _ roles: Set<Role>) throws {
        guard actor.roles.isDisjoint(with: roles) else { return }
        let names = roles.map(\.rawValue).sorted()
        throw Failure(.notPermitted, "E_FORBIDDEN_ROLE", wording.onlyRoles(names))
    }

    /// Refuses who only reads, or only works on what was sent out.
    func requireKeeper(_ actor: Agent) throws {
        guard !actor.keepsCustomers else { return }
        let names = Role.allCases.filter { Agent(login: "", roles: [$0]).keepsCustomers }.map(\.rawValue).sorted()
        throw Failure(.notPermitted, "E_FORBIDDEN_ROLE", wording.onlyRoles(names))
    }

    /// Asks for the password of somebody another user wants to act as.
    private func signIn(_ login: String, user: String, _ centre: Centre) throws {
        let store = try Store.open(centre.store.path)
        defer { try? store.close() }
        store.setOperatingUser(user)
        guard try store.hasPassword(login) else {
            throw Failure(.notPermitted, "E_NOT_YOU", wording.mayNotActAs(login: login, user: user))
        }
        let password = PasswordPrompt.read(wording.passwordOf(login)) ?? ""
        switch try store.checkPassword(password, of: login, at: centre.now) {
        case .accepted: return
        case .wrong(let left):
            throw Failure(.notPermitted, "E_WRONG_PASSWORD", wording.wrongPassword(login, triesLeft: left))
        case .blocked(let until):
            throw Failure(
                .tryAgain, "E_TOO_MANY_TRIES", wording.passwordBlocked(login, until: centre.minute(until)))
        case .notSet: throw Failure(.notPermitted, "E_NOT_YOU", wording.mayNotActAs(login: login, user: user))
        }
    }

    private func ownsFile(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_uid == geteuid()
    }
}
