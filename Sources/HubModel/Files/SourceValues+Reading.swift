extension SourceValues {
  /// One of the words of a table.
  mutating func choice<Key, Value>(
    _ entry: SourceEntry<Key>, _ words: WordTable<Value>, at pointer: String
  ) -> Value? {
    let bytes = file.bytes[entry.value]
    if let match = words.find(Folding.folded(bytes)) { return match.value }
    unknownWord(bytes, keyword: entry.word, words, at: pointer, line: entry.line)
    return nil
  }

  /// A reference to a record of a type.
  mutating func reference<Key>(
    _ entry: SourceEntry<Key>, _ type: RecordType, at pointer: String
  ) -> Reference? {
    let text = string(entry.value)
    guard let reference = Reference(text), reference.type == type else {
      fault("wrongReference", at: pointer, entry, ["text": text, "prefix": type.prefix])
      return nil
    }
    return reference
  }

  /// From which state of the records the file was written.
  mutating func revision<Key>(_ entry: SourceEntry<Key>, at pointer: String) -> FileRevision? {
    let text = string(entry.value)
    if let revision = FileRevision(text) { return revision }
    fault("unreadableRevision", at: pointer, entry, ["text": text])
    return nil
  }

  /// `@handle`.
  mutating func handle<Key>(_ entry: SourceEntry<Key>, at pointer: String) -> String? {
    handle(file.bytes[entry.value], at: pointer, line: entry.line)
  }

  mutating func handle(_ bytes: ArraySlice<UInt8>, at pointer: String, line: Int) -> String? {
    let name = String(decoding: bytes.dropFirst(), as: UTF8.self).lowercased()
    if bytes.first == 0x40, Person.isHandle(name) { return name }
    fault(
      "unreadableHandle", at: pointer, line: line, byte: bytes.startIndex,
      ["text": String(decoding: bytes, as: UTF8.self)])
    return nil
  }

  /// A day, as people write it.
  mutating func day<Key>(_ entry: SourceEntry<Key>, at pointer: String) -> Day? {
    if let day = HumanDate.day(file.bytes[entry.value], from: day) { return day }
    fault("unreadableDate", at: pointer, entry, ["text": string(entry.value)])
    return nil
  }

  /// An hour, and its day where that is said.
  mutating func hour<Key>(_ entry: SourceEntry<Key>, at pointer: String) -> SaidHour? {
    hour(file.bytes[entry.value], at: pointer, line: entry.line)
  }

  mutating func hour(_ bytes: ArraySlice<UInt8>, at pointer: String, line: Int) -> SaidHour? {
    var scanner = HumanDateScanner(bytes, today: day)
    if let found = scanner.hour(), scanner.isAtEnd, scanner.contradiction == nil {
      return SaidHour(found.day, minute: found.minute)
    }
    fault(
      "unreadableHour", at: pointer, line: line, byte: bytes.startIndex,
      ["text": String(decoding: bytes, as: UTF8.self)])
    return nil
  }

  /// A day, with or without an hour.
  mutating func nextMeeting<Key>(
    _ entry: SourceEntry<Key>, at pointer: String
  ) -> NextMeeting? {
    let bytes = file.bytes[entry.value]
    if let day = HumanDate.day(bytes, from: day) { return NextMeeting(day) }
    var scanner = HumanDateScanner(bytes, today: day)
    if let found = scanner.hour(), let day = found.day, scanner.isAtEnd,
      scanner.contradiction == nil
    {
      return NextMeeting(day, minute: found.minute)
    }
    fault("unreadableNextMeeting", at: pointer, entry, ["text": string(entry.value)])
    return nil
  }

  /// How many minutes something takes: `1 h 30`.
  mutating func duration<Key>(_ entry: SourceEntry<Key>, at pointer: String) -> Int? {
    var scanner = HumanDateScanner(file.bytes[entry.value], today: day)
    if let minutes = scanner.duration(), minutes > 0, scanner.isAtEnd { return minutes }
    fault("unreadableDuration", at: pointer, entry, ["text": string(entry.value)])
    return nil
  }

  /// An address of the web, in angle brackets or not.
  mutating func link<Key>(_ entry: SourceEntry<Key>, at pointer: String) -> String? {
    var bytes = file.bytes[entry.value]
    if bytes.first == 0x3C, bytes.last == 0x3E { bytes = bytes.dropFirst().dropLast() }
    let folded = Folding.folded(bytes)
    let isWeb = folded.starts(with: "https://".utf8) || folded.starts(with: "http://".utf8)
    let link = String(decoding: bytes, as: UTF8.self)
    if !isWeb || bytes.contains(where: { $0 <= 0x20 }) {
      fault("unreadableLink", at: pointer, entry, ["text": link])
    }
    return link
  }

  /// BCP 47 tags: `en, fr, pa, zh-Hant`.
  mutating func languageTags<Key>(_ entry: SourceEntry<Key>, at pointer: String) -> [String] {
    var tags: [String] = []
    for part in list(entry.value) {
      let tag = file.bytes[part]
      let parts = tag.split(separator: 0x2D, omittingEmptySubsequences: false)
      let isTag = parts.enumerated().allSatisfy { index, part in
        (index == 0 ? 2...3 : 1...8).contains(part.count)
          && part.allSatisfy {
            ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || (index > 0 && (0x30...0x39).contains($0))
          }
      }
      if isTag {
        tags.append(string(part))
      } else {
        fault(
          "unreadableLanguage", at: pointer, line: entry.line, byte: part.lowerBound,
          ["text": string(part)])
      }
    }
    return tags
  }

  /// The text of a section in both languages, from lines with `### English` and `### Français`.
  /// What stands before either belongs to the language of the file.
  mutating func text(_ range: Range<Int>, at pointer: String) -> LocalizedText {
    var text = Paragraphs()
    for part in languageParts(range, at: pointer) {
      text.add(
        SourceText.read(file.lines[part.lines], of: file.bytes) { _ in false }, in: part.language)
    }
    return text.joined
  }
}
