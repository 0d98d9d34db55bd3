import Complaints

/// A case number as the one integer the tables carry: year x 10^9 + sequence.
enum ComplaintKey {
    private static let sequenceSpan: Int64 = 1_000_000_000

    static func number(year: Int, sequence: Int) -> Int64 { Int64(year) * sequenceSpan + Int64(sequence) }
    static func number(_ caseNumber: CaseNumber) -> Int64 {
        number(year: caseNumber.year, sequence: caseNumber.sequence)
    }
    static func caseNumber(_ number: Int64) -> CaseNumber {
        CaseNumber(year: Int(number / sequenceSpan), sequence: Int(number % sequenceSpan))
    }
}
