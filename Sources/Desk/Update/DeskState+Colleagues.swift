import Complaints
import Customers
import Dossier
import WorkingTime

extension DeskState {
    /// What this desk has open, for others to know.
    var whereabouts: Whereabouts {
        var number = caseScreen?.caseNumber
        var isEditing = false
        for case .form(let form) in overlays {
            switch form.purpose {
            case .event(let about, _): (number, isEditing) = (about, true)
            case .queueEvent(let about, _) where about.count == 1: (number, isEditing) = (about[0], true)
            case .editCustomer, .newComplaint: isEditing = true
            case .newCustomer, .queueEvent, .saveView, .callBack: break
            }
        }
        return Whereabouts(
            customer: customer?.id, caseNumber: number, isEditing: isEditing, status: presence.rawValue)
    }

    /// Tells other desks what is open here when it has changed, and again before what they were told runs out.
    ///
    /// With nothing open only the minute clock says it, so that a desk at rest stays asleep.
    mutating func announce() -> [DeskEffect] {
        guard hasColleagues else { return [] }
        let whereabouts = whereabouts
        let isWatching = whereabouts.isOpen || showsQueue
        guard
            announced?.whereabouts != whereabouts || announced?.isWatching != isWatching
                || (announceAgainAt ?? now) <= now
        else { return [] }
        announced = Announcement(whereabouts: whereabouts, isWatching: isWatching, at: now)
        if !isWatching { sightings = [] }
        return [.announce(whereabouts, isWatching: isWatching)]
    }

    mutating func sighted(_ sightings: [Sighting]?) {
        guard let sightings else {
            hasColleagues = false
            self.sightings = []
            return
        }
        if announced?.isWatching == true { self.sightings = sightings }
    }

    /// Those not heard of in time are gone, whether or not anything says so.
    mutating func forgetColleaguesGone() {
        if sightings.contains(where: { $0.goneAt <= now }) { sightings.removeAll { $0.goneAt <= now } }
    }

    /// When the heartbeat is due, or a colleague counts as gone.
    var colleaguesChangeAt: Instant? {
        guard hasColleagues else { return nil }
        let gone = sightings.map(\.goneAt).min()
        guard let again = announceAgainAt else { return gone }
        return gone.map { min($0, again) } ?? again
    }

    private var announceAgainAt: Instant? {
        guard let announced else { return nil }
        if announced.whereabouts.isOpen {
            return Instant(microseconds: announced.at.microseconds + Whereabouts.beatSeconds * 1_000_000)
        }
        return Instant(seconds: (announced.at.seconds / 60 + 1) * 60)
    }
}
