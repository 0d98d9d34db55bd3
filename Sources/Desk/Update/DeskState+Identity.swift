import Customers
package import Dossier
import Valuation

extension DeskState {
    /// Makes the chosen pair one: one key, since it can be taken back.
    mutating func mergePair() -> [DeskEffect] {
        guard let pair = duplicates?.pair else { return [] }
        return decide(.merge(pair.other, into: pair.survivor))
    }

    mutating func callPairDifferent() -> [DeskEffect] {
        guard let pair = duplicates?.pair?.review.pair else { return [] }
        return decide(.different(pair.a, pair.b))
    }

    /// The other record stays.
    mutating func switchSurvivor() {
        guard let screen = duplicates, let pair = screen.pair else { return }
        duplicates?.pairs[screen.selectedPair].survivor = pair.other
    }

    /// Takes the merge of the chosen row back: of a pair merged here, or of the list of merges.
    mutating func partSelected() -> [DeskEffect] {
        guard let screen = duplicates else { return [] }
        guard agent.keepsCustomers else {
            post(.warning, .disabled(.notYourRole))
            return []
        }
        guard let act = screen.undoing else {
            post(.warning, .disabled(.nothingToUndo))
            return []
        }
        return decide(act)
    }

    mutating func decide(_ act: IdentityAct) -> [DeskEffect] {
        let request = nextRequest()
        writes[request] = .identity(act)
        settle(act, .underWay)
        return [.identity(request: request, act)]
    }

    /// Puts what became of an act into the rows it was about; rows stay where they are.
    private mutating func settle(_ act: IdentityAct, _ result: DuplicateResult) {
        guard var screen = duplicates else { return }
        for at in screen.pairs.indices where screen.pairs[at].isAbout(act) { screen.pairs[at].result = result }
        if case .part(let merge) = act {
            for at in screen.merges.indices where screen.merges[at].line.merge.id == merge {
                screen.merges[at].result = result
            }
        }
        duplicates = screen
    }

    mutating func identityDone(_ request: Int, _ outcome: IdentityOutcome) -> [DeskEffect] {
        guard case .identity(let act)? = writes.removeValue(forKey: request) else { return [] }
        post(.done, .identity(outcome))
        switch outcome {
        case .merged(let merge):
            settle(act, .merged)
            for at in duplicates?.pairs.indices ?? 0..<0 where duplicates?.pairs[at].isAbout(act) == true {
                duplicates?.pairs[at].merge = merge
            }
            offerUndo(.token(IdentityToken.text(.part(merge: merge.id)), note: nil))
        case .different(let a, let b):
            settle(act, .different)
            offerUndo(.token(IdentityToken.text(.undecided(a, b)), note: nil))
        case .parted(let merge):
            parted(merge)
        case .undecided(let a, let b):
            settle(.undecided(a, b), .waits)
        }
        return followMerge(outcome) + loadDuplicates()
    }

    private mutating func parted(_ merge: CustomerMerge) {
        settle(.part(merge: merge.id), .waits)
        guard let at = duplicates?.merges.firstIndex(where: { $0.line.merge.id == merge.id }) else { return }
        duplicates?.merges[at].line.merge.undoneAt = merge.undoneAt
    }

    /// A customer on the screen who became part of another is shown as that one, with the note begun for it.
    private mutating func followMerge(_ outcome: IdentityOutcome) -> [DeskEffect] {
        guard case .merged(let merge) = outcome, let open = customer, open.id == merge.absorbed else {
            return reloadQuietly()
        }
        var effects: [DeskEffect] = []
        let (old, new) = (DraftKey.customer(merge.absorbed), DraftKey.customer(merge.survivor))
        if let draft = drafts[old], (drafts[new] ?? NoteDraft()).isEmpty {
            drafts[old] = nil
            drafts[new] = draft
            effects = [journal(new), .discardDraft(old)]
        }
        let caller = Caller(customer: merge.survivor, name: open.caller?.name, tier: open.caller?.tier ?? .unrated)
        caseScreen = nil
        customer = OpenCustomer(id: merge.survivor, caller: caller, request: 0)
        settleFocus()
        return effects + reloadQuietly()
    }

    mutating func identityFailed(_ act: IdentityAct, _ fault: DeskFault) {
        settle(act, .refused(fault))
        post(.error, .fault(fault))
    }
}

extension DuplicateRow {
    /// True when the act decides this pair, or takes its decision back.
    fileprivate func isAbout(_ act: IdentityAct) -> Bool {
        switch act {
        case .merge(let a, let b), .different(let a, let b), .undecided(let a, let b):
            Set([a, b]) == Set([review.pair.a, review.pair.b])
        case .part(let number): merge?.id == number
        }
    }
}

extension DuplicateScreen {
    /// What taking back the decision of the chosen row is; nil when there is none, or it is under way.
    var undoing: IdentityAct? {
        switch list {
        case .waiting:
            guard let pair else { return nil }
            switch pair.result {
            case .merged: return pair.merge.map { .part(merge: $0.id) }
            case .different: return .undecided(pair.review.pair.a, pair.review.pair.b)
            case .waits, .underWay, .refused: return nil
            }
        case .merged:
            guard merges.indices.contains(selectedMerge) else { return nil }
            let row = merges[selectedMerge]
            return row.isParted || row.result == .underWay ? nil : .part(merge: row.line.merge.id)
        }
    }
}

/// The text by which Ctrl-Z takes a decision about two records back.
package enum IdentityToken {
    package static func text(_ act: IdentityAct) -> String {
        switch act {
        case .part(let merge): "merge:\(merge)"
        case .undecided(let a, let b): "different:\(a):\(b)"
        case .merge, .different: ""
        }
    }

    /// Reads `text`; nil for a token of something else.
    package static func act(_ token: String) -> IdentityAct? {
        let parts = token.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        switch (parts.first, parts.count) {
        case ("merge", 2): return Int64(parts[1]).map { .part(merge: $0) }
        case ("different", 3):
            guard let a = CustomerID(text: parts[1]), let b = CustomerID(text: parts[2]) else { return nil }
            return .undecided(a, b)
        default: return nil
        }
    }
}
