import Glibc
import Synchronization

/// Results of background work on their way to the loop: a queue any thread may fill and a pipe to poll.
final class Inbox<Message: Sendable>: Sendable {
    /// Readable whenever messages wait.
    let descriptor: Int32
    private let wakeDescriptor: Int32
    private let waiting = Mutex<[Message]>([])

    init() {
        var ends: [Int32] = [-1, -1]
        let made = pipe(&ends)
        precondition(made == 0, "the kernel refused a pipe; the process is out of files")
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        descriptor = ends[0]
        wakeDescriptor = ends[1]
    }

    deinit {
        close(descriptor)
        close(wakeDescriptor)
    }

    /// Adds `message` and wakes the loop.
    func post(_ message: Message) {
        let isFirst = waiting.withLock { messages in
            messages.append(message)
            return messages.count == 1
        }
        if isFirst { _ = write(wakeDescriptor, [1], 1) }
    }

    /// Everything that has arrived, in order.
    func drain() -> [Message] {
        var wakes = [UInt8](repeating: 0, count: 64)
        while read(descriptor, &wakes, wakes.count) == wakes.count {}
        return waiting.withLock { messages in
            defer { messages = [] }
            return messages
        }
    }
}
