/// Where drafts and other things that are one agent's own on one store are kept.
enum StatePlace {
    /// `$XDG_STATE_HOME/tierline/<store>/<login>`; the store's name and a hash of its path, so that two never mix.
    static func folder(store path: String, login: String) -> String {
        let state = Environment.value("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
        let root = (state ?? Environment.homeFolder + "/.local/state") + "/tierline"
        let name = path.split(separator: "/").last.map { String($0) } ?? "store"
        return "\(root)/\(plain(name))-\(hash(path))/\(plain(login))"
    }

    /// Letters, digits, `-`, `_` and inner dots; what else a login may hold never reaches a path.
    private static func plain(_ text: String) -> String {
        let kept = text.utf8.prefix(64).map { byte -> UInt8 in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: byte
            default: 0x5F
            }
        }
        let name = String(decoding: kept, as: UTF8.self)
        return name.hasPrefix(".") ? "_" + name : name
    }

    /// FNV-1a in 64 bits: short, stable between runs, and nobody's secret.
    private static func hash(_ text: String) -> String {
        let hash = text.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return String(hash, radix: 16)
    }
}
