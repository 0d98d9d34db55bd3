package import Customers
package import Dossier
import TerminalKit

/// The review of people known twice: pairs that wait, merges of late, and the chosen pair side by side.
package struct DuplicateScreen: Equatable, Sendable {
    /// Pairs read at once.
    package static let pairsMax = 100
    /// Merges of late that are listed.
    package static let mergesMax = 100

    package enum List: Hashable, Sendable, CaseIterable {
        case waiting
        case merged
    }

    package var list = List.waiting
    /// In the order of the first reading; what comes later is put at the end, and a pair that is done stays in its row.
    package var pairs: [DuplicateRow] = []
    /// Pairs that wait in all, as last read.
    package var waiting = 0
    package var merges: [MergeRow] = []
    package var selectedPair = 0
    package var selectedMerge = 0
    /// The pair alone, without the list above it.
    package var isWhole = false
    /// First line of the comparison that is seen.
    package var scroll = 0
    package var isLoaded = false
    package var fault: DeskFault?
    var request = 0

    package init() {}

    package var pair: DuplicateRow? {
        pairs.indices.contains(selectedPair) ? pairs[selectedPair] : nil
    }
}

/// One pair and what became of it.
package struct DuplicateRow: Equatable, Sendable {
    package var review: DuplicateReview
    /// The record that stays when the two are made one.
    package var survivor: CustomerID
    package var result = DuplicateResult.waits
    /// The merge that made the two one, so that it can be taken back.
    package var merge: CustomerMerge?

    package init(_ review: DuplicateReview) {
        self.review = review
        survivor = Self.fuller(review)
    }

    package var other: CustomerID { survivor == review.pair.a ? review.pair.b : review.pair.a }

    /// The record with more history stays; of two alike the older one.
    private static func fuller(_ review: DuplicateReview) -> CustomerID {
        func weight(_ side: DuplicateSide) -> Int { side.purchases + side.interactions + side.openComplaints }
        return weight(review.b) > weight(review.a) ? review.pair.b : review.pair.a
    }
}

/// What became of a pair.
package enum DuplicateResult: Hashable, Sendable {
    case waits
    case underWay
    case merged
    case different
    case refused(DeskFault)
}

/// A merge of late and what became of it since.
package struct MergeRow: Equatable, Sendable {
    package var line: MergeLine
    package var result = DuplicateResult.waits

    package init(_ line: MergeLine) {
        self.line = line
    }

    /// Taken back from here.
    package var isParted: Bool { line.merge.undoneAt != nil }
}
