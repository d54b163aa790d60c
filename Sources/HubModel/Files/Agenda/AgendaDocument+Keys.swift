extension AgendaDocument {
  /// The keywords of the header: one entry for each, in the order in which they are written.
  static let keys = KeyTable<AgendaKey, AgendaDocument>([
    .init(.meeting, ["Meeting"], ["Réunion"], \.meeting, .reference(.meeting)),
    .init(.revision, ["Revision"], ["Révision"], \.revision, .revision),
    .init(.body, ["Body"], ["Instance"], \.body, .line),
    .init(.date, ["Date"], ["Date"], \.date, .agendaDate, member: "startsAt"),
    .init(.mode, ["Mode"], ["Mode"], \.mode, .choice(FileWords.mode)),
    .init(.place, ["Place", "Location", "Venue"], ["Lieu", "Endroit"], \.place, .oneLine),
    .init(.link, ["Link"], ["Lien"], \.link, .link),
    .init(
      .visibility, ["Visibility"], ["Visibilité"], \.visibility, .choice(FileWords.visibility)),
    .init(.status, ["Status"], ["État", "Statut"], \.isHeld, .flag(FileWords.held)),
    .init(
      .illustrative, ["Illustrative"], ["Illustratif", "À titre d’exemple"], \.isIllustrative,
      .flag(FileWords.yesNo)),
    .init(
      .languages, ["Languages", "Language"], ["Langues", "Langue"], \.languages, .languageTags),
    .init(
      .interpretation, ["Interpretation"], ["Interprétation"], \.interpretation, .languageTags),
  ])

  /// The value of a keyword of the header as a file in this language has it; nil without one.
  public func value(of key: AgendaKey, in language: Language) -> String? {
    Self.keys.value(of: key, in: self, FileStyle(language))
  }
}

extension AgendaDocument.Item {
  /// The keywords of an item: one entry for each, in the order in which they are written.
  static let keys = KeyTable<AgendaKey, AgendaDocument.Item>([
    .init(.item, ["Item"], ["Point"], \.reference, .reference(.agendaItem)),
    .init(.label, ["Label"], ["Étiquette", "Cote"], \.label, .line, member: "printedLabel"),
    .init(.purpose, ["Purpose"], ["But", "Objet"], \.purpose, .choice(FileWords.purpose)),
    .init(.session, ["Session"], ["Séance", "Session"], \.session, .choice(FileWords.session)),
    .init(
      .time, ["Time", "Duration"], ["Durée", "Temps"], \.duration, .duration, member: "duration"),
    .init(
      .presenter, ["Presenter", "Presenters", "Presented by"],
      [
        "Présentation", "Présentatrice", "Présentateur", "Présentatrices", "Présentateurs",
        "Présenté par", "Présentée par",
      ], \.presenters, .presenters, member: "presenter"),
    .init(.papers, ["Papers", "Paper"], ["Documents", "Document"], \.papers, .papers),
    .init(
      .carriedFrom, ["Carried from", "Carried over from", "Carried over"],
      ["Report de", "Reporté de", "Reporté du point"], \.carriedFrom, .reference(.agendaItem)),
    .init(
      .visibility, ["Visibility"], ["Visibilité"], \.visibility, .choice(FileWords.visibility)),
  ])

  /// The value of a keyword as a file in this language has it; nil when the item has none.
  public func value(of key: AgendaKey, in language: Language) -> String? {
    Self.keys.value(of: key, in: self, FileStyle(language))
  }
}
