import Testing

@testable import Customers

@Suite struct PhoneKeysTests {
    @Test func `the tail is the last eight digits reversed`() {
        #expect(PhoneKeys(digits: "886912345678")?.tail == 87_654_321)
        #expect(PhoneKeys(digits: "3812535")?.tail == 53_521_830)
        #expect(PhoneKeys(digits: "110")?.tail == 1_100_000)
    }

    @Test func `final digits are one range of tails`() {
        #expect(PhoneKeys.tails(endingWith: "678") == 87_600_000...87_699_999)
        #expect(PhoneKeys.tails(endingWith: "886912345678") == 87_654_321...87_654_321)
    }

    @Test func `too few or too many digits are no key`() {
        #expect(PhoneKeys(digits: "12") == nil)
        #expect(PhoneKeys(digits: String(repeating: "1", count: 21)) == nil)
        #expect(PhoneKeys(digits: "12a4") == nil)
    }
}
