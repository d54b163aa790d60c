/// An amount in cents of a currency: never a float.
public struct Money: Sendable, Hashable {
  public var cents: Int64
  /// ISO 4217, three capital letters.
  public var currency: String

  public init(cents: Int64, currency: String = "CAD") {
    self.cents = cents
    self.currency = currency
  }

  /// Reads `125000`, `125000.5` and `125000.00`; nil for anything else or beyond a quadrillion.
  public init?(amount: some StringProtocol, currency: String = "CAD") {
    let bytes = Array(amount.utf8)
    let negative = bytes.first == 0x2D
    var whole: Int64 = 0
    var fraction: Int64 = 0
    var decimals = -1
    for byte in bytes.dropFirst(negative ? 1 : 0) {
      if byte == 0x2E, decimals < 0 {
        decimals = 0
        continue
      }
      guard byte >= 0x30, byte <= 0x39, whole < 1_000_000_000_000_000 else { return nil }
      if decimals < 0 {
        whole = whole * 10 + Int64(byte - 0x30)
      } else {
        guard decimals < 2 else { return nil }
        fraction = fraction * 10 + Int64(byte - 0x30)
        decimals += 1
      }
    }
    guard bytes.count > (negative ? 1 : 0), decimals != 0, bytes.last != 0x2E,
      currency.utf8.count == 3, currency.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A })
    else { return nil }
    if decimals == 1 { fraction *= 10 }
    self.init(cents: (whole * 100 + fraction) * (negative ? -1 : 1), currency: currency)
  }

  /// `125000.00`, as the API writes it.
  public var amount: String {
    let magnitude = cents.magnitude
    let rest = Int(magnitude % 100)
    return "\(cents < 0 ? "-" : "")\(magnitude / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
