import ArgumentParser
import Dossier
import Store

struct DoctorCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "What is wrong with the store and its surroundings, and how to mend it.")

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let findings = Doctor(session: session).examine()
        session.answer([
            "findings": .list(findings) { finding in
                [
                    "check": .string(finding.check), "state": .string(finding.state.rawValue),
                    "detail": .string(finding.detail), "mend": .text(finding.mend),
                ]
            }
        ]) {
            var table = TextTable()
            for finding in findings {
                table.add([
                    session.wording.doctorState(finding.state), finding.check, finding.detail, finding.mend ?? "",
                ])
            }
            table.print()
        }
        return findings.contains { $0.state == .fault } ? .no : .done
    }
}
