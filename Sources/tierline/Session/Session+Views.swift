import Customers
import Dossier
import Store

extension Session {
    /// Notes in the trail that somebody saw a customer's record. Who may only read the store is not kept from reading.
    func noteView(of id: CustomerID, at centre: Centre) throws {
        guard let writable = try? self.centre(at: centre.store.path, .readWrite) else { return }
        defer { try? writable.store.close() }
        guard let actor = try? actor(in: writable) else { return }
        try noting { () throws(StoreError) in
            try writable.store.noteUse(.view, of: id, by: actor.login, purpose: "customer show", at: centre.now)
        }
    }
}
