extension SourceValues {
  mutating func fault(
    _ code: String, at pointer: String = "", line: Int, byte: Int? = nil,
    _ arguments: [String: String] = [:]
  ) {
    file.fault(code, at: pointer, arguments, line: line, byte: byte)
  }

  /// A fault of a keyword's value.
  mutating func fault<Key>(
    _ code: String, at pointer: String, _ entry: SourceEntry<Key>,
    _ arguments: [String: String] = [:]
  ) {
    fault(code, at: pointer, line: entry.line, byte: entry.value.lowerBound, arguments)
  }

  /// A fault that may know what was meant; its code then ends in `Near`.
  mutating func unknown(
    _ code: String, _ arguments: [String: String], nearest: String?, at pointer: String = "",
    line: Int, byte: Int? = nil
  ) {
    var arguments = arguments
    if let nearest { arguments["nearest"] = nearest }
    fault(nearest == nil ? code : code + "Near", at: pointer, line: line, byte: byte, arguments)
  }

  /// A word that is not one of those that a keyword takes.
  mutating func unknownWord<Value>(
    _ word: ArraySlice<UInt8>, keyword: Range<Int>, _ words: WordTable<Value>, at pointer: String,
    line: Int
  ) {
    let text = String(decoding: word, as: UTF8.self)
    unknown(
      "unknownWord",
      ["keyword": string(keyword), "word": text, "allowed": words.list(in: language)],
      nearest: words.nearest(to: text), at: pointer, line: line, byte: word.startIndex)
  }

  /// Keywords that no file has, or that belong elsewhere in it.
  mutating func reportUnknown<Key>(
    _ entries: [SourceEntry<Key>], _ words: WordTable<Key>, misplaced: (Key) -> Bool
  ) {
    for entry in entries {
      let word = string(entry.word)
      guard let key = entry.key else {
        unknown(
          "unknownKeyword", ["word": word], nearest: words.nearest(to: word), line: entry.line,
          byte: entry.word.lowerBound)
        continue
      }
      if misplaced(key) {
        fault(
          "misplacedKeyword", line: entry.line, byte: entry.word.lowerBound, ["word": word])
      }
    }
  }

  mutating func reportDuplicate<Key>(_ entry: SourceEntry<Key>) {
    fault(
      "duplicateKeyword", line: entry.line, byte: entry.word.lowerBound,
      ["word": string(entry.word)])
  }
}
