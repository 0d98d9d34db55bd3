import Complaints
import Customers
import Desk
import Dossier
import Store
import WorkingTime

extension EffectExecutor {
    /// What this agent owes until then. A store that is busy is asked again with the next change.
    func loadPromises(request: Int, until: Instant) {
        promises.submit { [self] in
            guard let calls = try? store.promisedCalls(for: agent, until: until, now: .now()) else { return }
            inbox.post(.promisesLoaded(request: request, calls))
        }
    }

    /// What forms need to know of the centre, once at the start.
    func loadCentre() {
        promises.submit { [self] in
            let teams = (try? store.teams().map(\.name)) ?? []
            let days = store.rulesInForce(at: .now())?.policy.intake.duplicateWindowDays ?? 7
            inbox.post(.centre(teams: teams, duplicateWindowDays: days))
        }
    }

    func promiseCall(request: Int, _ call: NewCallBack) {
        write(request) { [self] () throws(StoreError) in
            let number = try store.promiseCall(call, by: agent.login, at: .now())
            return .callKept(request: request, undo: UndoToken.promise(number).text)
        }
    }

    func recordCall(request: Int, number: Int64, _ result: CallResult) {
        write(request) { [self] () throws(StoreError) in
            let receipt = try store.recordCall(number, result, by: agent, at: .now())
            return .callKept(request: request, undo: UndoToken.result(receipt).text)
        }
    }

    func saveNote(request: Int, _ note: NoteToSave) {
        write(request) { [self] () throws(StoreError) in
            let made = NewInteraction(
                customer: note.customer, at: .now(), kind: .call, text: note.text, wrapUpCode: note.wrapUp,
                by: agent.login)
            let key = try store.saveNote(made, by: agent.login)
            return .noteSaved(request: request, undo: UndoToken.note(key).text)
        }
    }

    /// Takes a write of the store back; both lines stay in the trail.
    func undo(request: Int, token: String) {
        write(request) { [self] () throws(StoreError) in
            switch UndoToken(token) {
            case .note(let key): try store.withdrawNote(key, by: agent.login, at: .now())
            case .promise(let number): _ = try store.recordCall(number, .withdrawn, by: agent, at: .now())
            case .result(let receipt): try store.restoreCall(receipt, by: agent.login, at: .now())
            case nil: throw .badValue(field: "undo", value: token)
            }
            return .undone(request: request)
        }
    }
}
