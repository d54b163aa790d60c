extension FileValue where Value == [MinutesDocument.Headcount] {
  /// `12 (Fraser Valley), 14 community organization (Ontario)`
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
  fileprivate func written(in language: Language, unless known: StakeholderGroup?) -> String {
    var text = String(count)
    if let group, group != known { text += " " + MinutesWords.group.word(for: group, in: language) }
    if let region { text += " (\(Escapes.escaped(region)))" }
    return text
  }
}

extension SourceValues {
  /// `12 (Fraser Valley), 14 community organization (Ontario)`
  fileprivate mutating func headcounts<Key>(
    _ entry: SourceEntry<Key>, of known: StakeholderGroup?, at pointer: String
  ) -> [MinutesDocument.Headcount] {
    var counts: [MinutesDocument.Headcount] = []
    for part in list(entry.value) {
      let whole = file.bytes[part]
      let parentheses = Escapes.parentheses(whole)
      let before = Blanks.trimmed(parentheses?.before ?? whole)
      let digits = before.prefix { (0x30...0x39).contains($0) }
      let name = Blanks.trimmed(before[digits.endIndex...])
      let number = Int(String(decoding: digits, as: UTF8.self)) ?? 0
      guard number > 0 else {
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
      let region = parentheses.map {
        String(decoding: Escapes.unescaped(Blanks.trimmed($0.inside)), as: UTF8.self)
      }
      counts.append(.init(number, group, region: region?.isEmpty ?? true ? nil : region))
    }
    return counts
  }
}
