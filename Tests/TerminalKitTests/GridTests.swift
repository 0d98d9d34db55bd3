import Testing

@testable import TerminalKit

@Suite struct GridTests {
    private func grid(_ columns: Int = 10, _ rows: Int = 2) -> Grid {
        Grid(Size(columns: columns, rows: rows))
    }

    @Test func `wide characters take two cells`() {
        var grid = grid()
        #expect(grid.put("客a户", row: 0, column: 1) == 6)
        #expect(grid.goldenRows == [" 客˙a户˙", ""])
        #expect(grid.plainRows == [" 客a户", ""])
        #expect(grid[0, 1]?.kind == .wide)
        #expect(grid[0, 2]?.kind == .continuation)
    }

    @Test func `writing over half of a wide character blanks its other half`() {
        var first = grid()
        first.put("中文客户", row: 0, column: 0)
        first.put("X", row: 0, column: 3)
        #expect(first.goldenRows[0] == "中˙ X客˙户˙")
        var second = grid()
        second.put("中文客户", row: 0, column: 0)
        second.put("X", row: 0, column: 2)
        #expect(second.goldenRows[0] == "中˙X 客˙户˙")
        var third = grid()
        third.put("中文客户", row: 0, column: 0)
        third.put("王", row: 0, column: 1)
        #expect(third.goldenRows[0] == " 王˙ 客˙户˙")
        var fourth = grid()
        fourth.put("中文客户", row: 0, column: 0)
        fourth.fill(row: 0, columns: 1..<5, role: .dim)
        #expect(fourth.goldenRows[0] == "      户˙")
    }

    @Test(arguments: [
        (4, "客户姓名", "客˙~"), (5, "客户姓名", "客˙户˙~"), (8, "客户姓名", "客˙户˙姓˙名˙"), (1, "客户", "~"), (0, "客户", ""),
        (3, "abcd", "ab~"), (2, "客户", "~"),
    ])
    func `what does not fit is cut with a tilde`(width: Int, text: String, row: String) {
        var grid = grid()
        grid.put(Shown(text), row: 0, column: 0, width: width)
        #expect(grid.goldenRows[0] == row)
    }

    @Test func `text ends at the screen's edge, and before the bottom right cell`() {
        var grid = grid(6, 2)
        grid.put("abcdefgh", row: 0, column: 2)
        grid.put("abcdefgh", row: 1, column: 0)
        #expect(grid.goldenRows == ["  abc~", "abcd~"])
        var filled = self.grid(6, 2)
        filled.put("客户客", row: 1, column: 0)
        #expect(filled.goldenRows[1] == "客˙户˙~")
        #expect(filled[1, 5] == .blank(.text))
    }

    @Test func `what lies outside is left out`() {
        var grid = grid(4, 1)
        grid.put("王abc", row: 0, column: -1)
        #expect(grid.goldenRows == [" a~"])
        grid.put("x", row: -1, column: 0)
        grid.put("x", row: 1, column: 0)
        grid.put("x", row: 0, column: 4)
        grid.fill(row: 9, columns: 0..<3, role: .dim)
        grid.mark(row: 9, columns: 0..<3, role: .dim)
        grid.rule(row: 9, columns: 0..<3)
        #expect(grid.goldenRows == [" a~"])
    }

    @Test func `text aligned to the end ends at its place's end`() {
        var grid = grid()
        grid.put("1,260", row: 0, column: 2, width: 7, align: .trailing)
        grid.put("金额太长了", row: 1, column: 0, width: 6, align: .trailing)
        #expect(grid.goldenRows == ["    1,260", " 金˙额˙~"])
    }

    @Test func `pieces follow each other in their roles and are cut as one`() {
        var grid = grid()
        grid.put([Span("F1", .hintKey), Span("帮助", .hintText), Span("F2", .hintKey)], row: 0, column: 0, width: 7)
        #expect(grid.goldenRows[0] == "F1帮˙助˙~")
        #expect(grid.goldenRoles == "KKhhhhK\n")
        var exact = self.grid()
        exact.put([Span("F1", .hintKey), Span("帮助", .hintText), Span("F2", .hintKey)], row: 0, column: 0, width: 6)
        #expect(exact.goldenRows[0] == "F1帮˙~")
        var whole = self.grid()
        #expect(whole.put([Span("F1", .hintKey), Span("帮助", .hintText)], row: 0, column: 0, width: 6) == 6)
        #expect(whole.goldenRows[0] == "F1帮˙助˙")
    }

    @Test func `a stand-in is drawn in its own role`() {
        var grid = grid(5, 1)
        grid.put("a\u{1B}b", row: 0, column: 0, role: .title)
        #expect(grid.goldenRoles == "T?T")
    }

    @Test func `marking a row keeps the roles it is told to keep`() {
        var grid = grid(8, 1)
        grid.put("王G", row: 0, column: 0)
        grid.put("G", row: 0, column: 2, role: .tierGreen)
        grid.mark(row: 0, columns: 0..<5, role: .selection, keeping: [.tierGreen])
        #expect(grid.goldenRoles == ">>G>>")
    }

    @Test func `marking half of a wide character marks all of it`() {
        var grid = grid(6, 1)
        grid.put("王王", row: 0, column: 0)
        grid.mark(row: 0, columns: 1..<3, role: .selection)
        #expect(grid.goldenRoles == ">>>>")
    }

    @Test func `a rule carries its heading`() {
        var grid = grid(16, 2)
        grid.rule(row: 0, columns: 0..<16, title: "历史 1-9/38")
        grid.rule(row: 1, columns: 0..<6, title: "太长的")
        #expect(grid.goldenRows == ["- 历˙史˙ 1-9/38 --", "- ~ --"])
    }

    @Test func `a frame stands on its own ground`() {
        var grid = grid(9, 4)
        for row in 0..<4 { grid.put("中中中中", row: row, column: 0) }
        grid.frame(Rectangle(row: 0, column: 1, rows: 3, columns: 6), title: "")
        #expect(grid.goldenRows == [" +----+", " |    |", " +----+", "中˙中˙中˙中˙"])
    }

    @Test func `on a terminal that draws ambiguous characters wide every one left is replaced by one cell`() {
        var grid = Grid(Size(columns: 8, rows: 1), ambiguous: .wide)
        grid.put("A·…éЖ", row: 0, column: 0)
        #expect(grid.goldenRows == ["A..e?"])
    }

    @Test func `changed rows are found, and all of them after a resize`() {
        let before = grid(10, 3)
        var after = before
        after.put("x", row: 1, column: 4)
        #expect(after.changedRows(since: before) == [1])
        #expect(after.changedRows(since: after) == [])
        #expect(after.changedRows(since: nil) == [0, 1, 2])
        #expect(after.changedRows(since: grid(9, 3)) == [0, 1, 2])
        var restyled = after
        restyled.mark(row: 2, columns: 0..<1, role: .dim)
        #expect(restyled.changedRows(since: after) == [2])
    }

    @Test(arguments: [(0, 0), (1, 1), (2, 1), (1, 2), (-3, 5), (5000, 2)])
    func `any size can be drawn on`(columns: Int, rows: Int) {
        var grid = Grid(Size(columns: columns, rows: rows))
        for row in -1...2 {
            grid.put("王建国 a", row: row, column: 0)
            grid.rule(row: row, columns: 0..<90, title: "历史")
            grid.frame(Rectangle(row: row, column: 0, rows: 3, columns: 9), title: "菜单")
        }
        #expect(grid.cells.count == grid.size.columns * grid.size.rows)
        #expect(grid.goldenRows.count == max(0, rows))
    }
}
