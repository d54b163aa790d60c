/// Words that people write in files, in English and French, and what they mean.
struct WordTable<Value: Hashable & Sendable>: Sendable {
  /// The first word of each language is the one that is written; the others are only read.
  typealias Entry = (value: Value, en: [String], fr: [String])

  /// A word that was found; no language when both have it.
  struct Match: Sendable {
    var value: Value
    var language: Language?
  }

  private var matches: [[UInt8]: Match] = [:]
  private var written: [Value: (en: String, fr: String)] = [:]
  private(set) var words: (en: [String], fr: [String]) = ([], [])
  private var all: [String] = []

  init(_ entries: [Entry]) {
    for entry in entries {
      add(entry.en, .en, entry.value)
      add(entry.fr, .fr, entry.value)
      let (en, fr) = (entry.en.first ?? "", entry.fr.first ?? "")
      written[entry.value] = (en, fr)
      words.en.append(en)
      words.fr.append(fr)
      all += entry.en + entry.fr
    }
  }

  private mutating func add(_ words: [String], _ language: Language, _ value: Value) {
    for word in words {
      let folded = Folding.folded(word)
      let known = matches[folded]
      let shared = known.map { $0.language != language } ?? false
      matches[folded] = Match(value: value, language: shared ? nil : language)
    }
  }

  /// What a folded word means.
  func find(_ folded: [UInt8]) -> Match? { matches[folded] }

  /// What a word means, as it was typed.
  func value(_ word: some StringProtocol) -> Value? { matches[Folding.folded(word)]?.value }

  func word(for value: Value, in language: Language) -> String {
    guard let pair = written[value] else { return "" }
    return language == .en ? pair.en : pair.fr
  }

  /// The known word that is close to one that is not.
  func nearest(to word: some StringProtocol) -> String? { Nearest.word(to: word, among: all) }

  /// The words that are written, for "one of …".
  func list(in language: Language) -> String {
    (language == .en ? words.en : words.fr).joined(separator: ", ")
  }
}
