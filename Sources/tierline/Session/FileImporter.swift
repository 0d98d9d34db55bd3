import Desk
import DeskRuntime
import Dossier
import Exchange
import Store
import WorkingTime

/// The desk's way to the importers: the same requests as `tierline import` makes, the same files come of them.
struct FileImporter: FileImporting {
    let store: Store
    let zone: ZoneRules

    func preview(_ plan: ImportPlan, _ wording: Wording) throws(ImportTrouble) -> ImportSheet {
        do throws(ImportError) {
            let request = try request(plan, by: "", isTry: true)
            let preview = try FileImport.preview(request, of: store)
            return sheet(preview, wording)
        } catch {
            throw trouble(error, wording)
        }
    }

    func run(
        _ plan: ImportPlan, isTry: Bool, by login: String, _ wording: Wording,
        progress: (ImportStatus) -> Void, shouldStop: () -> Bool
    ) throws(ImportTrouble) -> ImportOutcome {
        do throws(ImportError) {
            let request = try request(plan, by: login, isTry: isTry)
            let first = try? store.nextCustomer()
            let result = try FileImport.run(
                request, into: store, progress: { progress(ImportStatus($0)) }, shouldStop: shouldStop)
            var outcome = ImportOutcome(
                rows: result.rows, inserted: result.inserted, updated: result.updated, unchanged: result.unchanged,
                rejected: result.rejected, rejectsFile: result.rejectsFile)
            outcome.resumeLine = result.resumeLine
            outcome.rejects = rejects(of: result, like: request)
            guard !isTry else { return outcome }
            if plan.subject == .customers, let first {
                outcome.duplicates = try? store.proposeDuplicates(from: first, at: request.startedAt)
            }
            _ = try? store.updateTiers(now: request.startedAt)
            return outcome
        } catch {
            throw trouble(error, wording)
        }
    }

    private func trouble(_ error: ImportError, _ wording: Wording) -> ImportTrouble {
        ImportTrouble(Failure(error, wording: wording)?.message ?? "\(error)")
    }

    /// The columns corrected at the desk become a map, as a file given with `--map` would be.
    private func request(_ plan: ImportPlan, by login: String, isTry: Bool) throws(ImportError) -> ImportRequest {
        guard let kind = ImportKind(rawValue: plan.subject.rawValue) else {
            preconditionFailure("The desk and the importers know the same kinds of rows.")
        }
        var request = ImportRequest(
            kind: kind, file: whole(plan.file), encoding: plan.encoding.flatMap(TextEncoding.init(name:)),
            sheet: plan.sheet,
            zone: zone, isDryRun: isTry, by: login, startedAt: SystemClock.now)
        if let fields = plan.fields {
            let preview = try FileImport.preview(request, of: store, rows: 1)
            request.map = preview.map(giving: fields.map { $0.flatMap(ImportField.init(rawValue:)) })
        }
        return request
    }

    /// `~/a.csv` in the user's own folder.
    private func whole(_ path: String) -> String {
        path.hasPrefix("~/") ? Environment.homeFolder + path.dropFirst(1) : path
    }

    private func sheet(_ preview: ImportPreview, _ wording: Wording) -> ImportSheet {
        let isDetected: Bool =
            switch preview.encoding.witness {
            case .content, .ascii, .nothing: true
            case .told, .map, .mark, .workbook: false
            }
        return ImportSheet(
            encoding: preview.encoding.encoding.rawValue, isDetected: isDetected,
            encodings: TextEncoding.allCases.map(\.rawValue), sheet: preview.sheet, sheets: preview.sheets,
            columns: preview.columns.map { .init(name: $0.name, field: $0.field?.rawValue) },
            rows: preview.rows.map { .init(line: $0.line, cells: $0.cells, fault: $0.fault.map { "\($0)" }) },
            fields: ImportField.fields(of: preview.kind).map(\.rawValue),
            problem: preview.problem.map { trouble($0, wording).sentence })
    }

    /// The first refused rows, as the rejects file tells them: its last two columns are the line and the reason.
    private func rejects(of result: ImportResult, like request: ImportRequest) -> [ImportReject] {
        guard let file = result.rejectsFile else { return [] }
        var request = request
        request.file = file
        request.map = nil
        request.encoding = result.encoding
        guard let preview = try? FileImport.preview(request, of: store, rows: ImportOutcome.rejectsMax) else {
            return []
        }
        return preview.rows.compactMap { row in
            guard row.cells.count >= 2 else { return nil }
            return ImportReject(line: row.cells[row.cells.count - 2], reason: row.cells[row.cells.count - 1])
        }
    }
}

extension ImportStatus {
    fileprivate init(_ progress: ImportProgress) {
        let share = progress.bytesTotal > 0 ? Double(progress.bytesRead) / Double(progress.bytesTotal) : 1
        self.init(
            rows: progress.rows, rowsPerSecond: Int(progress.rowsPerSecond),
            secondsLeft: progress.secondsLeft.map { Int($0) }, percent: min(100, Int(share * 100)))
    }
}
