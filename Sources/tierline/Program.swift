import ArgumentParser
import Desk

/// The whole run of the program: arguments in, exit status out.
enum Program {
    static func run(_ given: [String]) -> ExitStatus {
        let arguments = ArgumentOrder.normalised(given)
        let wantsJSON = ArgumentOrder.wantsJSON(arguments)
        let wording = Wording(LanguageChoice.language(arguments: arguments))
        do {
            var command = try Tierline.parseAsRoot(arguments)
            guard let ours = command as? any ProgramCommand else {
                try command.run()
                return .done
            }
            return try ours.perform(Session(options: ours.global, wording: wording))
        } catch {
            return report(error, arguments: arguments, wantsJSON: wantsJSON, wording: wording)
        }
    }

    private static func report(
        _ error: any Error, arguments: [String], wantsJSON: Bool, wording: Wording
    ) -> ExitStatus {
        if let failure = Failure(error, wording: wording) { return report(failure, wantsJSON: wantsJSON) }
        // What is left comes from the argument parser: a request for help or the version, or arguments it cannot read.
        if Tierline.exitCode(for: error) == .success {
            Output.line(Tierline.fullMessage(for: error))
            return .done
        }
        let message = SafeText.line(Tierline.message(for: error)) + wording.seeHelp
        return report(Failure(.usage, "E_USAGE", message), wantsJSON: wantsJSON)
    }

    private static func report(_ failure: Failure, wantsJSON: Bool) -> ExitStatus {
        if wantsJSON {
            Output.json(failure.json)
        } else {
            var line = "tierline: " + SafeText.line(failure.message)
            if failure.asksForAnotherEvent, let legal = failure.legal, !legal.isEmpty {
                line += " [" + legal.joined(separator: " ") + "]"
            }
            Output.note(line)
        }
        return failure.status
    }
}
