import ArgumentParser
import Customers
import Dossier
import Store

struct DuplicatesMergeCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Make the second customer part of the first; everything moves, nothing is lost.",
        discussion: "The second number leads to the first from then on. tierline duplicates unmerge puts all back.")

    @Argument(help: ArgumentHelp("The customer who stays.", valueName: "a"))
    var survivor: CustomerID

    @Argument(help: ArgumentHelp("The customer who becomes part of the first.", valueName: "b"))
    var other: CustomerID

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre(.readWrite)
        let actor = try session.actor(in: centre)
        try session.requireKeeper(actor)
        let merge = try centre.store.merge(other, into: survivor, by: actor.login, at: centre.now)
        session.answer(merge.json(in: centre)) {
            Output.line(
                session.wording.merged(
                    merge.absorbed.description, into: merge.survivor.description, merge: merge.id,
                    rows: merge.movedRows))
        }
        return .done
    }
}

struct DuplicatesUnmergeCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "unmerge", abstract: "Undo a merge exactly; what came since stays with the customer who stayed.")

    @Argument(help: ArgumentHelp("The merge's number, as merge printed it.", valueName: "merge"))
    var merge: Int64

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre(.readWrite)
        let actor = try session.actor(in: centre)
        try session.requireKeeper(actor)
        let undone = try centre.store.unmerge(merge, by: actor.login, at: centre.now)
        session.answer(undone.json(in: centre)) {
            Output.line(session.wording.unmerged(undone.absorbed.description, from: undone.survivor.description))
        }
        return .done
    }
}

struct DuplicatesDifferentCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "different", abstract: "Remember that two customers are not one person; never proposed again.")

    @Argument(help: ArgumentHelp("One customer.", valueName: "a"))
    var one: CustomerID

    @Argument(help: ArgumentHelp("The other customer.", valueName: "b"))
    var other: CustomerID

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre(.readWrite)
        let actor = try session.actor(in: centre)
        try session.requireKeeper(actor)
        try centre.store.noteDifferent(one, other, by: actor.login, at: centre.now)
        session.answer(["a": .string(one.description), "b": .string(other.description), "different": true]) {
            Output.line(session.wording.notedDifferent(one.description, other.description))
        }
        return .done
    }
}

extension CustomerMerge {
    func json(in centre: Centre) -> JSON {
        [
            "merge": .integer(id), "survivor": .string(survivor.description),
            "absorbed": .string(absorbed.description), "at": .string(centre.timestamp(at)), "by": .string(by),
            "rows": .integer(Int64(movedRows)), "undone_at": centre.timestamp(undoneAt),
        ]
    }
}
