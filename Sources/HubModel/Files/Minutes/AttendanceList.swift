extension FileValue where Value == [MinutesDocument.Participant] {
  /// `@a, @b (remote), @c for @d and @e`
  static var attendance: FileValue {
    FileValue {
      $2.attendance($0, at: $1)
    } write: { value, style in
      SourceWriter.list(value.map { $0.written(in: style.language) })
    }
  }
}

extension FileValue where Value == [String] {
  /// `@e, @f`: nobody stands on such lists twice.
  static var handles: FileValue {
    FileValue {
      $2.handles($0, at: $1)
    } write: { value, _ in
      SourceWriter.list(value.map { "@" + $0 })
    }
  }
}

extension MinutesDocument.Participant {
  fileprivate func written(in language: Language) -> String {
    var text = "@" + handle
    let parts = parts(in: language)
    if !parts.isEmpty { text += " (\(parts))" }
    if !votesFor.isEmpty {
      text += language == .en ? " for " : " pour "
      text += votesFor.map { "@" + $0 }.joined(separator: language == .en ? " and " : " et ")
    }
    return text
  }
}

extension SourceValues {
  private static let forWords = Set(words: "for", "pour")
  private static let andWords = Set(words: "and", "et", "&")

  /// `@a, @b (remote), @c for @d and @e`
  fileprivate mutating func attendance<Key>(
    _ entry: SourceEntry<Key>, at pointer: String
  ) -> [MinutesDocument.Participant] {
    var people: [MinutesDocument.Participant] = []
    for part in list(entry.value) {
      let words = Self.words(file.bytes[part])
      guard let first = words.first, let handle = listed(first, at: pointer, entry) else {
        continue
      }
      var person = MinutesDocument.Participant(handle)
      person.positions.start = file.position(entry.line, at: part.lowerBound)
      var isProxy = false
      for word in words.dropFirst() {
        let folded = Folding.folded(word)
        if word.first == 0x28 {
          let inside = Blanks.trimmed(word.dropFirst().dropLast(word.last == 0x29 ? 1 : 0))
          presenceParts(inside, of: &person, at: pointer, entry)
        } else if Self.forWords.contains(folded) {
          isProxy = true
        } else if isProxy, Self.andWords.contains(folded) {
          continue
        } else if isProxy, word.first == 0x40 {
          if let other = listed(word, at: pointer, entry) { person.votesFor.append(other) }
        } else {
          fault(
            "unreadableAttendance", at: pointer, line: entry.line, byte: word.startIndex,
            ["text": string(part)])
          break
        }
      }
      people.append(person)
    }
    return people
  }

  /// `@e, @f`
  fileprivate mutating func handles<Key>(
    _ entry: SourceEntry<Key>, at pointer: String
  ) -> [String] {
    list(entry.value).compactMap { listed(file.bytes[$0], at: pointer, entry) }
  }

  /// A handle that nobody else on the list has.
  private mutating func listed<Key>(
    _ bytes: ArraySlice<UInt8>, at pointer: String, _ entry: SourceEntry<Key>
  ) -> String? {
    guard let handle = handle(bytes, at: pointer, line: entry.line) else { return nil }
    if !listed.insert(handle).inserted {
      fault(
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
