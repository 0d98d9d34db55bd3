package import Money
package import Store

/// Why a row was not kept; its text goes into the rejects file.
package enum RowFault: Error, Sendable, Hashable {
    case unclosedQuote
    case fieldTooLong(bytesMax: Int)
    case tooManyColumns(columnsMax: Int)
    /// More filled cells than the header names: probably a delimiter inside an unquoted cell.
    case cellsBeyondHeader(found: Int, expected: Int)
    case zeroByte
    /// Bytes that are no character of the encoding.
    case notDecodable(encoding: TextEncoding)
    case rowTooLong(bytesMax: Int)
    /// A workbook's cell that holds no value.
    case badCell(column: String, BadCell)
    case empty
    case missing(field: String)
    case badDate(field: String, text: String)
    /// `3/4/2025` may be March or April.
    case ambiguousDate(field: String, text: String)
    /// It lies before what must come first, or ahead.
    case dateOutOfOrder(field: String, text: String)
    case badNumber(field: String, text: String, error: MoneyError)
    case badCurrency(text: String)
    case badValue(field: String, text: String)
    /// The plate cell holds nothing that could be a plate.
    case badPlate(text: String)
    case referenceTooLong(bytesMax: Int)
    case tooManyContacts(max: Int)
    /// Neither name nor phone nor plate nor reference.
    case nothingToFindBy
    case store(StoreError)
}

/// What a workbook's cell holds in place of a value.
package enum BadCell: Sendable, Hashable {
    /// `#N/A`, `#REF!`.
    case error(String)
    case formulaWithoutValue
    case controlCharacter
    case noNumber(String)
    /// It points at a text the workbook does not have.
    case noSuchText
}

extension BadCell: CustomStringConvertible {
    package var description: String {
        switch self {
        case .error(let text): "an error in place of a value: \(text)"
        case .formulaWithoutValue: "a formula whose value was not saved; open and save the workbook"
        case .controlCharacter: "a control character"
        case .noNumber(let text): "no number: \(text)"
        case .noSuchText: "a text that is not in the workbook"
        }
    }
}

extension RowFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unclosedQuote: "a quote is opened here and never closed"
        case .fieldTooLong(let bytesMax): "a cell is longer than \(bytesMax) bytes"
        case .tooManyColumns(let columnsMax): "more than \(columnsMax) cells"
        case .cellsBeyondHeader(let found, let expected): "\(found) cells where the header names \(expected)"
        case .zeroByte: "a zero byte"
        case .notDecodable(let encoding): "bytes that are not \(encoding.rawValue)"
        case .rowTooLong(let bytesMax): "the row is longer than \(bytesMax) bytes"
        case .badCell(let column, let cell): "column \(column): \(cell)"
        case .empty: "every cell is empty"
        case .missing(let field): "\(field) is missing"
        case .badDate(let field, let text): "\(field): no date: \(text)"
        case .ambiguousDate(let field, let text): "\(field): day or month first? say date_format in a map: \(text)"
        case .dateOutOfOrder(let field, let text): "\(field): before what must come first, or in the future: \(text)"
        case .badNumber(let field, let text, let error): "\(field): \(Self.words(for: error)): \(text)"
        case .badCurrency(let text): "unknown currency: \(text)"
        case .badValue(let field, let text): "\(field): not a known value: \(text)"
        case .badPlate(let text): "no plate: \(text)"
        case .referenceTooLong(let bytesMax): "the reference is longer than \(bytesMax) bytes"
        case .tooManyContacts(let max): "more than \(max) phones or plates"
        case .nothingToFindBy: "neither name nor phone nor plate nor reference"
        case .store(let error): Self.words(for: error)
        }
    }

    private static func words(for error: MoneyError) -> String {
        switch error {
        case .empty: "no number"
        case .notANumber: "not a number"
        case .badGrouping: "digits are not grouped in threes"
        case .tooManyDecimals(let written, let allowed): "\(written) decimals where \(allowed) are allowed"
        case .outOfRange: "too large"
        case .otherCurrency: "in another currency"
        case .mixedCurrencies(let a, let b): "\(a.rawValue) and \(b.rawValue) together"
        }
    }

    private static func words(for error: StoreError) -> String {
        switch error {
        case .nothingToFindBy: "nothing to find the customer by"
        case .tooLong(let field, let limit): "\(field) is longer than \(limit)"
        case .tooMany(let what, let limit): "more than \(limit) \(what)"
        case .badValue(let field, let value): "\(field): not a known value: \(value)"
        case .alreadyTaken(let field, let value): "\(field) is already taken: \(value)"
        default: "\(error)"
        }
    }

    /// The text of a cell for a message: at most 40 characters, damaged bytes replaced.
    static func excerpt(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        let text = String(decoding: bytes.prefix(160), as: UTF8.self)
        return text.count <= 40 ? text : String(text.prefix(39)) + "…"
    }
}
