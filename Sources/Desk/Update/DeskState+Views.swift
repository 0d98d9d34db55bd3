import Dossier
import TerminalKit

extension DeskState {
    /// Throws a saved view away; Ctrl-Z saves it again.
    mutating func removeView(_ name: String) -> [DeskEffect] {
        guard let view = queue?.views.first(where: { $0.name == name }) else { return [] }
        let request = nextRequest()
        writes[request] = .removedView(view)
        if queue?.viewName == name { queue?.viewName = nil }
        return [.removeView(request: request, name: name)]
    }

    /// Delete on a row of F4: a saved view goes, anything else is no list of one's own.
    mutating func removesView(_ key: Key, _ list: ChoiceList) -> [DeskEffect]? {
        guard key == .delete, case .queueFilter = list.title, list.items.indices.contains(list.selected),
            case .showQueue(_, let name?) = list.items[list.selected].action
        else { return nil }
        closeTopOverlay()
        return removeView(name)
    }
}
