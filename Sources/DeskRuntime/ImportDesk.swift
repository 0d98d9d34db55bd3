import Desk
import Dispatch
import Dossier
import Synchronization

/// Imports in the background: folders and looks at files at once, one run at a time beside them.
final class ImportDesk: Sendable {
    /// Between two words about how far a run is.
    private static let progressEvery = Duration.milliseconds(500)

    private let importer: (any FileImporting)?
    private let agent: Agent
    private let inbox: Inbox<DeskMessage>
    private let looks = LatestJob(label: "tierline.import.look")
    private let runs = DispatchQueue(label: "tierline.import", qos: .utility)
    private let isStopWished = Mutex(false)

    init(importer: (any FileImporting)?, agent: Agent, inbox: Inbox<DeskMessage>) {
        self.importer = importer
        self.agent = agent
        self.inbox = inbox
    }

    func perform(request: Int, _ effect: ImportEffect) {
        switch effect {
        case .listFolder(let path):
            looks.submit { [inbox] in
                inbox.post(.imports(request: request, .listed(FolderReader.listing(of: path))))
            }
        case .preview(let plan, let language):
            looks.submit { [self] in
                do throws(ImportTrouble) {
                    let sheet = try known().preview(plan, Wording(language))
                    inbox.post(.imports(request: request, .previewed(sheet)))
                } catch {
                    inbox.post(.imports(request: request, .notPreviewed(error.sentence)))
                }
            }
        case .start(let plan, let isTry, let language):
            isStopWished.withLock { $0 = false }
            runs.async { @Sendable [self] in run(request: request, plan, isTry: isTry, Wording(language)) }
        case .stop: isStopWished.withLock { $0 = true }
        }
    }

    /// Asks a run to stop and waits for its batch.
    func finish() {
        isStopWished.withLock { $0 = true }
        runs.sync {}
    }

    private func known() throws(ImportTrouble) -> any FileImporting {
        guard let importer, agent.keepsCustomers else {
            throw ImportTrouble(Wording.english.sentence(DeskFault.notPermitted))
        }
        return importer
    }

    private func run(request: Int, _ plan: ImportPlan, isTry: Bool, _ wording: Wording) {
        var last: ContinuousClock.Instant?
        do throws(ImportTrouble) {
            let outcome = try known().run(
                plan, isTry: isTry, by: agent.login, wording,
                progress: { status in
                    let now = ContinuousClock.now
                    if let last, last.duration(to: now) < Self.progressEvery { return }
                    last = now
                    inbox.post(.imports(request: request, .progress(status)))
                },
                shouldStop: { isStopWished.withLock { $0 } })
            inbox.post(.imports(request: request, .ended(outcome)))
        } catch {
            inbox.post(.imports(request: request, .failed(error.sentence)))
        }
    }
}
