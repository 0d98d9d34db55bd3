import Desk
import Glibc

extension Wording {
    /// What the operating system calls a failure: `No such file or directory`.
    func reason(_ errno: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        // The XSI form: fills the buffer and gives 0.
        guard strerror_r(errno, &buffer, buffer.count) == 0 else { return "errno \(errno)" }
        let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
