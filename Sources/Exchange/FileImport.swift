import Dossier
package import Store

/// Reads one file into the store, row by row, with memory that does not grow with the file.
package enum FileImport {
    /// Runs the import to the end of the file, or until `shouldStop` says so.
    ///
    /// - Parameters:
    ///   - progress: called about ten times a second and once at the end.
    ///   - shouldStop: asked about every 64 rows; whole batches stay kept and the result says where to resume.
    /// - Throws: ``ImportError`` when the file, its header or map is no use, or reading stopped half-way; batches
    ///   committed before that stay kept, and reading the same file again changes nothing of them.
    package static func run(
        _ request: ImportRequest, into store: Store, progress: (ImportProgress) -> Void = { _ in },
        shouldStop: () -> Bool = { false }
    ) throws(ImportError) -> ImportResult {
        let opened = try OpenedFile(request, defaults: try centre(of: store))
        try opened.context.plan.checkNeeded()
        let writer: BulkWriter
        do throws(StoreError) {
            writer = try store.bulkWriter(
                ImportRun(source: opened.source, file: request.file, startedAt: request.startedAt, by: request.by),
                isDryRun: request.isDryRun)
        } catch {
            throw .store(error)
        }
        var loop = try ImportLoop(opened, request: request, sink: writer)
        try loop.run(progress: progress, shouldStop: shouldStop)
        return loop.result
    }

    static func centre(of store: Store) throws(ImportError) -> CentreDefaults {
        do throws(StoreError) {
            let settings = try store.settings()
            return CentreDefaults(region: settings.region, currency: settings.currency)
        } catch {
            throw .store(error)
        }
    }
}
