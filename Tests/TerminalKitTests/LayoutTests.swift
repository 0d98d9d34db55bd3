import Testing

@testable import TerminalKit

@Suite struct LayoutTests {
    @Test(
        arguments: [
            (10, "", [""]),
            (10, "short", ["short"]),
            (8, "刹车异响二次返修", ["刹车异响", "二次返修"]),
            (9, "刹车异响二次返修", ["刹车异响", "二次返修"]),
            (10, "call back before six", ["call back", "before six"]),
            (6, "unbreakable", ["unbrea", "kable"]),
            (8, "客户要求, 今天", ["客户要", "求, 今天"]),
            (8, "刹车片四，更换", ["刹车片", "四，更换"]),
            (8, "要求（主管）回电", ["要求（主", "管）回电"]),
            (6, "要求（主管）回电", ["要求", "（主", "管）回", "电"]),
            (5, "ab  cd", ["ab", "cd"]),
            (7, "订单ABC1234", ["订单", "ABC1234"]),
        ] as [(Int, String, [String])])
    func `text is broken into lines of cells`(cells: Int, text: String, lines: [String]) {
        #expect(Shown(text).wrapped(to: cells).map(\.text) == lines)
    }

    @Test func `more lines than allowed are cut with a tilde`() {
        #expect(Shown("一二三四五六七八").wrapped(to: 4, linesMax: 2).map(\.text) == ["一二", "三~"])
        #expect(Shown("一二三").wrapped(to: 1).isEmpty)
        #expect(Shown("一二三").wrapped(to: 4, linesMax: 0).isEmpty)
    }

    @Test(arguments: 2...30)
    func `no line is too wide and nothing but spaces is lost`(cells: Int) {
        let text = "客户 Wang 要求今天18:00前由主管回电, 已承诺 (see case 26-000123)。 supercalifragilistic e\u{301}e\u{301} 😀"
        let lines = Shown(text).wrapped(to: cells)
        #expect(lines.allSatisfy { $0.width <= cells })
        #expect(lines.map(\.text).joined().filter { $0 != " " } == text.filter { $0 != " " })
    }

    @Test(arguments: [(6, "王建国", "王建国"), (5, "王建国", "王建~"), (4, "王建国", "王~"), (1, "王", "~"), (0, "王", "")])
    func `cut text says so`(cells: Int, text: String, cut: String) {
        #expect(Shown(text).truncated(to: cells).text == cut)
    }

    @Test(arguments: [(7, "王建国", "王建国 ", " 王建国"), (4, "王建国", "王~ ", " 王~"), (2, "ab", "ab", "ab")])
    func `padded text has exactly its width`(cells: Int, text: String, leading: String, trailing: String) {
        #expect(Shown(text).padded(to: cells).text == leading)
        #expect(Shown(text).padded(to: cells, align: .trailing).text == trailing)
        #expect(Shown(text).padded(to: cells).width == cells)
    }
}
