/// Texts with their customers, sorted as a b-tree sorts them: by their bytes.
///
/// One buffer instead of a string each, compared by eight bytes at a time.
struct KeyRun {
    private var bytes: [UInt8] = []
    private var entries: [Entry] = []

    private struct Entry {
        /// The first eight bytes as a number, zeros behind a shorter text.
        var head: UInt64
        var start: Int
        var count: Int
        var customer: Int64
    }

    mutating func add(_ key: String, of customer: Int64) {
        let start = bytes.count
        bytes.append(contentsOf: key.utf8)
        var head: UInt64 = 0
        for place in 0..<8 { head = head << 8 | (start + place < bytes.count ? UInt64(bytes[start + place]) : 0) }
        entries.append(Entry(head: head, start: start, count: bytes.count - start, customer: customer))
    }

    /// Gives each text with its customer, in order of the bytes and then of the customers.
    mutating func forEachInOrder(
        _ body: (UnsafeRawBufferPointer, Int64) throws(StoreError) -> Void
    ) throws(StoreError) {
        let bytes = bytes
        entries.sort { a, b in
            if a.head != b.head { return a.head < b.head }
            let order = bytes[a.start..<a.start + a.count].dropFirst(8)
                .compared(with: bytes[b.start..<b.start + b.count].dropFirst(8))
            return order == 0 ? (a.count, a.customer) < (b.count, b.customer) : order < 0
        }
        for entry in entries {
            let result = bytes.withUnsafeBytes { all in
                Result { () throws(StoreError) in
                    try body(
                        UnsafeRawBufferPointer(rebasing: all[entry.start..<entry.start + entry.count]), entry.customer)
                }
            }
            try result.get()
        }
    }
}

extension ArraySlice<UInt8> {
    /// Below zero when this comes first, above when the other does, zero when one begins the other.
    fileprivate func compared(with other: ArraySlice<UInt8>) -> Int {
        for (mine, theirs) in zip(self, other) where mine != theirs { return Int(mine) - Int(theirs) }
        return 0
    }
}
