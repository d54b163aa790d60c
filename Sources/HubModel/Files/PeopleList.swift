/// Somebody on a list of a file: `@c (remote) for @d`, `Jane Roe (Director, Ministry of Labour)`.
struct ListedPerson {
  var who: PersonInFile
  var remote = false
  /// Handles of the absent people whose votes this person holds.
  var votesFor: [String] = []
  /// When this person came, who was not there from the beginning.
  var arrived: SaidHour?
  /// When this person left before the end.
  var left: SaidHour?
  /// Where it begins in the file.
  var start = 0
}

/// What a list may say of those on it, beside who they are.
struct ListedTraits: OptionSet {
  let rawValue: Int
  static let remote = ListedTraits(rawValue: 1)
  static let votes = ListedTraits(rawValue: 2)
}

extension ListedPerson {
  func written(in language: Language) -> String {
    var text = who.written
    let parts = parts(in: language)
    if !parts.isEmpty { text += " (\(parts))" }
    if !votesFor.isEmpty {
      text += language == .en ? " for " : " pour "
      text += votesFor.map { "@" + $0 }.joined(separator: language == .en ? " and " : " et ")
    }
    return text
  }
}

extension PersonInFile {
  /// As a list of a file has it: `@ann`, `Jane Roe (Director, Ministry of Labour)`.
  package var written: String {
    guard case .named(let participant) = self else { return "@" + (handle ?? "") }
    return participant.written(NameForm.written(participant.name, isAlone: participant.isAlone))
  }
}

extension ParticipantByName {
  fileprivate var isAlone: Bool { function == nil && organization == nil }

  /// With backslashes where a sign holds nothing together, so that it is read as it is.
  var written: String { written(Escapes.escaped(name)) }

  fileprivate func written(_ name: String) -> String {
    switch (function, organization) {
    case (nil, nil): return name
    case (let function?, nil): return "\(name) (\(Escapes.escaped(function)))"
    case (nil, let organization?): return "\(name) (; \(Escapes.escaped(organization)))"
    case (let function?, let organization?):
      let about = [function, organization]
      guard about.contains(where: { $0.utf8.contains(0x2C) }) else {
        return "\(name) (\(about.map(Escapes.escaped).joined(separator: ", ")))"
      }
      // A comma belongs to one of the two where a semicolon stands between them.
      return "\(name) (\(about.map { Escapes.escaped($0, but: 0x2C) }.joined(separator: "; ")))"
    }
  }
}

/// Whoever stands on a list of a file, and where that is.
struct ListPlace {
  let pointer: String
  let line: Int
  /// Where the keyword stands.
  let keyword: Range<Int>
}

extension SourceValues {
  private static let forWords = Set(words: "for", "pour")
  private static let andWords = Set(words: "and", "et", "&")

  /// The people of a list; whoever cannot be read is a fault and left out.
  mutating func people<Key>(
    _ entry: SourceEntry<Key>, _ traits: ListedTraits, at pointer: String
  ) -> [ListedPerson] {
    let place = ListPlace(pointer: pointer, line: entry.line, keyword: entry.word)
    return list(entry.value).compactMap { person($0, traits, place) }
  }

  private mutating func person(
    _ part: Range<Int>, _ traits: ListedTraits, _ place: ListPlace
  ) -> ListedPerson? {
    let bytes = file.bytes[part]
    if let bracket = Escapes.oddBracket(bytes) {
      fault(
        "bracketNotClosed", at: place.pointer, line: place.line, byte: bracket,
        ["text": string(part)])
      return nil
    }
    let words = Self.words(bytes)
    let name = words.prefix { $0.first != 0x28 && !Self.forWords.contains(Folding.folded($0)) }
    var listed: ListedPerson
    var rest = words[name.endIndex...]
    if let first = words.first, first.first == 0x40 {
      guard let handle = handle(first, at: place.pointer, line: place.line) else { return nil }
      listed = ListedPerson(who: .handle(handle))
      rest = words.dropFirst()
    } else {
      listed = ListedPerson(who: .named(ParticipantByName("")))
      guard brackets(&rest, of: &listed, traits, place), named(name, part, &listed, place) else {
        return nil
      }
    }
    listed.start = part.lowerBound
    return self.rest(rest, part, of: &listed, traits, place) ? listed : nil
  }

