import ArgumentParser
import Complaints
import Dossier
import Store

struct UnitsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "units", abstract: "Field units that tasks are dispatched to.",
        subcommands: [UnitsAddCommand.self, UnitsListCommand.self])
}

struct UnitsAddCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a field unit.",
        discussion: """
            --area and --skill may be given several times, or several values separated by commas. The first area is the \
            one the unit stands in; =METRES says how far an area is: --area 02 --area 03=12000.
            """)

    @Argument(help: "The unit's name; among equals the lowest name is chosen.")
    var name: String

    @Option(
        help: ArgumentHelp("An area it serves, with its distance in metres where known.", valueName: "area[=metres]"))
    var area: [String]

    @Option(help: ArgumentHelp("Something it can do.", valueName: "skill"))
    var skill: [String]

    @Option(help: ArgumentHelp("The calendar of its opening hours.", valueName: "name"))
    var calendar: String

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard !area.isEmpty, !skill.isEmpty else { throw ValidationError("--area and --skill are needed") }
        let codes = try areas().map(\.code)
        guard Set(codes).count == codes.count else { throw ValidationError("an area is given twice") }
    }

    private func areas() throws -> [ServiceUnit.Area] {
        try area.flatMap { $0.split(separator: ",") }.map { word in
            guard let equals = word.firstIndex(of: "=") else { return ServiceUnit.Area(code: String(word)) }
            let metres = Int(word[word.index(after: equals)...])
            guard equals > word.startIndex, let metres, (0...Self.metresMax).contains(metres) else {
                throw ValidationError("'\(word)' is not of the form area=metres")
            }
            return ServiceUnit.Area(code: String(word[..<equals]), distanceMetres: metres)
        }
    }

    /// Half the way round the world.
    static let metresMax = 20_100_000

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.complaintCentre(.readWrite)
        let actor = try session.actor(in: centre)
        try session.require(actor, [.administrator, .supervisor, .manager, .director])
        var skills: [String] = []
        for word in skill.flatMap({ $0.split(separator: ",") }).map(String.init) where !skills.contains(word) {
            skills.append(word)
        }
        let unit = ServiceUnit(name: name, areas: try areas(), skills: skills, calendar: calendar)
        try centre.store.addUnit(unit, by: actor.login, at: centre.now)
        session.answer(unit.json) { Output.line(session.wording.unitAdded(SafeText.line(name))) }
        return .done
    }
}

struct UnitsListCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every field unit with its open tasks; JSON Lines with --json.")

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let units = try session.centre().store.units()
        if session.json {
            for unit in units { Output.json(unit.json) }
            return .done
        }
        var table = TextTable()
        for unit in units {
            let areas = unit.areas.map { area in area.code + (area.distanceMetres.map { "=\($0)" } ?? "") }
            table.add([
                unit.name, areas.joined(separator: ","), unit.skills.joined(separator: ","), unit.calendar,
                session.wording.openTasks(unit.load),
            ])
        }
        table.print()
        return .done
    }
}

extension ServiceUnit {
    var json: JSON {
        [
            "unit": .string(name),
            "areas": .list(areas) { ["area": .string($0.code), "distance_metres": .count($0.distanceMetres)] },
            "skills": .strings(skills), "calendar": .string(calendar), "active": .boolean(isActive),
            "open_tasks": .integer(Int64(load)),
        ]
    }
}
