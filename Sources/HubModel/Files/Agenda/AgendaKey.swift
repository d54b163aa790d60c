/// A keyword of an agenda file. What there is to it is its entry in `AgendaDocument.keys` or in
/// `AgendaDocument.Item.keys`; one that stands in both has the same words in both.
public enum AgendaKey: String, Sendable, Hashable, CaseIterable {
  // Of the meeting.
  case meeting, revision, body, date, mode, place, link, visibility, status, illustrative
  case languages, interpretation
  // Of an item, which also has a visibility.
  case item, label, purpose, session, time, presenter, papers, carriedFrom

  public var isOfMeeting: Bool { AgendaDocument.keys.has(self) }

  public var isOfItem: Bool { AgendaDocument.Item.keys.has(self) }

  /// The keyword as a file in this language has it.
  public func word(in language: Language) -> String { Self.words.word(for: self, in: language) }
}

extension AgendaKey: FileKey {
  static let words = WordTable(
    AgendaDocument.keys.entries.map(\.words)
      + AgendaDocument.Item.keys.entries.map(\.words).filter { !$0.value.isOfMeeting })
}
