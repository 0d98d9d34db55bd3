package import Complaints
import Synchronization
package import Valuation
package import WorkingTime

/// Makes a book of what a store has published; given by whoever can read the files.
package typealias RulesReader = @Sendable (PublishedRules) throws(StoreError) -> RulesBook

/// The book a store works by, and the publication it was made of.
struct RulesCache {
    /// Nil for a book handed over as it is, which never grows old.
    var reader: RulesReader?
    var book: RulesBook?
    var revision: Int64 = -1
}

extension Store {
    /// Hands over how published policies and calendars are read. The book is made now, and anew whenever a process has
    /// published something since.
    package func use(_ reader: @escaping RulesReader) throws(StoreError) {
        rulesBook.withLock { $0 = RulesCache(reader: reader) }
        _ = try freshBook()
    }

    /// Hands over a fixed book, for centres whose policy is not in the store.
    package func use(_ book: RulesBook) {
        rulesBook.withLock { $0 = RulesCache(book: book) }
    }

    /// The book complaints are decided and folded by, read anew when a process has published since; nil when nobody
    /// handed one over.
    ///
    /// Where it cannot be read anew the last one stands: whatever hinders it stops the caller's own reading too.
    var book: RulesBook? {
        do throws(StoreError) {
            return try freshBook()
        } catch {
            return knownBook
        }
    }

    /// The book as it was read last, without asking whether somebody has published since.
    var knownBook: RulesBook? { rulesBook.withLock { $0.book } }

    private func freshBook() throws(StoreError) -> RulesBook? {
        let cache = rulesBook.withLock { $0 }
        guard let reader = cache.reader else { return cache.book }
        let revision = try engine.read { session throws(StoreError) in try session.rulesRevision() }
        if revision == cache.revision, let book = cache.book { return book }
        let (published, found) = try engine.read { session throws(StoreError) in
            (try session.publishedRules(), try session.rulesRevision())
        }
        var book = try reader(published)
        book.revision = found
        rulesBook.withLock { $0 = RulesCache(reader: reader, book: book, revision: found) }
        return book
    }

    /// Writes by the book, and by the new one when somebody has published between reading it and the transaction.
    func writeByBook<T>(
        _ body: (any Session, RulesBook) throws(StoreError) -> T
    ) throws(StoreError) -> T {
        while true {
            guard let book = try freshBook() else { throw .rulesMissing(policy: nil) }
            let result: T? = try engine.write { session throws(StoreError) in
                if let revision = book.revision, try session.rulesRevision() != revision { return nil }
                return try body(session, book)
            }
            if let result { return result }
        }
    }

    /// The rules in force at `now`, for cases registered then; nil when nobody handed any over.
    package func rulesInForce(at now: Instant) -> Rules? { book?.inForce(at: now) }

    /// How customers' value is computed at `now`: by the policy in force, or by the built-in rules.
    package func valueRules(at now: Instant) -> ValueRules { book?.valueRules(at: now) ?? .builtIn }
}
