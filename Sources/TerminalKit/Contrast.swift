extension RGB {
    /// Relative luminance, 0 to 1 (WCAG 2.2).
    package var luminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    /// Contrast ratio, 1 to 21 (WCAG 2.2); text wants 4.5.
    package func contrast(to other: RGB) -> Double {
        let lighter = max(luminance, other.luminance)
        let darker = min(luminance, other.luminance)
        return (lighter + 0.05) / (darker + 0.05)
    }

    /// A channel of sRGB as light.
    static func linear(_ channel: UInt8) -> Double {
        linearTable[Int(channel)]
    }

    /// ((c + 0.055) / 1.055) ^ 2.4, or c / 12.92 near black; the power by roots, for there is no `pow` without libm.
    private static let linearTable: [Double] = (0..<256).map { level in
        let channel = Double(level) / 255
        guard channel > 0.04045 else { return channel / 12.92 }
        let base = (channel + 0.055) / 1.055
        return base * base * fifthRoot(base * base)
    }

    private static func fifthRoot(_ value: Double) -> Double {
        var root = 1.0
        for _ in 0..<60 {
            let fourth = root * root * root * root
            root = (4 * root + value / fourth) / 5
        }
        return root
    }

    /// The level whose light that is.
    static func level(ofLinear light: Double) -> UInt8 {
        let upper = linearTable.firstIndex { $0 >= light } ?? 255
        guard upper > 0 else { return 0 }
        return UInt8(linearTable[upper] - light < light - linearTable[upper - 1] ? upper : upper - 1)
    }
}

/// How colours look to people who lack one kind of cone.
package enum ColourVision: CaseIterable, Sendable {
    case protanopia, deuteranopia, tritanopia

    /// The colour as they see it: Machado, Oliveira and Fernandes 2009, severity 1, on linear light.
    package func seen(_ colour: RGB) -> RGB {
        let light = [RGB.linear(colour.red), RGB.linear(colour.green), RGB.linear(colour.blue)]
        let seen = matrix.map { row in
            RGB.level(ofLinear: min(1, max(0, row[0] * light[0] + row[1] * light[1] + row[2] * light[2])))
        }
        return RGB(red: seen[0], green: seen[1], blue: seen[2])
    }

    private var matrix: [[Double]] {
        switch self {
        case .protanopia:
            [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
        case .deuteranopia:
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
        case .tritanopia:
            [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
        }
    }
}

extension RGB {
    /// CIE 1976 difference in Lab (D65); from about 10 on two colours are told apart at a glance.
    package func difference(from other: RGB) -> Double {
        let (own, their) = (lab, other.lab)
        let (lightness, a, b) = (own.0 - their.0, own.1 - their.1, own.2 - their.2)
        return (lightness * lightness + a * a + b * b).squareRoot()
    }

    private var lab: (Double, Double, Double) {
        let (red, green, blue) = (Self.linear(red), Self.linear(green), Self.linear(blue))
        let x = Self.labCurve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505)
        let y = Self.labCurve(0.2126 * red + 0.7152 * green + 0.0722 * blue)
        let z = Self.labCurve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.0890)
        return (116 * y - 16, 500 * (x - y), 200 * (y - z))
    }

    private static func labCurve(_ value: Double) -> Double {
        guard value > 0.008856 else { return 7.787 * value + 16.0 / 116 }
        var root = 1.0
        for _ in 0..<60 { root = (2 * root + value / (root * root)) / 3 }
        return root
    }
}
