import Testing

@testable import TerminalKit

@Suite struct ThemeFileTests {
    private static let tiers: [Role] = [.tierGreen, .tierYellow, .tierRed, .tierUnrated]
    private static let coloured = ThemeFile.names.filter { $0 != "mono" }

    @Test(arguments: ThemeFile.names)
    func `a theme is called as its file is and names text and the tiers`(name: String) throws {
        let theme = try ThemeFile.read(name)
        #expect(theme.name == name)
        #expect(theme.roles[.text]?.foreground != nil && theme.roles[.text]?.background != nil)
        for role in Self.tiers + [.overdue, .sanitised, .selection] {
            #expect(theme.roles[role] != nil, "\(role.name)")
        }
    }

    @Test(arguments: coloured)
    func `every role can be read on its ground`(name: String) throws {
        let theme = try ThemeFile.read(name)
        for role in Role.allCases {
            let style = theme.style(role, depth: .indexed)
            let foreground = try #require(style.foreground.rgb, "\(role.name)")
            let background = try #require(style.background.rgb, "\(role.name)")
            let wanted = name == "high-contrast" ? 7.0 : 4.5
            #expect(foreground.contrast(to: background) >= wanted, "\(role.name)")
        }
    }

    @Test(arguments: coloured)
    func `in sixteen and in eight colours no text has the colour of its ground`(name: String) throws {
        let theme = try ThemeFile.read(name)
        for depth in [ColourDepth.sixteen, .eight] {
            for role in Role.allCases {
                let style = theme.style(role, depth: depth)
                #expect(style.foreground != style.background, "\(role.name) in \(depth)")
                for colour in [style.foreground, style.background] {
                    guard case .indexed(let index) = colour else { continue }
                    #expect(Int(index) < depth.rawValue, "\(role.name) in \(depth)")
                }
            }
        }
    }

    @Test(arguments: coloured, [ColourVision?.none, .protanopia, .deuteranopia, .tritanopia])
    func `the four badges are told apart, with any kind of eyes`(name: String, vision: ColourVision?) throws {
        let theme = try ThemeFile.read(name)
        for (first, second) in pairs(Self.tiers) + [(.tierRed, .overdue)] {
            let difference = try difference(theme, first, second, vision)
            #expect(difference >= 20, "\(first.name) and \(second.name): \(difference)")
        }
    }

    @Test(arguments: ThemeFile.names)
    func `without colours the four badges have different attributes`(name: String) throws {
        let theme = try ThemeFile.read(name)
        for (first, second) in pairs(Self.tiers) + [(.tierRed, .overdue)] {
            let attributes = [first, second].map { theme.style($0, depth: .mono).attributes }
            #expect(attributes[0] != attributes[1], "\(first.name) and \(second.name)")
        }
        #expect(Role.allCases.allSatisfy { theme.style($0, depth: .mono).foreground == .standard })
    }

    private func pairs(_ roles: [Role]) -> [(Role, Role)] {
        roles.indices.flatMap { first in roles[(first + 1)...].map { (roles[first], $0) } }
    }

    private func difference(_ theme: Theme, _ first: Role, _ second: Role, _ vision: ColourVision?) throws -> Double {
        func seen(_ colour: Colour) throws -> RGB {
            let rgb = try #require(colour.rgb)
            return vision?.seen(rgb) ?? rgb
        }
        let styles = [first, second].map { theme.style($0, depth: .indexed) }
        return max(
            try seen(styles[0].foreground).difference(from: seen(styles[1].foreground)),
            try seen(styles[0].background).difference(from: seen(styles[1].background)))
    }
}

@Suite struct ThemeFallbackTests {
    private let theme = Theme(
        name: "test",
        roles: [
            .text: RoleStyle(foreground: .indexed(252), background: .rgb(red: 28, green: 28, blue: 28)),
            .title: RoleStyle(foreground: .indexed(231), attributes: .bold, foreground16: .indexed(15)),
            .tierRed: RoleStyle(background: .indexed(124)),
            .warning: RoleStyle(foreground: .indexed(16), background: .indexed(16), mono: .underline),
            .dim: RoleStyle(foreground: .standard),
        ])

