import Customers

/// The plates in a cell.
enum PlateCells {
    /// Plates between ` ; , 、 /` and line ends, each in its likeliest reading.
    static func plates(_ cell: String, region: Region) -> [VehiclePlate] {
        cell.split { ";；,，、/\n".contains($0) }.compactMap { part in
            let text = part.drop { $0 == " " }
            guard let best = PlateParser.candidates(String(text), preferred: region).first else { return nil }
            return best.vehiclePlate(raw: String(text))
        }
    }
}
