import Complaints
import Dossier
import TerminalKit
import Testing
import WorkingTime

@testable import Desk

@Suite struct CommandTests {
    @Test func `every command id has one record and every code is its own`() {
        #expect(Set(DeskCommand.all.map(\.id)) == Set(CommandID.allCases))
        #expect(DeskCommand.all.count == CommandID.allCases.count)
        #expect(Set(DeskCommand.all.map(\.code)).count == DeskCommand.all.count)
        #expect(DeskCommand.all.allSatisfy { (11...99).contains($0.code) })
    }

    @Test func `no key means two commands`() {
        let keys = DeskCommand.all.flatMap(\.keys)
        #expect(Set(keys).count == keys.count)
    }

    @Test func `no command is on a bare letter`() {
        for key in DeskCommand.all.flatMap(\.keys) {
            if case .character(let scalar) = key { #expect(!scalar.properties.isAlphabetic) }
        }
    }

    @Test func `hints are short enough for the bar of 80 columns in every language`() {
        for language in Language.allCases {
            let row = Sample.state(language).render().plainRows[23]
            for id in [CommandID.help, .goToLookup, .newComplaint, .openCall, .menu, .cancel] {
                guard let hint = DeskCommand[id].hint else { continue }
                #expect(row.contains(hint[language]), "\(id) in \(language)")
            }
        }
    }

    @Test(arguments: ["xjts", "xzks", "new-complaint", "51", "投诉", "客訴", "newcomp"])
    func `the palette finds the new complaint by initials, id, code and label`(text: String) {
        #expect(Sample.state().commands(matching: text).contains { $0.id == .newComplaint })
    }

    @Test func `Ctrl-P runs what is found`() {
        var story = Story()
        story.press(.control("p"))
        story.type("yy")
        story.press(.enter)
        #expect(story.desk.choiceTitle == .language)
        story.type("3")
        #expect(story.desk.wording == .english)
        #expect(story.writes == [.languageChanged(.english)])
    }

    @Test func `F1 helps here, F1 again lists every key`() {
        var story = Story()
        story.press(.function(1))
        #expect(story.screen.contains("查询栏"))
        story.press(.function(1))
        #expect(story.screen.contains("全部按键与代码"))
        story.press(.escape)
        #expect(story.desk.overlays.isEmpty)
    }

    @Test func `every field and value of the event schema has words in the catalogue`() {
        for type in EventType.commandable {
            for field in EventSchema.fields(of: type) {
                #expect(Wording.labelledFields.contains(field.name), "\(type).\(field.name)")
                for value in field.kind.choices where field.name != "currency" {
                    #expect(Wording.hasWords(value: value, field: field.name), "\(type).\(field.name)=\(value)")
                }
            }
        }
    }

    @Test func `F9 opens the caller, is deaf for 300 ms after a change, and parks nothing away`() {
        var story = Story()
        story.type("8000")
        story.press(.enter, .tab)
        story.type("keep")
        story.send(.ring(Sample.call))
        let before = story.desk.focus
        story.press(.function(9))
        #expect(story.desk.customer?.id == Sample.wangID)
        #expect(story.screen.contains("来电刚换人"))
        #expect(story.desk.focus == before)
        var later = Sample.now
        later.microseconds += 300_000
        story.send(.tick(later))
        story.press(.function(9))
        #expect(story.desk.customer?.id == Sample.zhaoMatch.customer)
        #expect(story.writes == [.callTaken(id: "c1")])
        #expect(story.desk.drafts[.customer(Sample.wangID)]?.text.text == "keep")
    }

    @Test func `a ring changes the reserved row and nothing else`() {
        var story = Story()
        story.type("8000")
        story.press(.enter)
        let before = story.desk.render()
        story.send(.ring(Sample.call))
        let after = story.desk.render()
        let hintRow = 23
        #expect(after.changedRows(since: before).filter { $0 != hintRow } == [Layout.callRow])
        #expect(after.cursor == before.cursor)
    }
}
