package import Customers
package import TerminalKit

/// Whose note a draft is: a customer's, or of a call whose customer is not known yet.
package enum DraftKey: Hashable, Sendable {
    case customer(CustomerID)
    case unassigned
}

/// A call note being written. It is journaled as it grows and outlives switching customers, a crash and a dropped line.
package struct NoteDraft: Hashable, Sendable {
    /// Longest note that can be typed.
    package static let glyphsMax = 2_000
    /// Longest note that is kept: one that failed to be saved comes back in front of what was typed since.
    static let glyphsKeptMax = 4_095

    package var text: TextArea
    /// Id of the chosen wrap-up code.
    package var wrapUp: String?

    package init(text: String = "", wrapUp: String? = nil) {
        self.text = TextArea(text, glyphsMax: NoteDraft.glyphsKeptMax)
        self.wrapUp = wrapUp
    }

    package var isEmpty: Bool { text.isEmpty && wrapUp == nil }
}

/// One outcome an agent may give a call; numbered on screen by its place in the list.
package struct WrapUpCode: Hashable, Sendable {
    /// Most codes the desk lists.
    package static let codesMax = 15

    package var id: String
    package var label: Phrase

    package init(id: String, label: Phrase) {
        self.id = id
        self.label = label
    }

    /// The codes of a centre that has not set its own.
    package static let standard: [WrapUpCode] = [
        WrapUpCode(id: "answered", label: Phrase("已答覆", "已答复", "Answered")),
        WrapUpCode(id: "call_back", label: Phrase("需回電", "需回电", "Call back")),
        WrapUpCode(id: "complaint", label: Phrase("轉客訴", "转投诉", "Complaint")),
        WrapUpCode(id: "order", label: Phrase("訂購", "下单", "Order")),
        WrapUpCode(id: "booking", label: Phrase("預約", "预约", "Booking")),
        WrapUpCode(id: "transferred", label: Phrase("已轉接", "已转接", "Transferred")),
        WrapUpCode(id: "information", label: Phrase("更新資料", "更新资料", "Data changed")),
        WrapUpCode(id: "wrong_number", label: Phrase("打錯電話", "打错电话", "Wrong number")),
        WrapUpCode(id: "no_answer", label: Phrase("無人接聽", "无人接听", "No answer")),
    ]
}

/// A note on its way to the store.
package struct NoteToSave: Hashable, Sendable {
    package var customer: CustomerID
    package var text: String
    package var wrapUp: String

    package init(customer: CustomerID, text: String, wrapUp: String) {
        self.customer = customer
        self.text = text
        self.wrapUp = wrapUp
    }
}
