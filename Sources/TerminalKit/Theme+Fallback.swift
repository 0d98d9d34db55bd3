extension Theme {
    /// A role's style at a depth: its own words first, then its parents', then what can be computed from them.
    static func style(of role: Role, in roles: [Role: RoleStyle], depth: ColourDepth) -> Style {
        let attributes = nearest(role, in: roles) { $0.attributes } ?? []
        switch depth {
        case .indexed:
            return Style(
                foreground: Colour(index: nearest(role, in: roles) { $0.foreground }?.index256),
                background: Colour(index: nearest(role, in: roles) { $0.background }?.index256),
                attributes: attributes)
        case .sixteen, .eight:
            let style = Style(
                foreground: Colour(index: nearest(role, in: roles) { $0.foreground16 ?? $0.foreground }?.index16),
                background: Colour(index: nearest(role, in: roles) { $0.background16 ?? $0.background }?.index16),
                attributes: attributes)
            return depth == .sixteen ? style.legible : style.reducedToEight.legible
        case .mono:
            return Style(attributes: nearest(role, in: roles) { mono($0, ground: roles[.text]?.background) } ?? [])
        }
    }

    /// The value of the role, or of the nearest parent that has one.
    private static func nearest<Value>(
        _ role: Role, in roles: [Role: RoleStyle], _ value: (RoleStyle) -> Value?
    ) -> Value? {
        var at: Role? = role
        while let here = at {
            if let style = roles[here], let found = value(style) { return found }
            at = here.parent
        }
        return nil
    }

    /// Without colours a ground of its own becomes reverse video.
    private static func mono(_ style: RoleStyle, ground: Colour?) -> Attributes? {
        if let mono = style.mono { return mono }
        guard let background = style.background else { return style.attributes }
        return (style.attributes ?? []).union(background == ground ? [] : .reverse)
    }
}

extension Style {
    /// The same in eight colours: a bright foreground becomes a bold one.
    fileprivate var reducedToEight: Style {
        var style = self
        if case .indexed(let index) = foreground, index >= 8 {
            style.foreground = .indexed(index - 8)
            style.attributes.insert(.bold)
        }
        if case .indexed(let index) = background, index >= 8 { style.background = .indexed(index - 8) }
        return style
    }

    /// The same with another foreground where few colours made it equal to the background.
    fileprivate var legible: Style {
        guard foreground != .standard, foreground == background, let rgb = background.rgb else { return self }
        var style = self
        style.foreground = .indexed(rgb.luminance > 0.18 ? 0 : 7)
        return style
    }
}
