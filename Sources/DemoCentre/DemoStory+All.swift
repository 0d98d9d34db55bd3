import Complaints

extension DemoStory {
    private static let hour = 60
    private static let day = 24 * 60

    private init(_ name: String, _ weight: Int, _ minutesAgo: ClosedRange<Int>, _ chapters: [Chapter]) {
        self.name = name
        self.weight = weight
        self.minutesAgo = minutesAgo
        self.chapters = chapters
    }

    private static func at(_ minute: Int, _ kind: Kind, by actor: Actor = .owner) -> Chapter {
        Chapter(minute: minute, actor: actor, kind: kind)
    }

    private static let opened = at(0, .register(live: true))

    /// One story for every state, and those that make a queue worth watching.
    static let all: [DemoStory] = [
        DemoStory("received", 4, 5...20, [at(0, .register(live: false))]),
        DemoStory("acknowledged", 6, 20...90, [opened]),
        DemoStory("in progress", 14, 3 * hour...20 * hour, [opened, at(6, .assess(.s3)), at(40, .contact)]),
        // Elapsed hours run day and night, so these stand just before and just after their end at any moment.
        DemoStory(
            "due within the hour", 6, 7 * hour + 5...7 * hour + 50, [opened, at(2, .assess(.s1)), at(15, .contact)]),
        DemoStory("overdue today", 5, 9 * hour...14 * hour, [opened, at(3, .assess(.s1)), at(20, .contact)]),
        DemoStory(
            "overdue for days", 6, 9 * day...14 * day, [opened, at(9, .assess(.s2)), at(60, .contact), at(day, .note)]),
        DemoStory("waiting", 8, 20 * hour...40 * hour, [opened, at(6, .assess(.s3)), at(30, .contact), at(45, .wait)]),
        DemoStory(
            "remedy offered", 8, 20 * hour...2 * day, [opened, at(7, .assess(.s3)), at(50, .contact), at(90, .offer)]),
        DemoStory(
            "deferred", 5, 5 * day...8 * day,
            [
                opened, at(6, .assess(.s4)), at(80, .contact), at(day, .defer, by: .supervisor),
            ]),
        DemoStory(
            "escalated", 6, 5 * hour...30 * hour, [opened, at(5, .assess(.s2)), at(25, .contact), at(60, .escalate)]),
        DemoStory(
            "resolved", 10, 26 * hour...3 * day,
            [
                opened, at(6, .assess(.s3)), at(40, .contact), at(5 * hour, .resolve(.upheld)),
            ]),
        DemoStory("resolved in the call", 9, 3 * hour...20 * hour, [opened, at(9, .resolveNow)]),
        DemoStory(
            "closed", 30, 20 * day...600 * day,
            [
                opened, at(6, .assess(.s3)), at(45, .contact), at(20 * hour, .resolve(.partly)),
                at(3 * day, .followUp(.yes)), at(3 * day + 3, .close),
            ]),
        DemoStory(
            "closed with a remedy", 16, 30 * day...700 * day,
            [
                opened, at(6, .assess(.s3)), at(45, .contact), at(100, .offer), at(day, .accept), at(2 * day, .execute),
                at(2 * day + 20, .resolve(.upheld)), at(4 * day, .followUp(.yes)), at(4 * day + 4, .close),
            ]),
        DemoStory(
            "reopened", 4, 10 * day...25 * day,
            [
                opened, at(6, .assess(.s3)), at(45, .contact), at(20 * hour, .resolve(.notUpheld), by: .supervisor),
                at(3 * day, .followUp(.partly)), at(3 * day + 30, .close, by: .supervisor), at(6 * day, .reopen),
            ]),
        DemoStory("withdrawn", 4, 5 * day...300 * day, [opened, at(6, .assess(.s4)), at(day, .withdraw)]),
        DemoStory(
            "merged", 2, 2 * day...4 * day, [opened, at(25, .register(live: true)), at(40, .merge, by: .supervisor)]),
    ]
}
