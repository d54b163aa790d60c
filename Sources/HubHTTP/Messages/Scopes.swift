/// What a credential lets its bearer ask for; a wider one includes the narrower.
package struct Scopes: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Reading.
  package static let read = Scopes(rawValue: 0b001)
  /// Writing too.
  package static let write = Scopes(rawValue: 0b011)
  /// Also what only an admin may, and making and revoking credentials.
  package static let admin = Scopes(rawValue: 0b111)
  /// No limit: what a person who signed in has.
  package static let all = admin

  /// Each scope with its word, the narrowest first.
  package static let named: [(scope: Scopes, name: String)] = [
    (.read, "read"), (.write, "write"), (.admin, "admin"),
  ]

  /// The words for the scopes in this set, the narrowest first.
  package var names: [String] { Self.named.filter { contains($0.scope) }.map(\.name) }

  /// The scopes that words name, and those they include; nil for none, or an unknown word.
  package init?(names: [some StringProtocol]) {
    var scopes: Scopes = []
    for name in names {
      guard let known = Self.named.first(where: { $0.name == name }) else { return nil }
      scopes.formUnion(known.scope)
    }
    if scopes.isEmpty { return nil }
    self = scopes
  }
}
