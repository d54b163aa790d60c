extension MinutesParser {
  private static let forWords = Set(words: "for", "pour")
  private static let andWords = Set(words: "and", "et", "&")

  /// `@a, @b (remote), @c for @d and @e`
  mutating func present(
    _ entry: SourceEntry<MinutesKey>
  ) -> [MinutesDocument.Participant] {
    var people: [MinutesDocument.Participant] = []
    for part in values.list(entry.value) {
      let words = Self.words(values.file.bytes[part])
      guard let first = words.first, let handle = handle(first, entry) else { continue }
      var person = MinutesDocument.Participant(handle)
      var isProxy = false
      for word in words.dropFirst() {
        let folded = Folding.folded(word)
        if word.first == 0x28 {
          let inside = Blanks.trimmed(word.dropFirst().dropLast(word.last == 0x29 ? 1 : 0))
          if MinutesWords.remote.find(Folding.folded(inside)) != nil {
            person.remote = true
          } else {
            values.unknownWord(
              inside, keyword: entry.word, MinutesWords.remote, at: "/present", line: entry.line)
          }
        } else if Self.forWords.contains(folded) {
          isProxy = true
        } else if isProxy, Self.andWords.contains(folded) {
          continue
        } else if isProxy, word.first == 0x40 {
          if let other = self.handle(word, entry) { person.votesFor.append(other) }
        } else {
          values.fault(
            "unreadableAttendance", at: "/present", line: entry.line, byte: word.startIndex,
            ["text": values.string(part)])
          break
        }
      }
      people.append(person)
    }
    return people
  }

  /// `@e, @f`
  mutating func handles(_ entry: SourceEntry<MinutesKey>) -> [String] {
    values.list(entry.value).compactMap { handle(values.file.bytes[$0], entry) }
  }

  /// `12 (Fraser Valley), 14 community organization (Ontario)`
  mutating func headcounts(
    _ entry: SourceEntry<MinutesKey>
  ) -> [MinutesDocument.Headcount] {
    var counts: [MinutesDocument.Headcount] = []
    for part in values.list(entry.value) {
      let whole = values.file.bytes[part]
      let parentheses = Escapes.parentheses(whole)
      let before = Blanks.trimmed(parentheses?.before ?? whole)
      let digits = before.prefix { (0x30...0x39).contains($0) }
      let name = Blanks.trimmed(before[digits.endIndex...])
      let number = Int(String(decoding: digits, as: UTF8.self)) ?? 0
      guard number > 0 else {
        values.fault(
          "unreadableHeadcount", at: "/" + (entry.key?.rawValue ?? ""), line: entry.line,
          byte: part.lowerBound, ["text": values.string(part)])
        continue
      }
      var group: StakeholderGroup? = entry.key == .workers ? .worker : nil
      if !name.isEmpty {
        // `60 (Canada)` counts people of whom no more is known.
        group = MinutesWords.group.find(Folding.folded(name))?.value
        if group == nil {
          values.unknownWord(
            name, keyword: entry.word, MinutesWords.group, at: "/" + (entry.key?.rawValue ?? ""),
            line: entry.line)
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

  /// A handle that nobody else on the list has.
  private mutating func handle(
    _ bytes: ArraySlice<UInt8>, _ entry: SourceEntry<MinutesKey>
  ) -> String? {
    let pointer = "/" + (entry.key?.rawValue ?? "")
    guard let handle = values.handle(bytes, at: pointer, line: entry.line) else { return nil }
    if !named.insert(handle).inserted {
      values.fault(
        "duplicatePerson", at: pointer, line: entry.line, byte: bytes.startIndex,
        ["handle": handle])
    }
    return handle
  }

  /// Words between blanks; what stands in parentheses is one.
  private static func words(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var depth = 0
    var at = start
    while at < bytes.endIndex {
      let blank = depth == 0 ? Blanks.leading(bytes, at, bytes.endIndex) : 0
      if blank > 0 {
        if start < at { words.append(bytes[start..<at]) }
        at += blank
        start = at
      } else {
        if bytes[at] == 0x28, depth == 0, start < at {
          words.append(bytes[start..<at])
          start = at
        }
        depth += bytes[at] == 0x28 ? 1 : bytes[at] == 0x29 ? -1 : 0
        at += 1
      }
    }
    if start < bytes.endIndex { words.append(bytes[start...]) }
    return words
  }
}
