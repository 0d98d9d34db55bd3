import Dossier
import Glibc

/// Reads what a folder holds for the list one chooses a file from.
enum FolderReader {
    /// The folder of a path as typed: empty is where the program was started, `~` the user's own.
    static func listing(of typed: String) -> FolderListing {
        let path = whole(typed)
        guard let folder = opendir(path) else { return FolderListing(path: path, errorNumber: errno) }
        defer { closedir(folder) }
        var entries: [FolderEntry] = []
        var left = 0
        while let item = readdir(folder) {
            guard let name = name(of: item), name != ".", name != "..", !name.hasPrefix(".") else { continue }
            guard !name.unicodeScalars.contains("\u{FFFD}"), let entry = entry(name, in: path) else {
                left += 1
                continue
            }
            entries.append(entry)
        }
        entries.sort { a, b in a.isFolder != b.isFolder ? a.isFolder : a.name < b.name }
        left += max(0, entries.count - FolderListing.entriesMax)
        return FolderListing(path: path, entries: Array(entries.prefix(FolderListing.entriesMax)), left: left)
    }

    private static func whole(_ typed: String) -> String {
        var path = typed
        if path == "~" || path.hasPrefix("~/"), let home = getenv("HOME") {
            path = String(cString: home) + path.dropFirst(1)
        }
        if !path.hasPrefix("/"), let here = getcwd(nil, 0) {
            defer { free(here) }
            path = String(cString: here) + (path.isEmpty ? "" : "/" + path)
        }
        return path.hasSuffix("/") ? path : path + "/"
    }

    private static func name(of item: UnsafeMutablePointer<dirent>) -> String? {
        withUnsafePointer(to: &item.pointee.d_name) { field in
            field.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
        }
    }

    /// A plain file or a folder; sockets, devices and what else there is are no files to read.
    private static func entry(_ name: String, in folder: String) -> FolderEntry? {
        var status = stat()
        guard stat(folder + name, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return FolderEntry(name: name, isFolder: true, bytes: 0)
        case S_IFREG: return FolderEntry(name: name, isFolder: false, bytes: Int64(status.st_size))
        default: return nil
        }
    }
}
