package import Desk
package import Dossier

/// Brings files in; the program gives the desk one that knows the formats.
package protocol FileImporting: Sendable {
    /// What an import would make of the file.
    func preview(_ plan: ImportPlan, _ wording: Wording) throws(ImportTrouble) -> ImportSheet

    /// Runs to the file's end, or until `shouldStop` says so; whole batches stay kept.
    func run(
        _ plan: ImportPlan, isTry: Bool, by login: String, _ wording: Wording,
        progress: (ImportStatus) -> Void, shouldStop: () -> Bool
    ) throws(ImportTrouble) -> ImportOutcome
}

/// Why a file cannot be looked at or brought in, as a sentence.
package struct ImportTrouble: Error, Sendable, Hashable {
    package var sentence: String

    package init(_ sentence: String) {
        self.sentence = sentence
    }
}
