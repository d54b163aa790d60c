/// Who does what an action says, as the end of its line has it.
struct OwnerWords {
  let people: [String]
  let organization: Reference?
  let names: [String]

  init(of outcome: MinutesDocument.Outcome) {
    people = outcome.assignees
    organization = outcome.organization
    names = outcome.names
  }

  /// Whether they stand after a word that says who it is.
  var needsLead: Bool { organization != nil || !names.isEmpty }

  /// `@ann, @bob`, `Responsible: @ann, O-3; Jane Roe (Director, Ministry of Labour)`
  ///
  /// - Parameter stuffed: with a backslash before what would be taken for the end of a line.
  func written(in language: Language, stuffed: Bool) -> String {
    let handles = people.map { "@" + $0 }
    guard needsLead else { return handles.joined(separator: ", ") }
    let known = (handles + [organization?.description].compactMap(\.self)).joined(separator: ", ")
    let names = stuffed ? names.map(Tail.stuffed) : names
    let word = language == .en ? "Responsible" : "Responsable"
    let all = (known.isEmpty ? [] : [known]) + names
    return word + SourceWriter.colon(language) + " " + all.joined(separator: "; ")
  }

  func isRead(in tail: Tail) -> Bool {
    tail.handles == people && tail.owners == [organization].compactMap(\.self)
      && tail.names == names
  }
}
