import HubModel
import Testing

/// Sums as people write them.
@Suite struct MoneyWritingTests {
  @Test(arguments: [
    ("85000", "85000.00 CAD"), ("85 000,50 $", "85000.50 CAD"),
    ("85\u{A0}000,5\u{A0}$", "85000.50 CAD"), ("85\u{202F}000 $\u{A0}CA", "85000.00 CAD"),
    ("85000 EUR", "85000.00 EUR"), ("85000€", "85000.00 EUR"), ("eur 12", "12.00 EUR"),
    ("$85,000.50", "85000.50 CAD"), ("$85,000", "85000.00 CAD"), ("US$ 1,250.00", "1250.00 USD"),
    ("85 000 $ CA", "85000.00 CAD"), ("1.234.567,89 EUR", "1234567.89 EUR"),
    ("1,234,567", "1234567.00 CAD"), ("1’250 CHF", "1250.00 CHF"), ("0,5", "0.50 CAD"),
    ("-12.5", "-12.50 CAD"), ("−12,50 $", "-12.50 CAD"), ("$-5", "-5.00 CAD"),
    ("12 345 678,90 dollars", "12345678.90 CAD"),
  ])
  func `a sum is read in every way in which people write it`(_ text: String, _ sum: String) {
    guard case .sum(let money) = Money.written(text) else {
      Issue.record("“\(text)” was not read")
      return
    }
    #expect("\(money.amount) \(money.currency)" == sum)
  }

  @Test(arguments: [
    ("1,234", "1234", "1.234"), ("85,000", "85000", "85.000"), ("1.234 €", "1234", "1.234"),
    ("12,500 $", "12500", "12.500"),
  ])
  func `what can be meant in two ways is told with both`(
    _ text: String, _ whole: String, _ part: String
  ) {
    #expect(Money.written(text) == .twoWays(whole: whole, part: part))
  }

  @Test(arguments: [
    "", "much", "$", "1,2,3", "12 34", "1.5M", "85k", "1,2345", "0,500", "1 234,567", "5--3",
    "1.234,56.7", "12 dollops", "1,234 567", "99999999999999999999",
  ])
  func `what is no sum is not guessed at`(_ text: String) {
    #expect(Money.written(text) == .unreadable)
  }
}
