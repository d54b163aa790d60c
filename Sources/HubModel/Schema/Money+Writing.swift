extension Money {
  /// What a sum says that somebody wrote.
  package enum Written: Sendable, Equatable {
    case sum(Money)
    /// Thousands to some and a part to others, each as it would be without doubt: `1,234`.
    case twoWays(whole: String, part: String)
    case unreadable
  }

  /// Reads a sum as people write it, in English and French alike: `85000`, `85 000,50 $`,
  /// `$85,000.50`, `85 000 $ CA`, `85000 EUR`. Without a currency it is in Canadian dollars.
  package static func written(_ text: some StringProtocol) -> Written {
    guard let sum = SumText(text), let currency = sum.currency else { return .unreadable }
    switch sum.digits {
    case .digits(let amount):
      return Money(amount: sum.sign + amount, currency: currency).map { .sum($0) } ?? .unreadable
    case .twoWays(let whole, let part):
      return .twoWays(whole: sum.sign + whole, part: sum.sign + part)
    case .unreadable: return .unreadable
    }
  }
}

/// A sum taken apart: what stands before, between and after its first and its last digit.
private struct SumText {
  enum Digits {
    case digits(String)
    case twoWays(whole: String, part: String)
    case unreadable
  }

  let sign: String
  private let before: String
  private let core: [Character]
  private let after: String

  init?(_ text: some StringProtocol) {
    // Blanks of all widths, and the minus of good typography.
    let plain = text.map { $0.isWhitespace ? " " : $0 == "\u{2212}" ? "-" : $0 }
    guard let first = plain.firstIndex(where: \.isASCIIDigit),
      let last = plain.lastIndex(where: \.isASCIIDigit)
    else { return nil }
    var before = plain[..<first].filter { $0 != " " }
    let minus = before.filter { $0 == "-" }
    guard minus.count < 2 else { return nil }
    before.removeAll { $0 == "-" }
    sign = String(minus)
    self.before = String(before).uppercased()
    core = Array(plain[first...last])
    after = String(plain[plain.index(after: last)...].filter { $0 != " " }).uppercased()
  }

  private static let signs = [
    "": "CAD", "$": "CAD", "CA$": "CAD", "C$": "CAD", "$CA": "CAD", "$CAN": "CAD", "$CAD": "CAD",
    "DOLLARS": "CAD", "US$": "USD", "$US": "USD", "$USD": "USD", "€": "EUR", "EUROS": "EUR",
    "£": "GBP",
  ]

  /// nil for what is no currency.
  var currency: String? {
    let said = before + after
    if let known = Self.signs[said] { return known }
    let isCode = said.utf8.count == 3 && said.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    return isCode ? said : nil
  }

  /// The amount with a point and without thousands.
  var digits: Digits {
    let marks = core.filter { !$0.isASCIIDigit }
    guard marks.allSatisfy({ ",. '’".contains($0) }) else { return .unreadable }
    let (commas, points) = (marks.count { $0 == "," }, marks.count { $0 == "." })
    if commas > 0, points > 0 { return apart(at: marks.last ?? ".") }
    guard let mark = [Character(","), "."].first(where: { marks.contains($0) }) else {
      return whole(core).map { .digits($0) } ?? .unreadable
    }
    if commas + points > 1 { return whole(core).map { .digits($0) } ?? .unreadable }
    let part = core.count - 1 - (core.firstIndex(of: mark) ?? 0)
    if part != 3 { return apart(at: mark) }
    guard marks.count == 1, let whole = whole(core), core.first != "0" else { return .unreadable }
    // Who writes the sign first writes the thousands so.
    if before.contains("$"), mark == "," { return .digits(whole) }
    return .twoWays(whole: whole, part: String(core.map { $0 == mark ? "." : $0 }))
  }

  /// With one mark between the whole and the part, at most two digits long.
  private func apart(at mark: Character) -> Digits {
    let pieces = core.split(separator: mark, omittingEmptySubsequences: false)
    guard pieces.count == 2, (1...2).contains(pieces[1].count),
      pieces[1].allSatisfy(\.isASCIIDigit),
      let whole = whole(Array(pieces[0]))
    else { return .unreadable }
    return .digits(whole + "." + String(pieces[1]))
  }

  /// Digits, in threes where there is anything between them, and the same everywhere.
  private func whole(_ text: [Character]) -> String? {
    let marks = Set(text.filter { !$0.isASCIIDigit })
    guard let mark = marks.first else { return String(text) }
    let groups = text.split(separator: mark, omittingEmptySubsequences: false)
    guard marks.count == 1, (1...3).contains(groups[0].count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return String(text.filter(\.isASCIIDigit))
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
