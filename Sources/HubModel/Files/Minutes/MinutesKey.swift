/// A keyword of a minutes file.
public enum MinutesKey: String, Sendable, Hashable, CaseIterable {
  // Of the meeting.
  case meeting, revision, present, excused, absent, workers, participants, correctionsUntil
  // Of an item.
  case item, status, visibility

  public var isOfItem: Bool { self == .item || self == .status || self == .visibility }

  /// Whether the keyword may stand on several lines, which then count together.
  var isList: Bool {
    switch self {
    case .present, .excused, .absent, .workers, .participants: true
    default: false
    }
  }

  /// The keyword as a file in this language has it.
  public func word(in language: Language) -> String { Self.words.word(for: self, in: language) }

  static let words = WordTable<MinutesKey>([
    (.meeting, ["Meeting"], ["Réunion"]),
    (.revision, ["Revision"], ["Révision"]),
    (.present, ["Present"], ["Présences", "Présents", "Présentes"]),
    (.excused, ["Excused", "Regrets"], ["Excusés", "Excusées"]),
    (.absent, ["Absent"], ["Absences", "Absents", "Absentes"]),
    (
      .workers, ["Workers"],
      [
        "Travailleuses et travailleurs", "Travailleurs et travailleuses", "Travailleurs",
        "Travailleuses",
      ]
    ),
    (.participants, ["Participants"], ["Participation", "Participants", "Participantes"]),
    (
      .correctionsUntil, ["Corrections until"],
      ["Corrections jusqu’au", "Corrections d’ici le", "Corrections jusque"]
    ),
    (.item, ["Item"], ["Point"]),
    (.status, ["Status"], ["État", "Statut"]),
    (.visibility, ["Visibility"], ["Visibilité"]),
  ])
}
