import WorkingTime

extension DeskState {
    /// A change of the reserved row: nothing else moves, no focus, no sound.
    mutating func ring(_ call: IncomingCall?) {
        guard call != self.call else { return }
        if call?.id != self.call?.id { callChangedAt = now }
        self.call = call
    }

    /// F9: opens the caller. Deaf while the row has just changed, so that nobody opens a caller they did not read.
    mutating func openCall() -> [DeskEffect] {
        guard let call else { return [] }
        if let changed = callChangedAt, now.microseconds - changed.microseconds < Self.callGuardMicroseconds {
            post(.warning, .callJustChanged)
            return []
        }
        switch call.callers.count {
        case 0:
            openForm(newCustomerForm(phone: call.number))
            return [.callTaken(id: call.id)]
        case 1:
            clearLookup()
            return [.callTaken(id: call.id)] + open(call.callers[0])
        default:
            let items = call.callers.map {
                ChoiceItem(.recent($0, hasDraft: hasDraft($0.customer)), .takeCall(id: call.id, $0))
            }
            overlays.append(.choice(ChoiceList(title: .callers(number: call.number), items: items)))
            return []
        }
    }

    /// 300 ms: shorter than anybody reads a name.
    static let callGuardMicroseconds: Int64 = 300_000
}
