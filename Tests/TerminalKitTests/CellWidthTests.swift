import Glibc
import Testing

@testable import TerminalKit

@Suite struct CellWidthTests {
    @Test func `the table agrees with libc on every code point it gives a width`() throws {
        try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil, "this machine has no C.UTF-8 locale")
        let isTheTablesLibc = String(cString: try libcVersion()()) == "2.36"
        let wcwidth = try libcWidth()
        var different: [String] = []
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let ours = CellWidth.of(scalar)
            // A newer libc knows more characters; ours shows those as a stand-in, which is safe.
            if ours < 0 && !isTheTablesLibc { continue }
            let theirs = Int(wcwidth(Int32(bitPattern: value)))
            if ours != theirs { different.append("U+\(String(value, radix: 16)): \(ours), libc \(theirs)") }
        }
        #expect(different == [])
    }

    private func libcWidth() throws -> @convention(c) (Int32) -> Int32 {
        let symbol = try #require(dlsym(nil, "wcwidth"))
        return unsafeBitCast(symbol, to: (@convention(c) (Int32) -> Int32).self)
    }

    private func libcVersion() throws -> @convention(c) () -> UnsafePointer<CChar> {
        let symbol = try #require(dlsym(nil, "gnu_get_libc_version"))
        return unsafeBitCast(symbol, to: (@convention(c) () -> UnsafePointer<CChar>).self)
    }

    @Test(
        arguments: [
            ("a", 1), ("京", 2), ("，", 2), ("·", 1), ("…", 1), ("\u{301}", 0), ("ｱ", 1), ("Ａ", 2), ("한", 2), ("😀", 2),
            ("\u{20000}", 2), ("\u{31350}", -1), ("\u{7F}", -1), ("\u{1B}", -1), ("\u{E000}", 1),
        ] as [(Unicode.Scalar, Int)])
    func `characters take the cells they are known to take`(scalar: Unicode.Scalar, width: Int) {
        #expect(CellWidth.of(scalar) == width)
    }
}
