import Customers
import Dossier
import Foundation
import Money
import Testing
import WorkingTime

@testable import Exchange

@Suite struct `Files in other encodings` {
    /// 許功蓋: their second bytes in Big5 are backslashes, the classic trap.
    static let big5 = Data([0xB3, 0x5C, 0xA5, 0x5C, 0xBB, 0x5C])
    static let gb18030 = Data([0xD0, 0xED, 0xB9, 0xA6, 0xB8, 0xC7])

    private func file(_ parts: [Data]) -> Data { parts.reduce(Data(), +) }
    private func ascii(_ text: String) -> Data { Data(text.utf8) }

    @Test(arguments: [(TextEncoding.big5, big5, "許功蓋"), (.gb18030, gb18030, "许功盖")])
    func `cells are split before they are decoded`(encoding: TextEncoding, name: Data, text: String) throws {
        let bytes = file([
            ascii("id,name\r\n1,"), name, ascii("\r\n2,\""), name, ascii(",x\"\r\n3,"), Data([0xFF]), ascii("\r\n"),
        ])
        var fixture = try ImportFixture(.customers, bytes: bytes)
        defer { fixture.remove() }
        fixture.encoding = encoding
        let (result, sink) = try fixture.run()
        #expect(sink.customers.map(\.name) == [text, text + ",x"])
        #expect((result.rejected, result.encoding) == (1, encoding))
        let rejects = try Data(contentsOf: URL(filePath: fixture.rejectsPath))
        #expect(
            rejects
                == file([
                    ascii("id,name,line,reason\n3,"), Data([0xFF]),
                    ascii(",4,\"bytes that are not \(encoding.rawValue)\"\n"),
                ]))
    }

    @Test(arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian])
    func `UTF-16 is told by its mark and its rejects are UTF-16 again`(encoding: TextEncoding) throws {
        let isLittle = encoding == .utf16LittleEndian
        func wide(_ text: String) -> Data {
            Data(
                text.utf16.flatMap {
                    isLittle ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)]
                })
        }
        let lonely = isLittle ? Data([0x3D, 0xD8]) : Data([0xD8, 0x3D])
        let bytes = file([wide("\u{FEFF}id,name\r\n1,許😀\r\n2,"), lonely, wide("x\r\n3,𠮷\r\n")])
        var fixture = try ImportFixture(.customers, bytes: bytes)
        defer { fixture.remove() }
        for told in [nil, TextEncoding(name: "utf-16")] {
            fixture.encoding = told
            let (result, sink) = try fixture.run()
            #expect(sink.customers.map(\.name) == ["許😀", "𠮷"])
            #expect((result.rejected, result.encoding) == (1, encoding))
            let rejects = try Data(contentsOf: URL(filePath: fixture.rejectsPath))
            #expect(
                rejects
                    == file([
                        wide("\u{FEFF}id,name,line,reason\n2,"), lonely,
                        wide("x,3,\"bytes that are not \(encoding.rawValue)\"\n"),
                    ]))
        }
    }

    @Test func `a UTF-16 file longer than the buffer loses nothing`() throws {
        let rows = (0..<40_000).map { "\($0),名字\($0)😀" }.joined(separator: "\n")
        var bytes = Data([0xFF, 0xFE])
        for unit in ("id,name\n" + rows).utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let fixture = try ImportFixture(.customers, bytes: bytes)
        defer { fixture.remove() }
        let (result, sink) = try fixture.run()
        #expect(result.rejected == 0)
        #expect(sink.customers.count == 40_000)
        #expect(sink.customers.last?.name == "名字39999😀")
    }

    @Test func `a bar cannot separate cells in Big5`() throws {
        var fixture = try ImportFixture(.customers, "id|name\n1|x\n")
        defer { fixture.remove() }
        fixture.encoding = .big5
        #expect(throws: ImportError.delimiterNotUsable(delimiter: "|", encoding: .big5)) { try fixture.run() }
    }

    @Test(
        arguments: [
            ("UTF-8", TextEncoding.utf8), ("utf8", .utf8), ("Big5", .big5), ("CP950", .big5), ("GBK", .gb18030),
            ("gb2312", .gb18030), ("utf-16be", .utf16BigEndian), ("latin1", nil),
        ] as [(String, TextEncoding?)])
    func `the names people give encodings`(name: String, encoding: TextEncoding?) {
        #expect(TextEncoding(name: name) == encoding)
    }
}
