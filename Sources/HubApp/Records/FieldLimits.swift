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

  /// Characters of a text of one line.
  static let lineCharacters = 500
  /// Bytes of a text of many lines, in one language: a hundred pages.
  static let proseBytes = 200_000
  /// Bytes of the records of a page of a list: one that has so many is the last of its page.
  static let pageBytes = 4 * 1024 * 1024

  /// The texts of a record that are too long. What was longer before there was a limit stays
  /// readable, and can stay as it is while something else is changed.
  static func faults<R: Record>(of record: R, former: R?) -> [Fault] {
    var faults: [Fault] = []
    for field in R.fields where holdsText(field.kind) {
      let cells = field.cells(of: record)
      let before = former.map(field.cells)
      for (index, cell) in cells.enumerated() where cell != before?[index] {
        guard case .text(let text) = cell else { continue }
        let language = index < Language.allCases.count ? Language.allCases[index].rawValue : ""
        let isLocalized = cells.count > 1
        let pointer = isLocalized ? "/\(field.name)/\(language)" : "/\(field.name)"
        if let fault = fault(text, field, at: pointer) { faults.append(fault) }
      }
    }
    return faults
  }

  private static func fault<R: Record>(
    _ text: String, _ field: Field<R>, at pointer: String
  ) -> Fault? {
    if !field.traits.contains(.prose), let fault = Legibility.fault(in: text, at: pointer) {
      return fault
    }
    // No text has more characters than bytes.
    guard text.utf8.count > lineCharacters else { return nil }
    if field.traits.contains(.prose) || [.words, .names].contains(field.kind) {
      guard text.utf8.count > proseBytes else { return nil }
      return Fault("textTooLong", at: pointer, ["most": String(proseBytes)])
    }
    guard text.unicodeScalars.count > lineCharacters else { return nil }
    return Fault("lineTooLong", at: pointer, ["most": String(lineCharacters)])
  }

  private static func holdsText(_ kind: FieldKind) -> Bool {
    switch kind {
    case .text, .localized, .words, .names: true
    default: false
    }
  }

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
