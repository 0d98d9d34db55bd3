import Testing

@testable import TerminalKit

@Suite struct ListCursorTests {
    private func cursor(_ count: Int, _ height: Int, at row: Int = 0) -> ListCursor {
        var cursor = ListCursor(count: count, height: height)
        cursor.select(row)
        return cursor
    }

    @Test func `movement stays inside the list and scrolls by need`() {
        var list = cursor(10, 4)
        list.move(by: -1)
        #expect(list.selection == 0)
        list.move(by: 3)
        #expect(list.visible == 0..<4)
        list.move(by: 1)
        #expect(list.visible == 1..<5)
        list.move(by: 99)
        #expect(list.selection == 9)
        #expect(list.visible == 6..<10)
        list.move(by: -2)
        #expect(list.visible == 6..<10)
    }

    @Test func `pages overlap by one row`() {
        var list = cursor(20, 5)
        list.page(by: 1)
        #expect(list.selection == 4)
        #expect(list.visible == 4..<9)
        list.page(by: 9)
        #expect(list.selection == 19)
        #expect(list.visible == 15..<20)
        list.page(by: -1)
        #expect(list.selection == 15)
        #expect(list.visible == 11..<16)
    }

    @Test func `rows added above do not move the chosen one on the screen`() {
        var list = cursor(20, 5, at: 10)
        list.move(by: -2)
        let line = list.selected - list.top
        #expect(line == 2)
        list.insertRows(3, before: 0)
        #expect(list.selection == 11)
        #expect(list.selected - list.top == line)
        list.insertRows(3, before: 12)
        #expect(list.selection == 11)
        #expect(list.count == 26)
    }

    @Test func `a new list keeps the chosen item on its line`() {
        var list = cursor(20, 5, at: 10)
        list.move(by: -2)
        let line = list.selected - list.top
        #expect(line == 2)
        list.replaceRows(count: 30, selectedNowAt: 17)
        #expect(list.selection == 17)
        #expect(list.selected - list.top == line)
        list.replaceRows(count: 3, selectedNowAt: nil)
        #expect(list.selection == 2)
        #expect(list.visible == 0..<3)
        list.replaceRows(count: 0, selectedNowAt: nil)
        #expect(list.selection == nil)
        #expect(list.visible == 0..<0)
    }

    @Test func `the first rows of an empty list are chosen from the top`() {
        var list = cursor(0, 5)
        list.insertRows(4, before: 0)
        #expect(list.selection == 0)
        #expect(list.visible == 0..<4)
    }

    @Test func `a smaller window keeps the chosen row in it`() {
        var list = cursor(20, 10, at: 8)
        list.resize(height: 3)
        #expect(list.visible == 6..<9)
        list.resize(height: 50)
        #expect(list.visible == 0..<20)
    }

    @Test func `movement keys are used, others are not`() {
        var list = cursor(20, 5)
        let keys: [Key] = [.down, .pageDown, .end, .up, .pageUp, .home, .enter, .character("5")]
        #expect(keys.map { list.handle($0) } == [true, true, true, true, true, true, false, false])
        #expect(list.selection == 0)
    }

    @Test(arguments: 0..<20)
    func `the chosen row is always seen`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var list = ListCursor()
        for _ in 0..<500 {
            let number = Int.random(in: -12...40, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: list.move(by: number)
            case 1: list.page(by: number % 3)
            case 2: list.resize(height: number)
            case 3: list.insertRows(number % 5, before: max(0, number))
            case 4: list.replaceRows(count: number, selectedNowAt: number % 2 == 0 ? number / 2 : nil)
            default: list.select(number)
            }
            #expect(list.count == 0 ? list.visible.isEmpty : list.visible.contains(list.selected))
            #expect(list.visible.count == min(list.count, list.height))
        }
    }
}
