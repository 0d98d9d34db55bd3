import Customers
import Money
import Store
import WorkingTime

/// Makes rows of one kind out of records and hands them to a sink.
protocol RowKeeper {
    /// Hands the row over; returns the sink's commit when the row filled a batch.
    mutating func keep(_ record: Record, in sink: any RowSink) throws(KeepStop) -> BulkCommit?
    /// Rows kept without a customer.
    var unattributed: Int { get }
}

extension RowKeeper {
    var unattributed: Int { 0 }
}

/// Why a row was not handed over.
enum KeepStop: Error {
    case row(RowFault)
    case tooManyCountedReferences
    case store(StoreError)

    init(_ stop: RowStop) {
        switch stop {
        case .row(let fault): self = .row(fault)
        case .tooManyCountedReferences: self = .tooManyCountedReferences
        }
    }
}

/// What a file's rows share: where they come from and how their words are read.
struct RowContext {
    var plan: ColumnPlan
    var region: Region
    var currency: Currency
    var dateFormat: DateFormat?
    var zone: ZoneRules
    var by: String
    var startedAt: Instant

    /// Source and customer that the row itself names, as files exported from here do; nil for none.
    func origin(_ record: Record) throws(RowFault) -> RowOrigin? {
        let source = plan[.tierlineSource]?.string(in: record)
        guard let code = plan[.tierlineCustomer]?.string(in: record) else {
            return source.map { RowOrigin(source: $0) }
        }
        guard let customer = CustomerID(text: code) else { throw .badValue(field: "tierline_customer", text: code) }
        return RowOrigin(source: source, customer: customer)
    }

    /// The customer's key in the source, and where the row comes from; throws when neither says whose it is.
    func owner(_ record: Record) throws(RowFault) -> (reference: String?, origin: RowOrigin?) {
        let origin = try origin(record)
        let reference = plan[.customer]?.withBytes(in: record) { $0.isEmpty ? nil : keyText($0) } ?? nil
        guard reference != nil || origin?.customer != nil else { throw .missing(field: "customer") }
        return (origin?.customer == nil ? reference : nil, origin)
    }

    func keeper() -> any RowKeeper {
        switch plan.kind {
        case .customers: CustomerRows(self)
        case .vehicles: VehicleRows(self)
        case .purchases: PurchaseRows(self)
        case .interactions: InteractionRows(self)
        case .complaints: ComplaintRows(self)
        case .holdings: HoldingRows(self)
        }
    }

    /// The region a cell names, else the file's.
    func region(_ source: CellSource?, in record: Record) throws(RowFault) -> Region {
        guard let text = source?.string(in: record) else { return region }
        guard let named = RegionWords.region(text) else { throw .badValue(field: "region", text: text) }
        return named
    }
}

/// What people call the regions we know, beside their codes.
enum RegionWords {
    static func region(_ text: String) -> Region? {
        switch HeaderFold.fold(text) {
        case "tw", "taiwan", "台灣", "臺灣", "台湾": .taiwan
        case "cn", "china", "中国", "中國", "大陸", "大陆": .china
        case "hk", "hongkong", "香港": .hongKong
        case let code where code.utf8.count == 2 && code.utf8.allSatisfy({ (0x61...0x7A).contains($0) }):
            Region(rawValue: code.uppercased())
        default: nil
        }
    }
}
