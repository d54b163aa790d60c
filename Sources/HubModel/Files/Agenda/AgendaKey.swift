/// A keyword of an agenda file.
public enum AgendaKey: String, Sendable, Hashable, CaseIterable {
  // Of the meeting.
  case meeting, revision, body, date, mode, place, link, visibility, status, illustrative
  case languages, interpretation
  // Of an item, which also has a visibility.
  case item, purpose, session, time, presenter, papers, carriedFrom

  public var isOfMeeting: Bool {
    switch self {
    case .item, .purpose, .session, .time, .presenter, .papers, .carriedFrom: false
    default: true
    }
  }

  public var isOfItem: Bool { !isOfMeeting || self == .visibility }

  /// The keyword as a file in this language has it.
  public func word(in language: Language) -> String { Self.words.word(for: self, in: language) }

  static let words = WordTable<AgendaKey>([
    (.meeting, ["Meeting"], ["Réunion"]),
    (.revision, ["Revision"], ["Révision"]),
    (.body, ["Body"], ["Instance"]),
    (.date, ["Date"], ["Date"]),
    (.mode, ["Mode"], ["Mode"]),
    (.place, ["Place", "Location", "Venue"], ["Lieu", "Endroit"]),
    (.link, ["Link"], ["Lien"]),
    (.visibility, ["Visibility"], ["Visibilité"]),
    (.status, ["Status"], ["État", "Statut"]),
    (.illustrative, ["Illustrative"], ["Illustratif", "À titre d’exemple"]),
    (.languages, ["Languages", "Language"], ["Langues", "Langue"]),
    (.interpretation, ["Interpretation"], ["Interprétation"]),
    (.item, ["Item"], ["Point"]),
    (.purpose, ["Purpose"], ["But", "Objet"]),
    (.session, ["Session"], ["Séance", "Session"]),
    (.time, ["Time", "Duration"], ["Durée", "Temps"]),
    (
      .presenter, ["Presenter", "Presented by"],
      ["Présentation", "Présentatrice", "Présentateur", "Présenté par"]
    ),
    (.papers, ["Papers", "Paper"], ["Documents", "Document"]),
    (
      .carriedFrom, ["Carried from", "Carried over from", "Carried over"],
      ["Report de", "Reporté de", "Reporté du point"]
    ),
  ])

  /// The field of the record that it fills, for pointers.
  var field: String {
    switch self {
    case .date: "startsAt"
    case .time: "duration"
    default: rawValue
    }
  }
}
