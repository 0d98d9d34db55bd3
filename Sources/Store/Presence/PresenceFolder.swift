import Glibc

/// Where desks of one operating system's user leave word for each other: gone with the session or the next boot.
package enum PresenceFolder {
    /// `tierline` in the session's runtime directory (`$XDG_RUNTIME_DIR`), else a folder of one's own in /tmp.
    ///
    /// A folder that somebody else owns or could look into is not used: nil.
    package static func usable(runtimeDirectory: String?, temporary: String = "/tmp") -> String? {
        if let runtimeDirectory, runtimeDirectory.hasPrefix("/"), isOwn(runtimeDirectory),
            let folder = made(runtimeDirectory + "/tierline")
        {
            return folder
        }
        return made(temporary + "/tierline-\(getuid())")
    }

    private static func made(_ folder: String) -> String? {
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST, isOwn(folder), access(folder, R_OK | W_OK | X_OK) == 0
        else { return nil }
        return folder
    }

    private static func isOwn(_ folder: String) -> Bool {
        var facts = Glibc.stat()
        return lstat(folder, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR && facts.st_uid == getuid()
            && facts.st_mode & 0o077 == 0
    }
}
