/// Reads vehicle plates of Taiwan, mainland China and Hong Kong.
package enum PlateParser {
    /// Every legal reading of `text`, the preferred region's first; never empty for a text with a letter or digit:
    /// what no grammar covers is kept as typed, not valid and not verified. Empty for texts longer than a plate.
    package static func candidates(_ text: String, preferred: Region) -> [PlateCandidate] {
        []
    }
}
