/// The plates of Taiwan, by the shape of their two groups.
///
/// Since December 2012 three letters and four digits (I and O are not issued); before that many shapes, whose hyphen
/// carries meaning: `AB3456` may be the car AB-3456 or the motorcycle AB3-456.
enum TaiwanPlates {
    private struct Shape {
        /// `L` and `D` of the key.
        var pattern: String
        /// How many characters stand before the hyphen.
        var first: Int
        var plateClass: String
    }

    private static let shapes = [
        Shape(pattern: "LLLDDDD", first: 3, plateClass: "car-2012"),
        Shape(pattern: "LLLDDD", first: 3, plateClass: "motorcycle old"),
        Shape(pattern: "DDDLLL", first: 3, plateClass: "motorcycle old"),
        Shape(pattern: "LLDDDD", first: 2, plateClass: "car old"),
        Shape(pattern: "LLDDDD", first: 3, plateClass: "motorcycle old"),
        Shape(pattern: "DDDDLL", first: 4, plateClass: "car old"),
        Shape(pattern: "DDDDLL", first: 3, plateClass: "motorcycle old"),
        Shape(pattern: "DLDDDD", first: 2, plateClass: "car old"),
        Shape(pattern: "LDDDDD", first: 2, plateClass: "car old"),
        Shape(pattern: "DDDDLD", first: 4, plateClass: "car old"),
        Shape(pattern: "DDDDDL", first: 4, plateClass: "car old"),
        Shape(pattern: "DDDDDDD", first: 3, plateClass: "motorcycle 1980-93"),
        Shape(pattern: "LLDDD", first: 2, plateClass: "truck/bus old"),
        Shape(pattern: "DDDLL", first: 3, plateClass: "truck/bus old"),
    ]

    /// All legal readings: the one of the typed hyphen, else every one the characters allow.
    static func readings(of plate: PlateText) -> [PlateCandidate] {
        let fitting = shapes.filter { $0.pattern == plate.shape }
        let asTyped = fitting.filter { [$0.first] == plate.breaks }
        let isPunctuationOdd = asTyped.isEmpty && !plate.breaks.isEmpty
        return (asTyped.isEmpty ? fitting : asTyped).compactMap { shape in
            reading(of: plate, shape: shape, isPunctuationOdd: isPunctuationOdd)
        }
    }

    private static func reading(of plate: PlateText, shape: Shape, isPunctuationOdd: Bool) -> PlateCandidate? {
        let hasUnissuedLetter = plate.key.contains("I") || plate.key.contains("O")
        let isNew = shape.pattern == "LLLDDDD"
        if isNew, hasUnissuedLetter { return nil }
        return PlateCandidate(
            region: .taiwan, key: plate.keyString,
            display: PlateText.string(plate.key[..<shape.first]) + "-" + PlateText.string(plate.key[shape.first...]),
            plateClass: plateClass(of: plate, shape: shape), isValid: true,
            isVerified: !hasUnissuedLetter && !isPunctuationOdd)
    }

    /// Since 2012 the first letters tell the kind of vehicle.
    private static func plateClass(of plate: PlateText, shape: Shape) -> String {
        switch (shape.pattern, plate.key[0], plate.key[1]) {
        case ("LLLDDDD", "R", _): "rental car-2012"
        case ("LLLDDDD", "T", _): "taxi-2012"
        case ("LLLDDDD", "E", "M"): "electric motorcycle-2012"
        case ("LLLDDDD", "E", _): "electric car-2012"
        case ("LLLDDDD", "L", _): "large heavy motorcycle-2012"
        case ("LLLDDDD", "M", _), ("LLLDDDD", "N", _), ("LLLDDDD", "P", _): "heavy motorcycle-2012"
        case ("LLLDDDD", "Q", _): "light motorcycle-2012"
        case ("LLLDDDD", "K", _), ("LLLDDD", "K", _): "coach-2012"
        case ("LLLDDDD", "F", _), ("LLLDDD", "F", _): "bus-2012"
        default: shape.plateClass
        }
    }
}
