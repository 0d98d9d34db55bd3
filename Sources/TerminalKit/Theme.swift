/// The named colours of a theme file.
package typealias Palette = [String: Colour]

/// What a theme file says of one role. What it leaves out comes from the role's parent.
package struct RoleStyle: Sendable, Hashable {
    package var foreground: Colour?
    package var background: Colour?
    package var attributes: Attributes?
    /// For terminals of 16 or 8 colours; computed from the full ones when absent.
    package var foreground16: Colour?
    package var background16: Colour?
    /// For terminals without colours; computed when absent.
    package var mono: Attributes?

    package init(
        foreground: Colour? = nil, background: Colour? = nil, attributes: Attributes? = nil,
        foreground16: Colour? = nil, background16: Colour? = nil, mono: Attributes? = nil
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
        self.foreground16 = foreground16
        self.background16 = background16
        self.mono = mono
    }
}

/// How every role looks, at every depth of colour.
package struct Theme: Sendable, Hashable {
    package let name: String
    /// Kept for `theme show`; the roles hold their colours already resolved.
    package let palette: Palette
    package let roles: [Role: RoleStyle]
    private let styles: [ColourDepth: [Style]]

    /// A theme from what its file says of each role; roles not named look like their `Role.parent`.
    package init(name: String, palette: Palette = [:], roles: [Role: RoleStyle]) {
        self.name = name
        self.palette = palette
        self.roles = roles
        var styles: [ColourDepth: [Style]] = [:]
        for depth in ColourDepth.allCases {
            styles[depth] = Role.allCases.map { Theme.style(of: $0, in: roles, depth: depth) }
        }
        self.styles = styles
    }

    /// How a role looks on a terminal of that depth.
    package func style(_ role: Role, depth: ColourDepth) -> Style {
        styles[depth]?[Int(role.rawValue)] ?? Style()
    }

    /// Every role's style at that depth, by the role's raw value: what painting uses.
    package func table(depth: ColourDepth) -> [Style] {
        styles[depth] ?? []
    }
}
