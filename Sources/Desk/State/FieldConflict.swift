/// A field that somebody else and I both changed since the form was opened: one of the two must be chosen.
package struct FieldConflict: Hashable, Sendable {
    package var fieldID: String
    /// Before either change; nil where it is no longer known.
    package var base: String?
    package var theirs: String
    package var mine: String
}

extension Form {
    /// Numbers that say what an event is about: one that somebody else replaced is never taken over in silence.
    private static let references: Set<String> = ["offer", "approval", "escalation", "task"]
    /// Fields that hold several values, whose changes do not contradict each other.
    private static let sets: Set<String> = ["phones", "plates"]

    /// The values the fields have now, by name.
    var values: [String: String] {
        Dictionary(fields.map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// Takes in what the record says now, three ways: what only they changed is theirs, what only I changed stays mine,
    /// sets hold both changes, and what both changed is to be chosen. Nothing typed is lost.
    mutating func merge(theirs: [String: String]) {
        for at in fields.indices {
            let id = fields[at].id
            guard let new = theirs[id] else { continue }
            let mine = fields[at].value
            let old = base[id]
            guard new != mine, new != old else { continue }
            if Self.sets.contains(id), let old {
                replace(at, with: FieldSet(base: old, theirs: new, mine: mine).merged)
            } else if mine == old, mine.isEmpty || !Self.references.contains(id) {
                replace(at, with: new)
            } else {
                conflicts.removeAll { $0.fieldID == id }
                conflicts.append(FieldConflict(fieldID: id, base: old, theirs: new, mine: mine))
            }
        }
        base = base.merging(theirs) { _, new in new }
        awaitsTheirs = false
        focusConflict()
    }

    /// Chooses theirs or mine for the conflict that has the keyboard, else for the first, and goes to the next.
    mutating func choose(theirs isTheirs: Bool) {
        let here = isOnSendLine ? nil : fields[focused].id
        guard let at = conflicts.firstIndex(where: { $0.fieldID == here }) ?? conflicts.indices.first else { return }
        let conflict = conflicts.remove(at: at)
        if isTheirs, let row = fields.firstIndex(where: { $0.id == conflict.fieldID }) {
            replace(row, with: conflict.theirs)
        }
        if conflicts.isEmpty { focused = fields.count } else { focusConflict() }
    }

    /// The keyboard goes to the first field that must be chosen.
    mutating func focusConflict() {
        guard let first = conflicts.first, let row = fields.firstIndex(where: { $0.id == first.fieldID }) else {
            return
        }
        focused = row
    }

    /// What is typed over a conflict was typed with both in sight.
    mutating func settleTyped(since before: [String: String]) {
        let now = values
        conflicts.removeAll { now[$0.fieldID] != before[$0.fieldID] }
    }

    private mutating func replace(_ at: Int, with value: String) {
        guard fields[at].value != value else { return }
        fields[at].set(value)
        takenOver.insert(fields[at].id)
    }
}

/// Values separated by semicolons, changed at two places.
private struct FieldSet {
    var base: String
    var theirs: String
    var mine: String

    /// Theirs, without what I took out, with what I added.
    var merged: String {
        let (base, theirs, mine) = (Self.parts(base), Self.parts(theirs), Self.parts(mine))
        let kept = theirs.filter { !base.contains($0) || mine.contains($0) }
        let added = mine.filter { !base.contains($0) && !theirs.contains($0) }
        return (kept + added).joined(separator: "; ")
    }

    private static func parts(_ text: String) -> [String] {
        text.split(whereSeparator: { $0 == ";" || $0 == "；" }).map { String($0).trimmedSpaces }.filter { !$0.isEmpty }
    }
}
