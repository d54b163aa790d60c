extension MinutesDocument {
  /// The keywords of the header: one entry for each, in the order in which they are written.
  static let keys = KeyTable<MinutesKey, MinutesDocument>([
    .init(.meeting, ["Meeting"], ["Réunion"], \.meeting, .reference(.meeting)),
    .init(.revision, ["Revision"], ["Révision"], \.revision, .revision),
    .init(
      .present, ["Present"], ["Présences", "Présents", "Présentes"], addingTo: \.present,
      .attendance),
    .init(
      .guests, ["Guests", "Guest"],
      [
        "Invitées et invités", "Invités et invitées", "Invités", "Invitées", "Invité", "Invitée",
        "Personnes invitées",
      ], addingTo: \.guests, .attendance),
    .init(
      .excused, ["Excused", "Regrets"], ["Excusés", "Excusées"], addingTo: \.excused, .absentees),
    .init(
      .absent, ["Absent"], ["Absences", "Absents", "Absentes"], addingTo: \.absent, .absentees),
    .init(
      .workers, ["Workers"],
      [
        "Travailleuses et travailleurs", "Travailleurs et travailleuses", "Travailleurs",
        "Travailleuses",
      ], addingTo: \.workers, .headcounts(of: .worker)),
    .init(
      .participants, ["Participants"], ["Participation", "Participants", "Participantes"],
      addingTo: \.participants, .headcounts(of: nil)),
    .init(
      .calledToOrder, ["Called to order", "Call to order", "Opened"],
      ["Ouverture de la séance", "Ouverture"], \.calledToOrder, .hour,
      member: "calledToOrderAt"),
    .init(
      .adjourned, ["Adjourned", "Adjournment", "Closed"],
      ["Levée de la séance", "Levée", "Clôture de la séance"], \.adjourned, .hour,
      member: "adjournedAt"),
    .init(
      .nextMeeting, ["Next meeting"], ["Prochaine réunion", "Prochaine séance"], \.nextMeeting,
      .nextMeeting, member: "nextMeetingOn"),
    .init(
      .correctionsUntil, ["Corrections until"],
      ["Corrections jusqu’au", "Corrections d’ici le", "Corrections jusque"], \.correctionsUntil,
      .day),
  ])

  /// The value of a keyword of the header as a file in this language has it; nil without one.
  public func value(of key: MinutesKey, in language: Language) -> String? {
    Self.keys.value(of: key, in: self, FileStyle(language))
  }
}

extension MinutesDocument.Item {
  /// The keywords of an item: one entry for each, in the order in which they are written.
  static let keys = KeyTable<MinutesKey, MinutesDocument.Item>([
    .init(.item, ["Item"], ["Point"], \.reference, .reference(.agendaItem)),
    .init(.added, ["Added"], ["Ajouté"], \.added, .choice(FileWords.purpose)),
    .init(
      .status, ["Status"], ["État", "Statut"], \.status,
      .choice(MinutesWords.status, usually: .dealtWith)),
    .init(
      .visibility, ["Visibility"], ["Visibilité"], \.visibility, .choice(FileWords.visibility)),
    .init(
      .recused, ["Recused", "Recusal", "Recusals"], ["Récusation", "Récusations"],
      \.recused, .recusals),
    .init(
      .quorumLost, ["Quorum lost", "Loss of quorum"], ["Perte du quorum", "Perte de quorum"],
      \.quorumLost, .quorumLoss),
  ])

  /// The value of a keyword as a file in this language has it; nil when the item has none.
  public func value(of key: MinutesKey, in language: Language) -> String? {
    Self.keys.value(of: key, in: self, FileStyle(language))
  }
}