    @Test func `what a role leaves out comes from its parents`() {
        #expect(
            theme.style(.focus, depth: .indexed)
                == Style(foreground: .indexed(231), background: .indexed(234), attributes: .bold))
        #expect(
            theme.style(.tierRed, depth: .indexed)
                == Style(foreground: .indexed(231), background: .indexed(124), attributes: .bold))
    }

    @Test func `true colours become the nearest of the 256, then of the sixteen`() {
        #expect(theme.style(.text, depth: .indexed).background == .indexed(234))
        #expect(theme.style(.text, depth: .sixteen) == Style(foreground: .indexed(7), background: .indexed(0)))
        #expect(Colour.rgb(red: 255, green: 0, blue: 2).index256 == 196)
        #expect(Colour.indexed(124).index16 == 1)
        #expect(Colour.indexed(9).index256 == 9)
    }

    @Test func `a bright foreground is bold where there are eight colours`() {
        let red = Style(foreground: .indexed(7), background: .indexed(1), attributes: .bold)
        #expect(theme.style(.tierRed, depth: .eight) == red)
        #expect(theme.style(.tierRed, depth: .sixteen).foreground == .indexed(15))
    }

    @Test func `text never takes the colour of its ground where colours are few`() {
        #expect(theme.style(.warning, depth: .sixteen) == Style(foreground: .indexed(7), background: .indexed(0)))
    }

    @Test func `without colours a ground of its own is reverse video`() {
        #expect(theme.style(.tierRed, depth: .mono).attributes == .reverse)
        #expect(theme.style(.error, depth: .mono).attributes == .underline)
        #expect(theme.style(.focus, depth: .mono).attributes == .bold)
        #expect(theme.style(.text, depth: .mono) == Style())
    }

    @Test func `the terminal's own colours stay its own`() {
        #expect(theme.style(.dim, depth: .indexed).foreground == .standard)
        #expect(theme.style(.hintText, depth: .sixteen).foreground == .standard)
    }

    @Test func `the table has every role at its number`() {
        for depth in ColourDepth.allCases {
            let table = theme.table(depth: depth)
            #expect(table.count == Role.allCases.count)
            for role in Role.allCases { #expect(table[Int(role.rawValue)] == theme.style(role, depth: depth)) }
        }
    }
}

@Suite struct RoleTests {
    @Test func `names and marks are different, and names are read back`() {
        #expect(Set(Role.allCases.map(\.name)).count == Role.allCases.count)
        #expect(Set(Role.allCases.map(\.mark)).count == Role.allCases.count)
        for role in Role.allCases { #expect(Role(name: role.name) == role) }
        #expect(Role(name: "tier.blue") == nil)
    }

    @Test(arguments: Role.allCases)
    func `every role comes from text in the end`(role: Role) {
        var at = role
        for _ in 0..<5 { at = at.parent ?? at }
        #expect(at == .text)
    }
}

@Suite struct ContrastTests {
    @Test func `contrast is WCAG's`() {
        let black = RGB(red: 0, green: 0, blue: 0)
        let white = RGB(red: 255, green: 255, blue: 255)
        #expect(abs(black.contrast(to: white) - 21) < 0.001)
        #expect(abs(RGB(red: 119, green: 119, blue: 119).contrast(to: white) - 4.478) < 0.001)
        #expect(white.contrast(to: white) == 1)
    }

    @Test func `to protanopes red is nearly black, and green and red are near each other`() {
        let red = RGB(red: 255, green: 0, blue: 0)
        let seen = ColourVision.protanopia.seen(red)
        #expect(seen.luminance < red.luminance)
        let dull = RGB(red: 150, green: 110, blue: 0)
        let green = RGB(red: 95, green: 120, blue: 0)
        #expect(
            ColourVision.deuteranopia.seen(dull).difference(from: ColourVision.deuteranopia.seen(green))
                < dull.difference(from: green) / 2)
        for vision in ColourVision.allCases {
            let grey = RGB(red: 128, green: 128, blue: 128)
            #expect(vision.seen(grey).difference(from: grey) < 1.5)
        }
    }
}
