/// Red, green and blue, each 0 to 255.
package struct RGB: Sendable, Hashable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8

    package init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// How far apart two colours are, squared, weighted as the eye is.
    func distance(to other: RGB) -> Int {
        let red = Int(self.red) - Int(other.red)
        let green = Int(self.green) - Int(other.green)
        let blue = Int(self.blue) - Int(other.blue)
        return 2 * red * red + 4 * green * green + 3 * blue * blue
    }
}

extension Colour {
    /// The indexed colour, or the terminal's own without one.
    init(index: UInt8?) {
        self = index.map(Colour.indexed) ?? .standard
    }

    /// What it looks like; the first sixteen as xterm ships them. Nil for the terminal's own.
    package var rgb: RGB? {
        switch self {
        case .standard: nil
        case .rgb(let red, let green, let blue): RGB(red: red, green: green, blue: blue)
        case .indexed(let index): Self.table[Int(index)]
        }
    }

    /// The nearest of the 256 colours. True colours only meet 16 to 255, which look alike everywhere.
    var index256: UInt8? {
        switch self {
        case .standard: nil
        case .indexed(let index): index
        case .rgb(let red, let green, let blue):
            Self.nearest(to: RGB(red: red, green: green, blue: blue), among: 16..<256)
        }
    }

    /// The nearest of the sixteen.
    var index16: UInt8? {
        switch self {
        case .indexed(let index) where index < 16: index
        default: rgb.map { Self.nearest(to: $0, among: 0..<16) }
        }
    }

    private static func nearest(to wanted: RGB, among indices: Range<Int>) -> UInt8 {
        let best = indices.min { table[$0].distance(to: wanted) < table[$1].distance(to: wanted) }
        return UInt8(best ?? indices.lowerBound)
    }

    private static let table: [RGB] = {
        var table = sixteen.map { RGB(red: $0.0, green: $0.1, blue: $0.2) }
        let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
        for red in steps {
            for green in steps {
                for blue in steps { table.append(RGB(red: red, green: green, blue: blue)) }
            }
        }
        for step in 0..<24 {
            let level = UInt8(8 + 10 * step)
            table.append(RGB(red: level, green: level, blue: level))
        }
        return table
    }()

    private static let sixteen: [(UInt8, UInt8, UInt8)] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
        (255, 255, 255),
    ]
}
