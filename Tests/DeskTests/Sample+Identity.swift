import Customers
import Dossier
import WorkingTime

@testable import Desk

extension Sample {
    /// A customer with all the particulars the card can hold.
    static var fullCard: CustomerCard {
        var card = wang
        card.customer.creditGrade = .b
        card.customer.taboos = "勿提前夫"
        card.customer.preferences = "喜欢靠窗; 老客户价"
        card.customer.contactPreference = "只打手机, 晚上"
        card.customer.vulnerableNeed = "听力不好, 请慢说"
        card.customer.responsible = "amy"
        card.customer.birthDate = "1980-05-01"
        card.customer.idNumber = "110101198005011234"
        card.customer.address = "中山路 12 号"
        card.customer.addressParts = AddressParts(extra: "3 楼", locality: "朝阳区", postcode: "100020", province: "北京")
        card.customer.consents = [
            Consent(purpose: .marketing, isGiven: false), Consent(purpose: .recording, isGiven: true),
        ]
        card.holdings = [
            Holding(
                product: "延长保修", reference: "W-7781", since: at("2025-03-01T00:00:00+08:00"),
                until: at("2028-02-28T00:00:00+08:00")),
            Holding(product: "会员金卡", reference: "G-12"),
        ]
        return card
    }

    static func review(_ number: Int64 = 17, name: String = "王建国", weight: Double = 14.2) -> DuplicateReview {
        var a = fullCard.customer
        a.id = CustomerID(number)
        a.name = name
        var b = Customer(id: CustomerID(number + 200), name: "王建國", region: .china)
        b.phones = a.phones
        b.plates = [
            VehiclePlate(raw: "京B88888", key: "京B88888", display: "京B·88888", region: .china, isVerified: true)
        ]
        b.birthDate = "1980-05-10"
        b.source = "crm"
        b.reference = "4711"
        let pair = DuplicatePair(
            a: a.id, b: b.id, bReference: "crm/4711", weight: weight, probability: 0.98,
            evidence: [
                DuplicateEvidence(field: .phone, weight: 11), DuplicateEvidence(field: .name, weight: 7.8),
                DuplicateEvidence(field: .birthDate, weight: -3.4), DuplicateEvidence(field: .plate, weight: -1.2),
            ])
        return DuplicateReview(
            pair: pair,
            a: DuplicateSide(
                customer: a, purchases: 14, interactions: 21, openComplaints: 2,
                lastContact: at("2026-11-20T09:00:00+08:00")),
            b: DuplicateSide(customer: b, purchases: 1, interactions: 0, openComplaints: 0))
    }

    static var duplicates: DuplicateWorklist {
        DuplicateWorklist(
            reviews: [
                review(), review(31, name: "赵敏", weight: 12.1), review(32, name: "陳\u{202E}大文", weight: 11.6),
                review(33, name: "Christopher Montgomery-Smythe", weight: 10.3), review(34, name: "林小雨", weight: 9.8),
                review(35, name: "李四", weight: 9.1), review(36, name: "张三", weight: 8.8),
            ],
            waiting: 12,
            merges: [
                MergeLine(
                    merge: merge(5, into: CustomerID(70), from: CustomerID(71)), survivorName: "周杰", absorbedName: "周傑"),
                MergeLine(
                    merge: merge(4, into: CustomerID(60), from: CustomerID(61)), survivorName: nil, absorbedName: "Bob"),
            ])
    }

    static func merge(_ id: Int64, into survivor: CustomerID, from absorbed: CustomerID) -> CustomerMerge {
        CustomerMerge(
            id: id, survivor: survivor, absorbed: absorbed, at: at("2026-11-21T16:20:00+08:00"), by: "amy", movedRows: 9
        )
    }

    static var lookalike: Lookalike {
        Lookalike(
            match: wangMatch, weight: 14.2,
            evidence: [DuplicateEvidence(field: .phone, weight: 11), DuplicateEvidence(field: .name, weight: 7.8)])
    }

    static let folder = FolderListing(
        path: "/data/",
        entries: [
            FolderEntry(name: "old", isFolder: true, bytes: 0),
            FolderEntry(name: "2000客戶.csv", isFolder: false, bytes: 183_000),
            FolderEntry(name: "a\u{1B}[31mevil.csv", isFolder: false, bytes: 12),
            FolderEntry(name: "purchases.xlsx", isFolder: false, bytes: 45_000_000),
        ])

    static func sheet(_ plan: ImportPlan, problem: String? = nil) -> ImportSheet {
        let fields = plan.fields ?? ["name", nil]
        return ImportSheet(
            encoding: plan.encoding ?? "big5", isDetected: plan.encoding == nil,
            encodings: ["utf-8", "big5", "gb18030"],
            columns: [.init(name: "姓名", field: fields[0]), .init(name: "備註", field: fields[1])],
            rows: [
                .init(line: 2, cells: ["王小明", "常客\u{1B}]0;x\u{7}"]), .init(line: 3, cells: ["李大华", ""]),
                .init(line: 4, cells: ["", ""], fault: "every cell is empty"),
            ],
            fields: ["name", "phone", "hint"], problem: problem)
    }
}
