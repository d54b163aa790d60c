/// The decoded pairs of a query or a form in their order; a name may come more than once.
package struct Query: Sendable, Equatable, ExpressibleByDictionaryLiteral {
  /// One name and its value; a name without `=` has an empty one.
  package struct Pair: Sendable, Equatable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The pairs in their order.
  package var pairs: [Pair]

  /// The pairs in this order.
  package init(_ pairs: [Pair] = []) { self.pairs = pairs }

  package init(dictionaryLiteral elements: (String, String)...) {
    pairs = elements.map { Pair(name: $0.0, value: $0.1) }
  }

  /// Reads `name=value&…` (`application/x-www-form-urlencoded`): `+` is a space.
  /// - Returns: nil where percent-encoding or UTF-8 is invalid.
  package init?(encoded text: some StringProtocol) {
    self.init(encoded: Array(text.utf8))
  }

  /// Reads `name=value&…` from bytes: `+` is a space.
  /// - Returns: nil where percent-encoding or UTF-8 is invalid.
  package init?(encoded bytes: [UInt8]) {
    pairs = []
    for part in bytes.split(separator: UInt8(ascii: "&")) {
      let halves = part.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PercentEncoding.decode(halves[0], plusIsSpace: true),
        let value = PercentEncoding.decode(halves.dropFirst().first ?? [], plusIsSpace: true)
      else { return nil }
      pairs.append(Pair(name: name, value: value))
    }
  }

  /// The value of the first pair with this name, or nil.
  package func first(named name: String) -> String? {
    pairs.first { $0.name == name }?.value
  }

  /// The values of all pairs with this name, in their order.
  package func all(named name: String) -> [String] {
    pairs.filter { $0.name == name }.map(\.value)
  }

  /// The pairs as `name=value&…`, percent-encoded.
  package var encoded: String {
    pairs.map { PercentEncoding.encode($0.name) + "=" + PercentEncoding.encode($0.value) }
      .joined(separator: "&")
  }
}
