import TerminalKit

/// Frames of mixed widths, and how a terminal must show them.
enum RandomFrame {
    private static let texts: [Shown] = [
        "王建国", "刹车异响二次返修未解决", "a", "ab王c", "e\u{301}客", "客\u{301}户", "\u{1B}[31mx", "12,345 元", "京A·12345",
        "한국어", "ＡＢＣ", "x", "", "--------------------", "aaaaaaaaaaaaaaaaaaaaaaaaaaaa", "客户客户客户客户客户客户",
        "\u{31350}", "\u{20000}", "。，！", "                    ",
    ]

    static let theme = Theme(
        name: "painter",
        roles: [
            .text: RoleStyle(foreground: .standard, background: .standard),
            .title: RoleStyle(attributes: .bold),
            .dim: RoleStyle(attributes: []),
            .tierRed: RoleStyle(background: .indexed(124), attributes: .underline),
            .tierGreen: RoleStyle(foreground: .indexed(16), background: .indexed(71), attributes: .bold),
            .selection: RoleStyle(attributes: .reverse),
            .sanitised: RoleStyle(background: .indexed(210), attributes: []),
        ])

    static func make(size: Size, _ random: inout SeededGenerator) -> Grid {
        var grid = Grid(size)
        let roles: [Role] = [.text, .title, .dim, .tierRed, .tierGreen, .selection]
        for _ in 0..<Int.random(in: 1...60, using: &random) {
            let row = Int.random(in: 0..<size.rows, using: &random)
            let column = Int.random(in: -3..<size.columns, using: &random)
            let role = roles.randomElement(using: &random) ?? .text
            switch Int.random(in: 0..<8, using: &random) {
            case 0: grid.fill(row: row, columns: column..<(column + 9), role: role)
            case 1: grid.rule(row: row, columns: column..<(column + 30), title: "历史")
            case 2: grid.frame(Rectangle(row: row, column: column, rows: 4, columns: 15), title: "菜单")
            default: grid.put(texts.randomElement(using: &random) ?? .empty, row: row, column: column, role: role)
            }
        }
        if Int.random(in: 0..<5, using: &random) > 0 {
            grid.cursor = Position(
                row: .random(in: 0..<size.rows, using: &random), column: .random(in: 0..<size.columns, using: &random))
        }
        return grid
    }

    /// A line for the cursor, then each row's text, then each row's looks: a digit a cell, as the harness numbers them,
    /// and a point for the second half of a wide character, whose looks emulators keep differently.
    static func expectation(of grid: Grid) -> String {
        let cursor = grid.cursor.map { "\($0.row) \($0.column)" } ?? "hidden"
        let looks = (0..<grid.size.rows).map { row in
            grid.row(row).map { $0.kind == .continuation ? "." : String(look($0.role), radix: 16) }.joined()
        }
        return ([cursor] + grid.plainRows + looks).joined(separator: "\n")
    }

    private static func look(_ role: Role) -> Int {
        let style = theme.style(role, depth: .indexed)
        return (style.attributes.contains(.bold) ? 1 : 0) + (style.attributes.contains(.underline) ? 2 : 0)
            + (style.attributes.contains(.reverse) ? 4 : 0) + (style.background == .standard ? 0 : 8)
    }
}

/// Random numbers that are the same in each run (splitmix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
