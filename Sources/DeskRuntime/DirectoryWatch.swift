import Glibc

/// Tells the loop that some file in the store's directory was written: how another process's change shows at once.
///
/// A local file system reports each write through inotify without polling; what changed is the store's to say.
package struct DirectoryWatch: ~Copyable {
    /// Readable when something happened; -1 when the kernel has no watch to give, and the minute's reload must do.
    package let descriptor: Int32

    /// Watches the directory that holds `path`.
    package init(directoryOf path: String) {
        descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        guard descriptor >= 0 else { return }
        let directory = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        _ = inotify_add_watch(descriptor, directory, UInt32(IN_MODIFY))
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Takes the waiting reports; true when there were any.
    package func drain() -> Bool {
        guard descriptor >= 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 4_096)
        var happened = false
        while read(descriptor, &buffer, buffer.count) > 0 { happened = true }
        return happened
    }
}
