import ArgumentParser
import Complaints
import Dossier
import Store
import WorkingTime

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "The trail of everything that was done: check it, read it, hand it over.",
        discussion: "Reading it is written into it.",
        subcommands: [
            AuditVerifyCommand.self, AuditShowCommand.self, AuditCheckpointCommand.self, AuditBundleCommand.self,
            AuditBreachCommand.self,
        ])

    /// Who reads all of it.
    static let readers: Set<Role> = [.auditor, .compliance, .administrator, .manager, .director]
}

extension Session {
    /// Who reads, for the trail: the agent who acts; where the system's user is nobody here, that user.
    func reader(in centre: Centre) throws -> String {
        do {
            return try actor(in: centre).login
        } catch let failure as Failure where failure.code == "E_NO_AGENT" && options.login == nil {
            return Environment.user
        }
    }

    /// The store opened so that what is read can be written down; for reading only where it cannot be written.
    func readingCentre() throws -> Centre {
        do {
            return try complaintCentre(.readWrite)
        } catch StoreError.unreadable {
            return try complaintCentre()
        }
    }

    /// Writes down, before it is shown, that a case's record was opened.
    func noteRead(_ number: CaseNumber, in centre: Centre) throws {
        let reader = try reader(in: centre)
        try noting { () throws(StoreError) in try centre.store.noteCaseRead(number, by: reader, at: centre.now) }
    }

    /// Writes down that something was read. A disk that takes nothing keeps nobody from reading: standard error says
    /// that it may not be written down.
    func noting(_ write: () throws(StoreError) -> Void) throws(StoreError) {
        do {
            try write()
        } catch .notWritable {
            return
        } catch  where error.isOfTheDisk {
            Output.note(SafeText.lines(wording.notNoted(error)))
        }
    }
}

extension StoreError {
    fileprivate var isOfTheDisk: Bool {
        switch self {
        case .diskFull, .inputOutput, .outcomeUnknown: true
        default: false
        }
    }
}

extension TrailLine {
    func json(in centre: Centre) -> JSON {
        [
            "line": .integer(Int64(number)), "at": .string(centre.timestamp(at)), "actor": .string(actor),
            "os_user": .text(osUser), "act": .string(act), "subject": .string(subject), "detail": .string(detail),
            "hash": .string(hash),
        ]
    }
}
