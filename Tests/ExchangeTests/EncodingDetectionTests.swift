import Customers
import Foundation
import Testing

@testable import Exchange

/// Text in one of the encodings, by the C library: Foundation's tables are not those of Windows.
private func encoded(_ text: String, _ encoding: TextEncoding) throws -> Data {
    switch encoding {
    case .utf8: Data(text.utf8)
    case .utf16LittleEndian: Data(text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    case .utf16BigEndian: Data(text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    case .big5, .gb18030:
        Data(try #require(TextConverter.converted(Array(text.utf8), from: .utf8, to: encoding)))
    }
}

@Suite struct `What encoding a file is in` {
    private static let traditional = "id,name\n1,許功蓋\n2,臺北市立聯合醫院\n3,王小明\n"
    private static let simplified = "id,name\n1,杭州市第一人民医院\n2,王小明\n3,联通\n"

    @Test(arguments: [
        (traditional, TextEncoding.utf8), (simplified, .utf8), (traditional, .utf16LittleEndian),
        (simplified, .utf16BigEndian), (traditional, .big5), (simplified, .gb18030), (traditional, .gb18030),
        ("name\n許功蓋\n", .big5), ("name\n联通\n", .gb18030), ("姓名,電話\n陳大文,0912345678\n", .big5),
    ])
    func `the bytes say`(text: String, encoding: TextEncoding) throws {
        let fixture = try ImportFixture(.customers, bytes: try encoded(text, encoding))
        defer { fixture.remove() }
        let detected = EncodingDetector.detect(try SourceFile(path: fixture.file.path))
        #expect(detected == DetectedEncoding(encoding, .content))
    }

    @Test func `what comes after pages of ASCII is seen`() throws {
        let plain = String(repeating: "1,plain row\n", count: 60_000)
        let fixture = try ImportFixture(.customers, bytes: try encoded("id,name\n" + plain + "2,許功蓋\n", .big5))
        defer { fixture.remove() }
        #expect(
            EncodingDetector.detect(try SourceFile(path: fixture.file.path)) == DetectedEncoding(.big5, .content))
    }

    @Test func `one damaged row does not turn a file`() throws {
        var bytes = try encoded(Self.traditional + "4,", .utf8)
        bytes.append(contentsOf: [0xFF, 0x0A])
        let fixture = try ImportFixture(.customers, bytes: bytes)
        defer { fixture.remove() }
        let detected = EncodingDetector.detect(try SourceFile(path: fixture.file.path))
        #expect(detected == DetectedEncoding(.utf8, .content))
    }

    @Test func `what is none of them is named`() throws {
        let fixture = try ImportFixture(
            .customers,
            bytes: Data("id,name\n1,Jos\u{E9} Mu\u{F1}oz\n2,Andr\u{E9}\n".unicodeScalars.map { UInt8($0.value) }))
        defer { fixture.remove() }
        let detected = EncodingDetector.detect(try SourceFile(path: fixture.file.path))
        #expect((detected.encoding, detected.witness) == (.utf8, .nothing))
    }

    @Test(arguments: ["nhi_400_big5.csv", "nhi_400_gb18030.csv", "nhi_400_utf16_bom.csv"])
    func `the real slices come in right without being told`(name: String) throws {
        var fixture = try ImportFixture(real: "encodings/" + name, .customers, map: .taiwanHealthFacilities)
        defer { fixture.remove() }
        let (result, rows) = try fixture.run()
        fixture.file = fixture.file.deletingLastPathComponent().deletingLastPathComponent().appending(
            path: "tw_nhi_facilities/nhi_mask_dev.csv")
        let (_, all) = try fixture.run()
        let byReference = Dictionary(all.customers.map { ($0.reference, $0) }, uniquingKeysWith: { $1 })
        #expect((result.rows, result.rejected) == (399, 0))
        #expect(rows.customers.allSatisfy { byReference[$0.reference] == $0 })
    }

    @Test func `signs of the old extension of Big5 are what browsers show, not private characters`() throws {
        let fixture = try ImportFixture(
            .customers,
            bytes: Data([0x69, 0x64, 0x2C, 0x6E, 0x61, 0x6D, 0x65, 0x0A, 0x31, 0x2C])
                + Data([0xA4, 0xFD, 0xC6, 0xA4, 0xC6, 0xE3, 0x0A]))
        defer { fixture.remove() }
        var big5 = fixture
        big5.encoding = .big5
        #expect(try big5.run().sink.customers.map(\.name) == ["王④ー"])
    }
}
