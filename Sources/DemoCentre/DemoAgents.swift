import Complaints
import Dossier

/// Who works in the demo centre.
enum DemoAgents {
    /// Logins that take calls.
    static let answeringCalls = ["amy", "bob", "carol", "dave"]

    /// The team that takes calls, led by sue.
    static let team = Team(name: "front desk", lead: "sue")

    /// Superiors before those who report to them: the store asks for that order.
    static let leading: [Agent] = [
        agent("dora", "歐陽慧", [.director], under: nil),
        agent("mark", "Mark Turner", [.manager], under: "dora"),
        agent("sue", "蘇淑芬", [.supervisor], under: "mark"),
        agent("cora", "周敏", [.compliance], under: "dora"),
        agent("rita", "Rita Shaw", [.auditor], under: "dora"),
    ]

    static let calling: [Agent] = [
        agent("amy", "陳雅婷", [.agent], under: "sue", team: team.name),
        agent("bob", "Bob Leung", [.agent], under: "sue", team: team.name),
        agent("carol", "李静", [.agent], under: "sue", team: team.name),
        agent("dave", "林建宏", [.agent], under: "sue", team: team.name),
    ]

    static var all: [Agent] { leading + calling }

    private static func agent(
        _ login: String, _ name: String, _ roles: Set<Role>, under superior: String?, team: String? = nil
    ) -> Agent {
        Agent(login: login, name: name, roles: roles, team: team, reportsTo: superior)
    }
}
