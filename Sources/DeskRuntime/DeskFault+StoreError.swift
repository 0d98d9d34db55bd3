import Desk
import Store

extension DeskFault {
    /// The desk's view of a store error.
    init(_ error: StoreError) {
        switch error {
        case .missing(let path): self = .storeUnavailable(path: path, detail: "ENOENT")
        case .unreadable(let path, let number), .cannotCreate(let path, let number):
            self = .storeUnavailable(path: path, detail: "errno \(number)")
        case .notAStore(let path), .notWritable(let path), .closed(let path), .alreadyExists(let path):
            self = .storeUnavailable(path: path, detail: error.code)
        case .newerSchema(let path, let found, let known):
            self = .newerSchema(path: path, found: found, known: known)
        case .locked(_, let waited): self = .storeBusy(waitedMilliseconds: waited)
        case .diskFull(let path): self = .diskFull(path: path)
        case .damaged(let path, let detail): self = .storeDamaged(path: path, detail: detail)
        case .outcomeUnknown(let detail): self = .outcomeUnknown(detail: detail)
        case .unknownCustomer(let id): self = .unknownCustomer(id)
        case .unknownCase(let number): self = .unknownCase(number)
        case .unknownAgent(let login): self = .unknownAgent(login: login)
        case .staleVersion: self = .staleVersion
        case .alreadyTaken(let field, let value): self = .alreadyTaken(field: field, value: value)
        case .nothingToFindBy: self = .nothingToFindBy
        case .tooLong(let field, let limit): self = .tooLong(field: field, limit: limit)
        case .badValue(let field, let value): self = .badValue(field: field, value: value)
        case .identity(let refusal): self = .identity(refusal)
        default: self = .other(code: error.code, detail: "\(error)")
        }
    }
}

extension StoreError {
    /// The error's name alone: `diskFull`.
    var code: String {
        let text = "\(self)"
        return String(text.prefix { $0 != "(" })
    }
}
