/// What the plan knows of a row before its cells are read.
extension ColumnPlan {
    /// The last line of a file exported from here, which says who took it: no row.
    func isTrailer(_ record: Record) -> Bool {
        guard record.columns == 1, isOwnExport else { return false }
        return trimmed(record[0]).starts(with: ExportTrailer.mark.utf8)
    }

    /// The row in UTF-8; throws its fault when it is not what the header promises.
    func checked(_ record: Record, by decoder: RecordDecoder) throws(KeepStop) -> Record {
        do throws(RowFault) {
            let decoded = try decoder.decoded(record)
            if decoded.columns > headerColumns,
                (headerColumns..<decoded.columns).contains(where: { !trimmed(decoded[$0]).isEmpty })
            {
                throw .cellsBeyondHeader(found: decoded.columns, expected: headerColumns)
            }
            if (0..<decoded.columns).allSatisfy({ decoded[$0].isEmpty }) { throw .empty }
            return decoded
        } catch {
            throw .row(error)
        }
    }
}
