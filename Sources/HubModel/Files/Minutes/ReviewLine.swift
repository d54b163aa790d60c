/// A line that reviews an action of an earlier meeting: `- A-31: done`, « - A-32 : reportée au 15
/// janvier », `- A-33: extended to the next meeting`.
enum ReviewLine {
  struct Found {
    let action: Reference
    let word: Range<Int>
    let value: ArraySlice<UInt8>
  }

  /// Only a list item at the start of a line is one.
  static func read(_ line: ArraySlice<UInt8>) -> Found? {
    guard let first = line.first, first == 0x2D || first == 0x2A || first == 0x2B,
      let split = SourceFile.keyword(line),
      let action = Reference(String(decoding: line[split.word], as: UTF8.self)),
      action.type == .actionItem
    else { return nil }
    return Found(action: action, word: split.word, value: Blanks.trimmed(line[split.value...]))
  }

  /// The reference in a line that begins like a review and is none: `- A-31 done`, `A-31: done`,
  /// `• A-31 – réalisée`, `- A-31, A-32: done`.
  static func near(_ line: ArraySlice<UInt8>) -> Range<Int>? {
    // Most lines of text end here.
    guard line.prefix(12).contains(where: { $0 == 0x41 || $0 == 0x61 }), read(line) == nil else {
      return nil
    }
    var rest = line[(line.startIndex + ListSigns.length(line))...]
    rest = trimmedSigns(rest)
    guard let action = actionAtStart(rest) else { return nil }
    var said = trimmedSigns(rest[action.upperBound...])
    while let other = actionAtStart(said) { said = trimmedSigns(said[other.upperBound...]) }
    let folded = Folding.folded(said.prefix(24))
    let begins = reviewWords.contains { word in
      folded.starts(with: word)
        && (folded.count == word.count || !isLetter(folded[word.count]))
    }
    return begins ? action : nil
  }

  private static let reviewWords =
    ([
      "done", "completed", "complete", "finished", "ongoing", "in progress", "continues",
      "extended",
      "postponed", "deferred", "dropped", "cancelled", "abandoned", "réalisée", "réalisé", "faite",
      "fait", "terminée", "terminé", "en cours", "se poursuit", "reportée", "reporté", "prolongée",
      "prolongé", "abandonnée", "abandonné", "annulée", "annulé",
    ]).map { Folding.folded($0) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF) || byte >= 0x80
  }

  /// Without blanks, colons, commas, dashes and the signs of bold text before it.
  private static func trimmedSigns(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.drop {
      [0x20, 0x09, 0x2A, 0x2C, 0x3A, 0x2D, 0x2E, 0xC2, 0xA0, 0xE2, 0x80, 0x93, 0x94].contains($0)
    }
  }

  private static func actionAtStart(_ bytes: ArraySlice<UInt8>) -> Range<Int>? {
    let word = bytes.prefix(12).prefix {
      (0x30...0x39).contains($0) || isLetter($0) && $0 < 0x80 || $0 == 0x2D
    }
    guard let reference = Reference(String(decoding: word, as: UTF8.self)),
      reference.type == .actionItem
    else { return nil }
    return word.indices
  }

  /// What the line says; a fault's code where it cannot be read.
  static func review(_ found: Found, from day: Day) -> Result<ActionReview, Unread> {
    guard let action = ID<ActionItem>(found.action) else { return .failure(.init("reviewNotRead")) }
    var said = found.value
    var reason: String?
    if let (before, inside) = Escapes.parentheses(said) {
      reason = String(decoding: Escapes.unescaped(inside), as: UTF8.self)
      said = Blanks.trimmed(before)
    }
    let folded = Folding.folded(said)
    if let became = words.find(folded)?.value {
      switch became {
      case .extended: return .failure(.init("reviewNeedsDay"))
      case .dropped where reason?.isEmpty ?? true: return .failure(.init("reviewNeedsReason"))
      default: return .success(ActionReview(action, became, reason: reason))
      }
    }
    let words = said.split(separator: 0x20)
    // The shortest word for *extended* first; what follows it is the day.
    for count in 1..<min(4, max(words.count, 2)) where count < words.count {
      let word = said[words[0].startIndex..<words[count - 1].endIndex]
      guard Self.words.find(Folding.folded(word))?.value == .extended else { continue }
      var rest = Blanks.trimmed(said[words[count].startIndex...])
      for to in ["to ", "until ", "au ", "à ", "jusqu’au ", "jusqu'au ", "jusqu’à ", "jusqu'à "]
      where Folding.folded(rest.prefix(to.utf8.count)) == Folding.folded(to)
        || rest.starts(with: to.utf8)
      {
        rest = Blanks.trimmed(rest.dropFirst(to.utf8.count))
        break
      }
      if let until = HumanDate.day(rest, from: day) {
        return .success(ActionReview(action, .extended, until: until, reason: reason))
      }
      guard let due = DueWords.due(rest, from: day), ActionReview.canExtend(to: due) else {
        return .failure(.init("reviewNeedsDay"))
      }
      return .success(ActionReview(action, .extended, due: due, reason: reason))
    }
    return .failure(.init("reviewNotRead"))
  }

  struct Unread: Error {
    let code: String
    init(_ code: String) { self.code = code }
  }

  static let words = WordTable<ActionReview.Became>([
    (
      .done, ["done", "completed", "complete", "finished"],
      ["réalisée", "réalisé", "faite", "fait", "terminée", "terminé"]
    ),
    (
      .ongoing, ["ongoing", "in progress", "continues"],
      ["en cours", "se poursuit", "en continu", "à suivre"]
    ),
    (
      .extended, ["extended", "postponed", "deferred"],
      ["reportée", "reporté", "prolongée", "prolongé"]
    ),
    (
      .dropped, ["dropped", "cancelled", "abandoned"],
      ["abandonnée", "abandonné", "annulée", "annulé"]
    ),
  ])
}

extension ActionReview {
  /// As a line of minutes says it: `extended to 2027-01-15 (the report is late)`.
  public func said(in language: Language) -> String {
    var text = ReviewLine.words.word(for: became, in: language)
    if let until { text += (language == .en ? " to " : " au ") + "\(until)" }
    if let due { text += " " + due.until(in: language) }
    if let reason { text += " (\(Escapes.escaped(reason)))" }
    return text
  }
}
