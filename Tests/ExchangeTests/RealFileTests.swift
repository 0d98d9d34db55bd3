import Customers
import Dossier
import Foundation
import Money
import Testing
import WorkingTime

@testable import Exchange

@Suite struct `Real files` {
    private func sum(_ sink: RecordingSink) -> Int64 {
        sink.purchases.reduce(0) { $0 + $1.line.amount.minorUnits }
    }

    @Test func `a gift shop's year: every line is kept, those without a customer too`() throws {
        let fixture = try ImportFixture(
            real: "uci_online_retail/online_retail_dev.csv", .purchases, map: .uciOnlineRetail)
        defer { fixture.remove() }
        let (result, sink) = try fixture.run(into: RecordingSink(batchRows: 500))
        #expect((result.rows, result.inserted, result.rejected) == (111_640, 111_640, 0))
        #expect(result.unattributed == 4_195)
        #expect(Set(sink.purchases.map(\.reference)).count == 111_640)
        #expect(Set(sink.purchases.compactMap(\.customer)).count == 1_112)
        #expect(sink.purchases.filter(\.line.isReturn).count == 2_557)
        #expect(sink.purchases.allSatisfy { $0.customer?.contains(".") != true })
        // Taken by hand from the file: 24 x 1.45 on 2010-12-01 09:41:00.
        let first = try #require(sink.purchases.first)
        #expect(first.line.amount.minorUnits == 3480)
        #expect(first.line.at.seconds == 1_291_196_460)
        #expect(first.reference == "536380 22961")
        #expect(first.customer == "17809")
    }

    @Test func `a record shop of 1997, space-aligned`() throws {
        let fixture = try ImportFixture(real: "cdnow/CDNOW_dev.txt", .purchases, map: .cdnow)
        defer { fixture.remove() }
        let (result, sink) = try fixture.run(into: RecordingSink(batchRows: 500))
        #expect((result.rows, result.inserted, result.rejected) == (31_729, 31_729, 0))
        #expect(Set(sink.purchases.map(\.reference)).count == 31_729)
        #expect(Set(sink.purchases.compactMap(\.customer)).count == 10_586)
        #expect(sum(sink) == 114_439_389)
        #expect(sink.purchases.filter { $0.line.amount.minorUnits == 0 }.count == 38)
    }

    @Test func `Taiwan's health facilities, all with a number`() throws {
        let fixture = try ImportFixture(
            real: "tw_nhi_facilities/nhi_mask_dev.csv", .customers, map: .taiwanHealthFacilities)
        defer { fixture.remove() }
        let (result, sink) = try fixture.run(into: RecordingSink(batchRows: 500))
        #expect((result.rows, result.inserted, result.rejected) == (2_932, 2_932, 0))
        #expect(Set(sink.customers.map(\.reference)).count == 2_932)
        #expect(sink.customers.allSatisfy { $0.kind == .organisation && $0.name != nil && $0.region == .taiwan })
        #expect(sink.customers.first?.reference == "0145080011")
        #expect(sink.customers.first?.phones.map(\.e164) == ["+88638358141"])
        #expect(sink.customers.filter { $0.phones.contains(where: \.isValid) }.count >= 2_900)
    }

    @Test(arguments: [
        ("nhi_400_big5.csv", TextEncoding.big5), ("nhi_400_gb18030.csv", .gb18030),
        ("nhi_400_utf16_bom.csv", .utf16LittleEndian),
    ])
    func `the same facilities in other encodings are the same facilities`(name: String, encoding: TextEncoding) throws {
        var fixture = try ImportFixture(real: "encodings/\(name)", .customers, map: .taiwanHealthFacilities)
        defer { fixture.remove() }
        if encoding != .utf16LittleEndian { fixture.encoding = encoding }
        let (result, sink) = try fixture.run()
        #expect((result.rows, result.inserted, result.encoding) == (399, 399, encoding))
        var whole = try ImportFixture(
            real: "tw_nhi_facilities/nhi_mask_dev.csv", .customers, map: .taiwanHealthFacilities)
        defer { whole.remove() }
        whole.encoding = .utf8
        let byReference = Dictionary(
            try whole.run().sink.customers.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
        #expect(sink.customers.allSatisfy { byReference[$0.reference] == $0 })
    }

    @Test(arguments: [
        ("cn_hospitals/hangzhou_dev.csv", ShippedMap.chineseHospitals, 93),
        ("cn_hospitals/feverclinics_dev.csv", .chineseHospitals, 1_017),
        ("tw_gov_offices/offices_dev.csv", .taiwanGovernmentOffices, 8),
    ])
    func `hospitals and offices by their maps`(path: String, map: ShippedMap, rows: Int) throws {
        let fixture = try ImportFixture(real: path, .customers, map: map)
        defer { fixture.remove() }
        let (result, _) = try fixture.run()
        #expect((result.rows, result.inserted, result.rejected) == (rows, rows, 0))
    }
}
