/// Reads days and times of day out of what people type, in English and French alike.
///
/// Works on folded bytes (`Folding`): lower case, no accents, plain blanks and dashes.
struct HumanDateScanner {
  let bytes: [UInt8]
  let today: Day
  var at = 0
  /// Set when a weekday and a date were given and the date is another day of the week.
  var contradiction: Day?

  init(_ text: some Sequence<UInt8>, today: Day) {
    bytes = Folding.folded(text)
    self.today = today
  }

  /// Whether nothing but blanks is left.
  var isAtEnd: Bool {
    mutating get {
      skipBlanks()
      return at == bytes.count
    }
  }

  var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  mutating func skipBlanks() {
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
  }

  mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard next == byte else { return false }
    at += 1
    return true
  }

  /// A number of up to six digits.
  mutating func number() -> (value: Int, digits: Int)? {
    skipBlanks()
    var value = 0
    var end = at
    while end < bytes.count, bytes[end] >= 0x30, bytes[end] <= 0x39, end - at < 6 {
      value = value * 10 + Int(bytes[end] - 0x30)
      end += 1
    }
    guard end > at, end == bytes.count || !(0x30...0x39).contains(bytes[end]) else { return nil }
    defer { at = end }
    return (value, end - at)
  }

  /// Letters, with apostrophes between them: `d'ici`.
  mutating func word() -> [UInt8]? {
    skipBlanks()
    var end = at
    while end < bytes.count, (0x61...0x7A).contains(bytes[end]) || end > at && bytes[end] == 0x27 {
      end += 1
    }
    guard end > at else { return nil }
    defer { at = end }
    return Array(bytes[at..<end])
  }

  /// Takes the next word if it is one of these.
  mutating func take(_ words: Set<[UInt8]>) -> Bool {
    let start = at
    if let word = word(), words.contains(word) { return true }
    at = start
    return false
  }

  /// Runs a reading and goes back to where it began when it finds nothing.
  mutating func attempt<Found>(_ read: (inout Self) -> Found?) -> Found? {
    let start = at
    if let found = read(&self) { return found }
    at = start
    return nil
  }
}

extension Set<[UInt8]> {
  /// Folded words, written out.
  init(words: String...) { self.init(words.map { Array($0.utf8) }) }
}
