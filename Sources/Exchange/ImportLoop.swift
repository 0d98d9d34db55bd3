import Store
import WorkingTime

/// The rows of one opened file on their way to a sink, with the account of what became of each.
struct ImportLoop {
    private(set) var result = ImportResult()
    private let opened: OpenedFile
    private let request: ImportRequest
    private let sink: any RowSink
    private let decoder: RecordDecoder
    private let rejects: any Rejects
    private var keeper: any RowKeeper
    /// Rows handed over and not yet committed, in order of their lines.
    private var pending: [Record.Place] = []
    /// Rows refused before the sink saw them.
    private var refused = 0
    private let clock = ContinuousClock()
    private let started: ContinuousClock.Instant
    private var lastReport: ContinuousClock.Instant
    private static let rowsBetweenLooks = 64
    private static let reportInterval = Duration.milliseconds(100)

    init(_ opened: OpenedFile, request: ImportRequest, sink: any RowSink) throws(ImportError) {
        self.opened = opened
        self.request = request
        self.sink = sink
        keeper = opened.context.keeper()
        decoder = try RecordDecoder(encoding: opened.encoding.encoding)
        rejects = opened.rejects(path: request.rejectsFile ?? RejectsPath.standard(for: request.file))
        started = clock.now
        lastReport = started
        result.encoding = opened.encoding.encoding
        result.encodingWitness = opened.encoding.witness
        result.source = opened.source
        if let workbook = opened.records.lines.file as? WorkbookSource {
            (result.sheet, result.sheets) = (workbook.sheet, workbook.sheets)
        }
        result.isDryRun = request.isDryRun
        result.ignoredColumns = opened.context.plan.ignoredColumns
    }

    /// Reads to the end of the file, or until told to stop; what was handed over is committed in either case, and also
    /// when reading fails.
    mutating func run(
        progress: (ImportProgress) -> Void, shouldStop: () -> Bool
    ) throws(ImportError) {
        do throws(ImportError) {
            try readRows(progress: progress, shouldStop: shouldStop)
        } catch {
            try? finish()
            throw error
        }
        try finish()
        progress(progressNow)
    }

    private mutating func readRows(
        progress: (ImportProgress) -> Void, shouldStop: () -> Bool
    ) throws(ImportError) {
        while let record = try opened.records.next() {
            if opened.context.plan.isTrailer(record) { continue }
            result.rows += 1
            try take(record)
            guard result.rows % Self.rowsBetweenLooks == 0 else { continue }
            let now = clock.now
            if now - lastReport >= Self.reportInterval {
                lastReport = now
                progress(progressNow)
            }
            if shouldStop() {
                result.resumeLine = opened.records.lines.lineNumber + 1
                return
            }
        }
    }

    private mutating func take(_ record: Record) throws(ImportError) {
        let commit: BulkCommit?
        do throws(KeepStop) {
            let decoded = try opened.context.plan.checked(record, by: decoder)
            pending.append(record.place)
            commit = try keeper.keep(decoded, in: sink)
        } catch {
            switch error {
            case .row(let fault):
                if pending.last?.line == record.place.line { pending.removeLast() }
                refused += 1
                return try rejects.add(record.place, fault)
            case .tooManyCountedReferences:
                throw .tooManyCountedReferences(
                    path: request.file, line: record.place.line, rowsMax: ImportLimits.countedReferencesMax)
            case .store(let error): throw .store(error)
            }
        }
        if let commit {
            try settle(commit)
        } else if opened.records.lines.file.bytesKept > ImportLimits.keptBytesMax {
            try settle(flushed())
        }
    }

    private func flushed() throws(ImportError) -> BulkCommit {
        do throws(StoreError) {
            return try sink.flush()
        } catch {
            throw .store(error)
        }
    }

    /// Writes the rows a commit turned away, and forgets those that are settled.
    private mutating func settle(_ commit: BulkCommit) throws(ImportError) {
        for rejection in commit.rejections {
            let index = place(ofLine: rejection.line)
            guard index < pending.count, pending[index].line == rejection.line else { continue }
            try rejects.add(pending[index], .store(rejection.error))
        }
        pending.removeFirst(place(ofLine: commit.throughLine + 1))
        let lines = opened.records.lines
        lines.file.release(before: pending.first?.offset ?? lines.offset)
        result.inserted = commit.counts.inserted
        result.updated = commit.counts.updated
        result.unchanged = commit.counts.unchanged
        result.rejected = commit.counts.rejected
    }

    /// Among the pending rows, which are in order of their lines, the first of that line or later.
    private func place(ofLine line: Int) -> Int {
        var (low, high) = (0, pending.count)
        while low < high {
            let middle = (low + high) / 2
            if pending[middle].line < line { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func finish() throws(ImportError) {
        let commit: BulkCommit
        do throws(StoreError) {
            commit = try sink.finish(at: endedAt, fileHash: opened.records.lines.file.hash())
        } catch {
            throw .store(error)
        }
        try settle(commit)
        result.rejected += refused
        result.unattributed = keeper.unattributed
        result.blankLines = opened.records.blankLines
        try rejects.finish()
        result.rejectsFile = rejects.rows > 0 ? rejects.path : nil
        result.seconds = (clock.now - started).seconds
    }

    private var endedAt: Instant {
        let (seconds, attoseconds) = (clock.now - started).components
        return Instant(
            microseconds: request.startedAt.microseconds + seconds * 1_000_000 + attoseconds / 1_000_000_000_000)
    }

    private var progressNow: ImportProgress {
        let lines = opened.records.lines
        let isWorkbook = lines.file is WorkbookSource
        let (read, total) = isWorkbook ? lines.file.progress : (lines.offset, lines.file.size)
        return ImportProgress(
            rows: result.rows, bytesRead: read, bytesTotal: total,
            seconds: (clock.now - started).seconds)
    }
}

extension Duration {
    fileprivate var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
