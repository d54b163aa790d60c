/// A piece of a text around the words that were looked for.
///
/// It is made in time proportional to the text, of no more than its beginning: a word that stands
/// further on is found, and not shown.
struct Excerpt {
  /// How many characters of a text are looked at.
  static let most = 20_000
  /// How many words are shown.
  static let length = 16

  private let whole: [[UInt8]]
  private let beginning: [UInt8]?

  init(of words: SearchWords) {
    whole = words.shown.map { Array($0.utf8) }
    beginning = words.beginning.map { Array($0.utf8) }
  }

  /// Where the most different words stand together, in the middle of the piece; the first words
  /// where none does. `…` stands where something was cut off.
  func text(in text: String) -> String {
    let (words, end) = words(of: text)
    let matches = words.indices.filter { words[$0].term != nil }
    let first = start(of: matches, words)
    let last = min(first + Self.length, words.count) - 1
    guard last >= first else { return String(text.unicodeScalars[..<end]) }
    let isWhole = last == words.count - 1 && end == text.unicodeScalars.endIndex
    let piece = text.unicodeScalars[
      (first == 0 ? text.startIndex : words[first].range.lowerBound)..<(isWhole
        ? text.endIndex : words[last].range.upperBound)]
    return (first == 0 ? "" : "…") + String(piece) + (isWhole ? "" : "…")
  }

  /// A word of the text, and which of those that were looked for it is.
  private struct Word {
    let range: Range<String.Index>
    let term: Int?
  }

  /// The first word to show.
  private func start(of matches: [Int], _ words: [Word]) -> Int {
    var best = (first: 0, last: 0, terms: 0)
    for (place, first) in matches.enumerated() {
      var (last, terms) = (first, 0)
      // No more than `length` of them lie in one piece.
      for match in matches[place...] {
        guard match < first + Self.length else { break }
        last = match
        terms |= 1 << (words[match].term ?? 0)
      }
      if terms.nonzeroBitCount > best.terms { best = (first, last, terms.nonzeroBitCount) }
    }
    guard best.terms > 0 else { return 0 }
    let spare = Self.length - (best.last - best.first + 1)
    return max(0, min(best.first - spare / 2, words.count - Self.length))
  }

  /// The words of the text, and where looking ended.
  private func words(of text: String) -> (words: [Word], end: String.Index) {
    let looked = text.unicodeScalars.prefix(Self.most)
    var words: [Word] = []
    TextWords.forEach(in: String(looked)) { range, word in
      let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
      let end = text.utf8.index(start, offsetBy: range.count)
      words.append(Word(range: start..<end, term: term(word)))
    }
    return (words, looked.endIndex)
  }

  private func term(_ word: [UInt8]) -> Int? {
    if let beginning, word.starts(with: beginning) { return whole.count }
    return whole.firstIndex(of: word)
  }
}
