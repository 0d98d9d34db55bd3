/// The most of anything that one record may hold.
package enum Limit {
    package static let nameBytesMax = 1_024
    /// Addresses, hints, preferences, products.
    package static let fieldBytesMax = 4_096
    /// Notes and message texts.
    package static let textBytesMax = 65_536
    package static let referenceBytesMax = 256
    package static let phonesMax = 64
    package static let platesMax = 64
    /// Candidates ranked in one look-up; beyond it the answer says that it is cut.
    ///
    /// They lie scattered over the store, so each costs a page of its own: more of them take a look-up of a few final
    /// digits over two milliseconds in a store of a million.
    package static let candidatesMax = 150
    /// History entries counted; more are shown as this many and more.
    package static let timelineCountMax = 2_000

    static func text(_ text: String?, field: String, max: Int) throws(StoreError) {
        guard let text, text.utf8.count > max else { return }
        throw .tooLong(field: field, limit: max)
    }
}