  /// What follows a handle, or the brackets after a name.
  private mutating func rest(
    _ words: ArraySlice<ArraySlice<UInt8>>, _ part: Range<Int>, of listed: inout ListedPerson,
    _ traits: ListedTraits, _ place: ListPlace
  ) -> Bool {
    var isProxy = false
    for word in words {
      let folded = Folding.folded(word)
      if word.first == 0x28, traits.contains(.remote) {
        let inside = Blanks.trimmed(word.dropFirst().dropLast(word.last == 0x29 ? 1 : 0))
        presenceParts(inside, of: &listed, place)
      } else if traits.contains(.votes), Self.forWords.contains(folded) {
        isProxy = true
      } else if isProxy, Self.andWords.contains(folded) {
        continue
      } else if isProxy, word.first == 0x40 {
        guard let other = handle(word, at: place.pointer, line: place.line) else { return false }
        if appears(.handle(other), at: word.startIndex, place) { listed.votesFor.append(other) }
      } else {
        return unreadable(part, byte: word.startIndex, place)
      }
    }
    return !isProxy || !listed.votesFor.isEmpty || unreadable(part, byte: part.lowerBound, place)
  }

  private mutating func unreadable(_ part: Range<Int>, byte: Int, _ place: ListPlace) -> Bool {
    fault(
      "unreadableAttendance", at: place.pointer, line: place.line, byte: byte,
      ["text": string(part)])
    return false
  }

  /// `(Director, Ministry of Labour)`, `(remote)`: what stands in brackets after a name.
  private mutating func brackets(
    _ words: inout ArraySlice<ArraySlice<UInt8>>, of listed: inout ListedPerson,
    _ traits: ListedTraits, _ place: ListPlace
  ) -> Bool {
    var participant = ParticipantByName("")
    while let word = words.first, word.first == 0x28 {
      words = words.dropFirst()
      var parts = ParticipantByName.parts(word.dropFirst().dropLast())
      if parts.contains(where: Self.isPresencePart) {
        guard traits.contains(.remote) else {
          return unreadable(word.indices, byte: word.startIndex, place)
        }
        for part in parts where Self.isPresencePart(part) {
          presenceParts(part, of: &listed, place)
        }
        parts.removeAll(where: Self.isPresencePart)
        // `(Director, Ministry of Labour; remote)`
        if parts.count == 1 { parts = ParticipantByName.parts(parts[0]) }
        if parts.isEmpty { continue }
      }
      guard participant.take(parts) else {
        fault(
          "functionOrOrganization", at: place.pointer, line: place.line, byte: word.startIndex,
          ["text": String(decoding: word, as: UTF8.self)])
        return false
      }
    }
    listed.who = .named(participant)
    return true
  }

  /// The name before the brackets.
  private mutating func named(
    _ words: ArraySlice<ArraySlice<UInt8>>, _ part: Range<Int>, _ listed: inout ListedPerson,
    _ place: ListPlace
  ) -> Bool {
    guard var participant = listed.who.participant else { return false }
    let text = words.map { String(decoding: Escapes.unescaped($0), as: UTF8.self) }
      .joined(separator: " ")
    let (name, isQuoted) = NameForm.unquoted(text)
    participant.name = name
    var problem = name.isEmpty ? .nameForm : NameForm.problem(in: name)
    if problem == nil, !isQuoted, participant.isAlone { problem = NameForm.doubt(about: name) }
    if let problem {
      fault(
        problem.rawValue, at: place.pointer, line: place.line, byte: part.lowerBound,
        ["text": string(part)])
      return false
    }
    listed.who = .named(participant)
    return true
  }

  /// Whether somebody stands on the lists for the first time; twice is a fault.
  @discardableResult
  mutating func appears(_ who: PersonInFile, at byte: Int, _ place: ListPlace) -> Bool {
    if listed.insert(who.key).inserted { return true }
    fault(
      "duplicatePerson", at: place.pointer, line: place.line, byte: byte,
      ["person": who.participant?.name ?? who.written])
    return false
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
        let isBracket =
          (bytes[at] == 0x28 || bytes[at] == 0x29) && !Escapes.isEscaped(bytes[start...], at)
        if isBracket, bytes[at] == 0x28, depth == 0, start < at {
          words.append(bytes[start..<at])
          start = at
        }
        if isBracket { depth += bytes[at] == 0x28 ? 1 : -1 }
        at += 1
      }
    }
    if start < bytes.endIndex { words.append(bytes[start...]) }
    return words
  }
}

extension PersonInFile {
  /// What makes somebody the same on several lists.
  fileprivate var key: String {
    guard let participant else { return written }
    let about = [participant.function, participant.organization].compactMap(\.self)
    return ([participant.name] + about).map { String(decoding: Folding.folded($0), as: UTF8.self) }
      .joined(separator: ";")
  }
}
