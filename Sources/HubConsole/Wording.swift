/// What the console says, in the language of the person: the product brings its words.
package protocol Wording: Sendable {
  /// The text of a key, filled in.
  func callAsFunction(_ key: String, _ arguments: [String: String]) -> String
  func has(_ key: String) -> Bool
  /// A number as the language writes it.
  func number(_ value: Int) -> String
  /// The word that somebody probably meant; nil where none is near.
  func nearest(to word: String, among candidates: [String]) -> String?
  /// What the product threw, in sentences; nil for what is a bug.
  func failure(for error: any Error) -> Failure?
}

extension Wording {
  func callAsFunction(_ key: String) -> String { self(key, [:]) }
}
