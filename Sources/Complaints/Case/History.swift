/// A list that only grows. Copies share all but the last few elements, so that a long case is no slower to change.
///
/// An array in a value that is compared before and after each event would be copied whole with every line.
package struct History<Element: Hashable & Sendable>: Hashable, Sendable {
    /// Full, and never changed again.
    private var chunks: [[Element]] = []
    private var tail: [Element] = []

    private static var chunkLength: Int { 32 }

    package init() {}

    package mutating func append(_ element: Element) {
        tail.append(element)
        guard tail.count == Self.chunkLength else { return }
        chunks.append(tail)
        tail = []
    }
}

extension History: RandomAccessCollection {
    package var startIndex: Int { 0 }
    package var endIndex: Int { chunks.count * Self.chunkLength + tail.count }

    package subscript(position: Int) -> Element {
        let chunk = position / Self.chunkLength
        return chunk < chunks.count
            ? chunks[chunk][position % Self.chunkLength] : tail[position - chunks.count * Self.chunkLength]
    }
}
