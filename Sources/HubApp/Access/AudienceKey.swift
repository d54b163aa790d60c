import HubModel

/// The keys of which an audience is made: one for each set of people.
///
/// Written out they are a letter and digits, so that the full-text index can have each word beside
/// each of them.
package struct AudienceKey: Sendable, Hashable {
  private let letter: Unicode.Scalar
  private let number: Int64

  /// Everybody, signed in or not.
  static let world = AudienceKey("w")
  static func network(_ id: ID<Network>) -> AudienceKey { AudienceKey("n", id.number) }
  static func staff(_ id: ID<Network>) -> AudienceKey { AudienceKey("s", id.number) }
  static func members(of id: ID<Body>) -> AudienceKey { AudienceKey("b", id.number) }
  static func officers(of id: ID<Body>) -> AudienceKey { AudienceKey("c", id.number) }
  static func person(_ id: ID<Person>) -> AudienceKey { AudienceKey("p", id.number) }
  static func duty(_ duty: Duty, at id: ID<Organization>) -> AudienceKey {
    switch duty {
    case .liaison: AudienceKey("l", id.number)
    case .validator: AudienceKey("v", id.number)
    case .decisionMaker: AudienceKey("d", id.number)
    }
  }

  private init(_ letter: Unicode.Scalar, _ number: Int64 = 0) {
    self.letter = letter
    self.number = number
  }

  /// Reads what `text` says.
  init(word: some StringProtocol) {
    var word = word.unicodeScalars[...]
    letter = word.popFirst() ?? " "
    number = word.reduce(0) { $0 &* 10 &+ Int64($1.value) &- 0x30 }
  }

  /// Whether all for whom another key stands are among those of this one, for keys of a record and
  /// of what it belongs to: both are of the same network.
  func includes(_ other: AudienceKey) -> Bool {
    if self == other || self == .world { return true }
    switch letter {
    case "n": return other.letter != "w" && other.letter != "n"
    case "b": return other == .officers(of: ID(number))
    default: return false
    }
  }

  /// Letter and number at once: every look at a record asks for a key or two.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(UInt64(letter.value) << 56 ^ UInt64(bitPattern: number))
  }

  /// The key as a word: `n1`.
  package var text: String { self == .world ? "w" : "\(letter)\(number)" }
}
