import WorkingTime

/// The cases of a simulation by when their next timer fires, then by their place in the order of registration.
///
/// A binary heap whose entries go stale instead of being moved: an entry counts only while it is its case's latest, so
/// a change costs one insertion and a look costs what has become due.
struct TimerQueue: Sendable {
    private struct Entry: Sendable {
        var fireAt: Instant
        /// The case's place in the order of registration.
        var place: Int
        /// Which entry of its case it is.
        var stamp: Int

        func isBefore(_ other: Entry) -> Bool {
            (fireAt, place) < (other.fireAt, other.place)
        }
    }

    private var heap: [Entry] = []
    /// The latest stamp of each case; entries with another one are stale.
    private var stamps: [Int] = []

    /// Sets when the case's next timer fires; nil when nothing will.
    mutating func set(_ place: Int, to fireAt: Instant?) {
        while stamps.count <= place { stamps.append(0) }
        stamps[place] += 1
        guard let fireAt else { return }
        heap.append(Entry(fireAt: fireAt, place: place, stamp: stamps[place]))
        rise(from: heap.count - 1)
    }

    /// The case whose timer is next, and when; it stays in the queue.
    mutating func next() -> (place: Int, fireAt: Instant)? {
        while let first = heap.first {
            if stamps[first.place] == first.stamp { return (first.place, first.fireAt) }
            removeFirst()
        }
        return nil
    }

    /// Every case with a timer, in the order in which they fire.
    func places() -> [Int] {
        heap.filter { stamps[$0.place] == $0.stamp }.sorted { $0.isBefore($1) }.map(\.place)
    }

    private mutating func removeFirst() {
        let last = heap.removeLast()
        guard !heap.isEmpty else { return }
        heap[0] = last
        sink()
    }

    private mutating func rise(from start: Int) {
        var child = start
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].isBefore(heap[parent]) else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var least = parent
            for child in (2 * parent + 1)...(2 * parent + 2)
            where child < heap.count && heap[child].isBefore(heap[least]) {
                least = child
            }
            guard least != parent else { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
