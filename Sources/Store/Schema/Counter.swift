/// The sources every store has.
enum Source {
    /// What is typed at a desk.
    static let desk: Int64 = 1
    static let deskName = "desk"
}

/// Numbers handed out one after the other, never twice.
enum Counter: String {
    case customer
    case purchase
    case interaction
    case holding
    case followUp = "follow_up"
    case effect
    case notice
    /// Publications of policies and calendars.
    case rules
    case importRun = "import_run"
    case merge
}

extension Session {
    /// The first of `count` new numbers of that kind.
    func take(_ counter: Counter, count: Int = 1) throws(StoreError) -> Int64 {
        try take(named: counter.rawValue, count: count)
    }

    private func take(named name: String, count: Int) throws(StoreError) -> Int64 {
        let next = try integer(
            """
            INSERT INTO counters (name, next) VALUES ($1, $2 + 1)
            ON CONFLICT (name) DO UPDATE SET next = counters.next + $2 RETURNING next
            """, name, count)
        guard let next else { throw .engine(code: -1, message: "a counter gave no number", sql: nil) }
        return next - Int64(count)
    }

    /// The number of a source, made when the name is new.
    func source(named name: String) throws(StoreError) -> Int64 {
        if let id = try integer("SELECT id FROM sources WHERE name = $1", name) { return id }
        try Limit.text(name, field: "source", max: Limit.nameBytesMax)
        let id = (try integer("SELECT MAX(id) FROM sources") ?? 0) + 1
        try run("INSERT INTO sources (id, name) VALUES ($1, $2)", id, name)
        return id
    }
}

/// Numbers of one kind handed out within one transaction: the counter is read once and written once.
struct NumberRun {
    let counter: Counter
    private var next: Int64?
    private var isMoved = false

    init(_ counter: Counter) { self.counter = counter }

    mutating func take(_ session: any Session) throws(StoreError) -> Int64 {
        let number: Int64
        if let next { number = next } else { number = try session.peek(counter) }
        next = number + 1
        isMoved = true
        return number
    }

    /// Sees to it that a number given from elsewhere is never handed out again.
    mutating func reserve(_ number: Int64, _ session: any Session) throws(StoreError) {
        let first: Int64
        if let next { first = next } else { first = try session.peek(counter) }
        next = max(first, number + 1)
        isMoved = true
    }

    /// Keeps what was handed out; call once, in the same transaction.
    func finish(_ session: any Session) throws(StoreError) {
        guard isMoved, let next else { return }
        try session.set(counter, next: next)
    }
}

extension Session {
    fileprivate func peek(_ counter: Counter) throws(StoreError) -> Int64 {
        try integer("SELECT next FROM counters WHERE name = $1", counter.rawValue) ?? 1
    }

    fileprivate func set(_ counter: Counter, next: Int64) throws(StoreError) {
        try run(
            "INSERT INTO counters (name, next) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET next = $2",
            counter.rawValue, next)
    }
}
