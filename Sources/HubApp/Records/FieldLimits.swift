import HubModel

/// How far the values that a caller sends may go: far enough for anything that is meant, and near
/// enough that sums and later days stay within what the hub can count and write.
enum FieldLimits {
  /// Counts, minutes, people.
  static let integers: ClosedRange<Int64> = -1_000_000_000...1_000_000_000
  static let days = Day(number: -62_091)...Day(number: 376_199)
  static let moments =
    Moment(milliseconds: -62_091 * 86_400_000)...Moment(milliseconds: 376_200 * 86_400_000 - 1)
  /// How many elements a list has at most: each reference in it is looked up.
  static let elements = 1000

  /// Whether storage, search and exports can hold the text: a NUL would cut it short.
  static func holds(_ text: String) -> Bool {
    text.utf8Span.span.withUnsafeBufferPointer { !$0.contains(0) }
  }

  /// Whether a word is still that word when it stands between the commas of a list.
  static func canBeListed(_ word: String) -> Bool {
    guard holds(word), !word.utf8.contains(UInt8(ascii: ",")) else { return false }
    // An accent without its letter would join the comma before it.
    return ",\(word),".split(separator: ",") == [word[...]]
      && !word.allSatisfy(\.isWhitespace)
  }
}
