import Dispatch
import Synchronization

/// Plans the next due cases on other threads while the ones before are being written.
final class PlanAhead: Sendable {
    private let group = DispatchGroup()
    private let result = Mutex<Result<[FiringPlan], StoreError>>(.success([]))

    /// Begins at once.
    init(_ planner: FiringPlanner, _ engine: any Engine, after place: DuePlace) {
        DispatchQueue.global(qos: .userInitiated).async(group: group) { @Sendable in
            let plans = Result { () throws(StoreError) in try Self.plans(planner, engine, after: place) }
            self.result.withLock { $0 = plans }
        }
    }

    /// The plans, in order; fewer than `Self.casesMax` when nothing due lies behind them.
    func plans() throws(StoreError) -> [FiringPlan] {
        group.wait()
        return try result.withLock { $0 }.get()
    }

    private static func plans(
        _ planner: FiringPlanner, _ engine: any Engine, after place: DuePlace
    ) throws(StoreError) -> [FiringPlan] {
        let due = try engine.read { session throws(StoreError) in
            try planner.due(session, after: place, limit: casesMax)
        }
        let threads = due.count < casesWorthThreadMin ? 1 : threadsMax
        let share = (due.count + threads - 1) / threads
        let parts = Mutex([Result<[FiringPlan], StoreError>](repeating: .success([]), count: threads))
        DispatchQueue.concurrentPerform(iterations: threads) { part in
            let mine = due.dropFirst(part * share).prefix(share)
            let plans = Result { () throws(StoreError) in
                try engine.read { session throws(StoreError) in
                    try mine.map { place throws(StoreError) in try planner.plan(session, place) }
                }
            }
            parts.withLock { $0[part] = plans }
        }
        var plans: [FiringPlan] = []
        for part in parts.withLock({ $0 }) { plans += try part.get() }
        return plans
    }

    /// Cases planned at a time.
    static let casesMax = 256
    private static let threadsMax = 2
    private static let casesWorthThreadMin = 32
}
