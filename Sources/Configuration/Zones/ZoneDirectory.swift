package import WorkingTime

/// The folders in which the system keeps its time zones.
package struct ZoneDirectory: Hashable, Sendable {
    package var folders: [String]

    /// Characters a zone's name may have; the longest real one has 32.
    static let nameBytesMax = 64
    /// Names read from one folder to find the one that was meant.
    static let namesMax = 2000

    package init(folders: [String]) {
        self.folders = folders
    }

    /// `$TZDIR`, then the usual places.
    package static var system: ZoneDirectory {
        let usual = ["/usr/share/zoneinfo", "/usr/share/lib/zoneinfo", "/usr/lib/zoneinfo", "/etc/zoneinfo"]
        return ZoneDirectory(folders: ConfigurationFile.environment("TZDIR").map { [$0] + usual } ?? usual)
    }

    /// The rules of a zone of the tz database, such as `Asia/Taipei`.
    ///
    /// `file` and `line` say where the name was written. UTC needs no file.
    package func rules(_ name: String, file: String, line: Int = 0) throws(ConfigurationError) -> ZoneRules {
        func failure(_ problem: ConfigurationError.Problem) -> ConfigurationError {
            ConfigurationError(file: file, line: line, problem)
        }
        guard Self.isPlainName(name) else { throw failure(.unknownZone(name, nearest: nil)) }
        for folder in folders {
            let bytes: [UInt8]
            do {
                bytes = try ConfigurationFile.bytes("\(folder)/\(name)", most: TZifReader.bytesMax)
            } catch {
                continue
            }
            do {
                return try TZifReader.rules(bytes, name: name, version: Self.version(in: folder))
            } catch {
                throw failure(.zoneFile(name: name, error))
            }
        }
        if name == "UTC" { return .utc }
        guard let folder = folders.first(where: { !ConfigurationFile.names(in: $0, most: 1).isEmpty }) else {
            throw failure(.noZoneData(folders: folders))
        }
        throw failure(.unknownZone(name, nearest: nearest(to: name, in: folder)))
    }

    /// No way out of the folder: letters, digits and `_ + - /`, no empty part.
    private static func isPlainName(_ name: String) -> Bool {
        let allowed = name.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || "_+-/".utf8.contains(byte)
        }
        let hasEmptyPart = name.split(separator: "/", omittingEmptySubsequences: false).contains { $0.isEmpty }
        return allowed && !hasEmptyPart && name.utf8.count <= nameBytesMax
    }

    /// The same city in another region, then a slip in the city's name, there or elsewhere.
    private func nearest(to name: String, in folder: String) -> String? {
        let parts = name.split(separator: "/").map { $0.lowercased() }
        guard let city = parts.last, city.utf8.count >= Self.cityBytesMin else { return nil }
        var slip: String?
        for region in ["Asia", "Europe", "America", "Africa", "Australia", "Pacific", "Atlantic", "Indian"] {
            let isHere = parts.count > 1 && parts[0] == region.lowercased()
            for candidate in ConfigurationFile.names(in: "\(folder)/\(region)", most: Self.namesMax) {
                let distance = Nearest.distance(candidate.lowercased(), city)
                if distance == 0 { return "\(region)/\(candidate)" }
                if distance <= (isHere ? 2 : 1), slip == nil || isHere { slip = "\(region)/\(candidate)" }
            }
        }
        return slip
    }

    /// Shorter names are too like too many others.
    static let cityBytesMin = 5

    /// The release of the tz database in a folder, such as `2025b`; empty when it does not say.
    private static func version(in folder: String) -> String {
        for (file, start) in [("tzdata.zi", "# version "), ("+VERSION", "")] {
            guard let bytes = ConfigurationFile.head("\(folder)/\(file)", bytes: 64),
                bytes.starts(with: start.utf8)
            else { continue }
            let word = bytes.dropFirst(start.utf8.count).prefix { $0 > 32 && $0 < 127 }
            return String(decoding: word, as: UTF8.self)
        }
        return ""
    }
}
