import Complaints
import Configuration
import Desk
import DeskRuntime
import Exchange
import Store

extension Failure {
    /// What any error of the house means for the command's end; nil for the argument parser's own errors.
    ///
    /// The one place where errors become exit statuses, codes and sentences.
    init?(_ error: any Error, wording: Wording) {
        switch error {
        case let failure as Failure: self = failure
        case let error as StoreError: self.init(store: error, wording: wording)
        case let error as ImportError: self.init(import: error, wording: wording)
        case let error as ExportError: self.init(export: error, wording: wording)
        case let error as ConfigurationError: self.init(configuration: error)
        case let error as TerminalError: self.init(terminal: error, wording: wording)
        case let refusal as Refusal: self.init(refusal: refusal, wording: wording)
        default: return nil
        }
    }

    private init(store error: StoreError, wording: Wording) {
        self.init(
            ExitStatus(rawValue: error.exitStatus) ?? .software, error.code, wording.sentence(error))
    }

    private init(export error: ExportError, wording: Wording) {
        if case .refused(.store(let cause)) = error {
            self.init(store: cause, wording: wording)
        } else {
            self.init(ExitStatus(rawValue: error.exitStatus) ?? .software, error.code, "\(error)")
        }
    }

    private init(import error: ImportError, wording: Wording) {
        if case .store(let cause) = error {
            self.init(store: cause, wording: wording)
        } else {
            self.init(ExitStatus(rawValue: error.exitStatus) ?? .software, error.code, "\(error)")
        }
    }

    private init(configuration error: ConfigurationError) {
        switch error.problem {
        case .notFound: self.init(.noInput, "E_NO_FILE", error.message)
        case .history: self.init(.badData, "E_BAD_DATA", error.message)
        default: self.init(.configuration, "E_CONFIGURATION", error.message)
        }
    }

    private init(terminal error: TerminalError, wording: Wording) {
        switch error {
        case .system: self.init(.inputOutput, "E_TERMINAL", wording.sentence(error))
        default: self.init(.unavailable, "E_TERMINAL", wording.sentence(error))
        }
    }

    private init(refusal: Refusal, wording: Wording) {
        // Whoever types field=value looks for the word that was typed.
        let place = refusal.field.map { "\($0): " } ?? ""
        self.init(
            ExitStatus(rawValue: refusal.exitStatus) ?? .badData, refusal.code.rawValue,
            place + wording.sentence(refusal), legal: refusal.legal.map(\.rawValue))
    }
}

extension StoreError {
    /// The word programs know the error by.
    var code: String {
        switch self {
        case .missing: "E_NO_STORE"
        case .alreadyExists: "E_EXISTS"
        case .cannotCreate: "E_CANNOT_CREATE"
        case .unreadable: "E_UNREADABLE"
        case .notAStore: "E_NOT_A_STORE"
        case .newerSchema: "E_NEWER_SCHEMA"
        case .migrationNeeded: "E_MIGRATION_NEEDED"
        case .auditKeyMissing: "E_AUDIT_KEY"
        case .rulesMissing: "E_NO_POLICY"
        case .fileSystemRefused: "E_FILE_SYSTEM"
        case .libraryTooOld: "E_LIBRARY"
        case .settingRefused: "E_SETTING"
        case .locked: "E_BUSY"
        case .diskFull: "E_DISK_FULL"
        case .inputOutput: "E_IO"
        case .damaged: "E_DAMAGED"
        case .notWritable: "E_NOT_WRITABLE"
        case .closed: "E_CLOSED"
        case .outcomeUnknown: "E_OUTCOME_UNKNOWN"
        case .unknownCustomer: "E_UNKNOWN_CUSTOMER"
        case .unknownCase: "E_UNKNOWN_CASE"
        case .unknownAgent: "E_UNKNOWN_AGENT"
        case .unknownTeam: "E_UNKNOWN_TEAM"
        case .unknownUnit: "E_UNKNOWN_UNIT"
        case .staleVersion: "E_STALE_VERSION"
        case .engineSuperseded: "E_ENGINE_SUPERSEDED"
        case .alreadyTaken: "E_ALREADY_TAKEN"
        case .identity(let refusal): refusal.code
        case .nothingToFindBy: "E_NOTHING_TO_FIND_BY"
        case .tooLong: "E_TOO_LONG"
        case .tooMany: "E_TOO_MANY"
        case .badValue: "E_BAD_VALUE"
        case .engine: "E_ENGINE"
        }
    }
}

extension ExportError {
    /// The word programs know the error by.
    var code: String {
        switch self {
        case .refused(.tooManyToday): "E_EXPORT_CAP"
        case .refused(.store(let error)): error.code
        case .cannotWrite: "E_CANNOT_CREATE"
        case .notEncodable, .encodingNotForFormat: "E_ENCODING"
        case .tooManyRows: "E_LIMIT"
        case .workbookNeedsFile: "E_NEEDS_FILE"
        }
    }
}

extension ImportError {
    /// The word programs know the error by.
    var code: String {
        switch self {
        case .noSuchFile: "E_NO_FILE"
        case .notAPlainFile, .unreadable: "E_UNREADABLE"
        case .cannotWriteRejects: "E_CANNOT_CREATE"
        case .emptyFile: "E_EMPTY_FILE"
        case .unknownEncoding: "E_UNKNOWN_ENCODING"
        case .headerNotDecodable, .delimiterNotUsable: "E_ENCODING"
        case .badHeader: "E_HEADER"
        case .lineTooLong, .tooManyColumns, .tooManyUnclosedQuotes, .tooManyCountedReferences: "E_LIMIT"
        case .unknownColumn, .missingColumn, .repeatedColumn: "E_COLUMN"
        case .unknownField, .badMapValue: "E_MAP"
        case .workbook, .oldWorkbook: "E_WORKBOOK"
        case .outOfMemory: "E_OUT_OF_MEMORY"
        case .store(let error): error.code
        }
    }
}
