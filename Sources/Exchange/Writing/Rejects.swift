import Glibc

/// Where the rows go that were not kept: a file in the input's own format, each row with its line and the reason.
protocol Rejects: AnyObject {
    var path: String { get }
    var rows: Int { get }
    func add(_ place: Record.Place, _ fault: RowFault) throws(ImportError)
    /// Nothing comes after it.
    func finish() throws(ImportError)
}

enum RejectsPath {
    /// Where rejects go when nobody says: beside the file, else in the current folder, as `<name>.rejects<ending>`.
    static func standard(for path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let folder = path.dropLast(name.utf8.count)
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        let rejects = name[..<dot] + ".rejects" + name[dot...]
        let beside = folder.isEmpty ? "." : String(folder)
        return access(beside, W_OK) == 0 ? String(folder + rejects) : String(rejects)
    }
}
