extension FileValue where Value == [MinutesDocument.Headcount] {
  /// `12 (Fraser Valley / Vallée du Fraser), about 14 community organization (Ontario)`
  ///
  /// - Parameter known: the group of those that are counted without one.
  static func headcounts(of known: StakeholderGroup?) -> FileValue {
    FileValue {
      $2.headcounts($0, of: known, at: $1)
    } write: { value, style in
      SourceWriter.list(value.map { $0.written(in: style.language, unless: known) })
    }
  }
}

extension MinutesDocument.Headcount {
  /// - Parameter known: the group that need not be said.
  package func written(in language: Language, unless known: StakeholderGroup? = nil) -> String {
    var text = String(count)
    if isApproximate { text = MinutesWords.about.word(for: true, in: language) + " " + text }
    if let group, group != known { text += " " + MinutesWords.group.word(for: group, in: language) }
    // One text is the same in both languages; its slash separates none.
    let place =
      regionNames.map { OneLine.write($0, bare: nil) } ?? region.map { OneLine.escaped($0) }
    if let place { text += " (\(Escapes.escaped(place)))" }
    return text
  }
}

extension SourceValues {
  fileprivate mutating func headcounts<Key>(
    _ entry: SourceEntry<Key>, of known: StakeholderGroup?, at pointer: String
  ) -> [MinutesDocument.Headcount] {
    var counts: [MinutesDocument.Headcount] = []
    for part in list(entry.value) {
      let whole = file.bytes[part]
      if let bracket = Escapes.oddBracket(whole) {
        fault(
          "bracketNotClosed", at: pointer, line: entry.line, byte: bracket, ["text": string(part)])
        continue
      }
      let parentheses = Escapes.parentheses(whole)
      let (before, isApproximate) = Self.exact(Blanks.trimmed(parentheses?.before ?? whole))
      let digits = before.prefix { (0x30...0x39).contains($0) }
      let name = Blanks.trimmed(before[digits.endIndex...])
      let number = Int(String(decoding: digits, as: UTF8.self)) ?? 0
      // `60-70`, `60+` and `1 200` are no numbers.
      let isSign = name.first.map { $0 < 0x41 } ?? false
      guard number > 0, !isSign else {
        fault(
          "unreadableHeadcount", at: pointer, line: entry.line, byte: part.lowerBound,
          ["text": string(part)])
        continue
      }
      var group = known
      if !name.isEmpty {
        // `60 (Canada)` counts people of whom no more is known.
        group = MinutesWords.group.find(Folding.folded(name))?.value
        if group == nil {
          unknownWord(
            name, keyword: entry.word, MinutesWords.group, at: pointer, line: entry.line)
          continue
        }
      }
      var count = MinutesDocument.Headcount(number, group, isApproximate: isApproximate)
      if let inside = parentheses?.inside { region(inside, entry, at: pointer, of: &count) }
      counts.append(count)
    }
    return counts
  }

  /// `Fraser Valley / Vallée du Fraser`; without a slash it is one text for both languages.
  private mutating func region<Key>(
    _ inside: ArraySlice<UInt8>, _ entry: SourceEntry<Key>, at pointer: String,
    of count: inout MinutesDocument.Headcount
  ) {
    let reading = OneLine.read(Escapes.unescaped(Blanks.trimmed(inside))[...], in: .en)
    if reading.isAmbiguous {
      fault(
        "ambiguousSlash", at: pointer, line: entry.line, byte: inside.startIndex,
        ["text": String(decoding: inside, as: UTF8.self)])
    }
    guard !reading.text.isEmpty else { return }
    if reading.isBilingual {
      count.regionNames = reading.text
    } else {
      count.region = reading.text.en
    }
  }

  /// A count without the word that says that nobody counted exactly: `about 60`, `100 environ`, `~60`.
  private static func exact(_ count: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, Bool) {
    let before = count.prefix { !(0x30...0x39).contains($0) }
    if MinutesWords.about.find(Folding.folded(Blanks.trimmed(before))) != nil {
      return (count[before.endIndex...], true)
    }
    let words = count.split { $0 == 0x20 || $0 == 0xA0 || $0 == 0xC2 }
    guard words.count > 1, let last = words.last,
      MinutesWords.about.find(Folding.folded(last)) != nil
    else { return (count, false) }
    return (Blanks.trimmed(count[..<last.startIndex]), true)
  }
}
