/// A line that reviews an action of an earlier meeting: `- A-31: done`, « - A-32 : reportée au 15
/// janvier ».
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
      for to in ["to ", "until ", "au ", "à ", "jusqu’au ", "jusqu'au "]
      where Folding.folded(rest.prefix(to.utf8.count)) == Folding.folded(to)
        || rest.starts(with: to.utf8)
      {
        rest = Blanks.trimmed(rest.dropFirst(to.utf8.count))
        break
      }
      guard let until = HumanDate.day(rest, from: day) else {
        return .failure(.init("reviewNeedsDay"))
      }
      return .success(ActionReview(action, .extended, until: until, reason: reason))
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
    if let reason { text += " (\(Escapes.escaped(reason)))" }
    return text
  }
}
