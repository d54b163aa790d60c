import HubConsole
import HubModel

/// Lines that work as they stand for the commands that every subject has, made from its field list.
///
/// They speak of the first record of a kind, which the sample network has or soon has.
struct SubjectExamples<R: Record> {
  private var noun: String { R.type.noun }
  /// An agenda and minutes are named by their meeting, as people do.
  private var reference: String {
    "\(R.type.sharesNumberWithMeeting ? RecordType.meeting.prefix : R.type.prefix)-1"
  }

  var list: [Example] {
    let state = R.lifeCycle.map { " --state \(Option.name(for: $0.initial))" }
    return [line("list" + (state ?? " --sort -modified"))]
  }

  func of(_ verb: String) -> [Example] { [line("\(verb) \(reference)")] }

  /// With everything that a new one needs.
  var add: [Example] {
    let needed = R.fields.filter { FieldNeeds.isNeeded($0) }.map(\.name)
    let fields = R.fieldSummaries.filter { needed.contains($0.name) }
    let more = ExampleValues.more(for: R.type)
    // What belongs to something is in its network.
    let network =
      R.belongsToNetwork
      && !fields.contains { $0.kind == .reference(.body) || $0.traits.contains(.belongsTo) }
      && !more.contains { $0.hasPrefix("--body") }
    let options = fields.map { ExampleValues.option($0, of: R.type) } + more
    return [line((["add"] + options + (network ? ["--network N-1"] : [])).joined(separator: " "))]
  }

  /// With the first field that people change.
  var edit: [Example] {
    let fields = R.fieldSummaries.filter { $0.traits.isDisjoint(with: [.system, .fixed]) }
    let easy = fields.first {
      ExampleValues.isEasy($0.kind)
        && !ExampleValues.others.contains("\(R.type.rawValue).\($0.name)")
    }
    guard let field = easy ?? fields.first else {
      return []
    }
    return [line("edit \(reference) " + ExampleValues.option(field, of: R.type))]
  }

  func move(_ verb: String, _ transitions: [LifeCycle.Transition]) -> [Example] {
    let needed = Set(transitions.flatMap(\.requires))
    let fields = R.fieldSummaries.filter { needed.contains($0.name) }
    let reason = transitions.contains(where: \.needsReason) ? ["--reason \"…\""] : []
    let options =
      fields.map { ExampleValues.option($0, of: R.type) }
      + (ExampleValues.steps["\(R.type.rawValue).\(verb)"] ?? []) + reason
    return [line(([Option.name(for: verb), reference] + options).joined(separator: " "))]
  }

  /// What the command does is said above its options already.
  private func line(_ rest: String) -> Example { Example("hub \(noun) \(rest)", "") }
}

/// What a new record cannot be without.
enum FieldNeeds {
  static func isNeeded<R: Record>(_ field: Field<R>) -> Bool {
    field.traits.contains(.required) && field.traits.isDisjoint(with: [.system])
      && (field.isBlank(R()) || field.kind == .day)
  }
}

/// Values that stand in examples.
enum ExampleValues {
  /// What people change most easily.
  static func isEasy(_ kind: FieldKind) -> Bool {
    switch kind {
    case .localized, .day, .text: true
    default: false
    }
  }

  static func option(_ field: FieldSummary, of type: RecordType) -> String {
    let name = FieldOption.name(of: field)
    if case .localized = field.kind {
      let (en, fr) = texts(field.name, type)
      return "--\(name)-en \"\(en)\" --\(name)-fr \"\(fr)\""
    }
    return "--\(name) \(value(field, type))"
  }

  private static func texts(_ name: String, _ type: RecordType) -> (String, String) {
    switch name {
    case "title", "name": (special["\(type.rawValue).title"] ?? ("Housing visits", "Visites"))
    case "jurisdiction": ("British Columbia", "Colombie-Britannique")
    case "erratum", "changeNote": ("The room has changed", "La salle a changé")
    default: ("In short", "En bref")
    }
  }

  private static let special = [
    "body.title": ("Workers’ table", "Table des travailleurs"),
    "network.title": ("Prairie network", "Réseau des Prairies"),
    "organization.title": ("Harbour House", "Maison du Port"),
    "meeting.title": ("Spring plenary", "Plénière du printemps"),
  ]

  private static func value(_ field: FieldSummary, _ type: RecordType) -> String {
    switch field.kind {
    case .integer: "3"
    case .flag: "yes"
    case .day: field.name.hasPrefix("ends") ? "+12m" : field.name.hasPrefix("due") ? "+2w" : "today"
    case .moment: field.name == "endsAt" ? "15:30" : "\"+2w 13:30\""
    case .money: "\"85 000,50 $\""
    case .choice(let words), .choices(let words): Option.name(for: words[0])
    // The first item has notes in the sample.
    case .reference(.agendaItem) where type == .itemNotes: "I-2"
    case .reference(let target):
      references[field.name] ?? (target == .person ? "@facilitator" : "\(target.prefix)-1")
    case .anyReference(let types), .references(let types):
      types[0] == type ? "\(types[0].prefix)-2" : "\(types[0].prefix)-1"
    case .words: field.name == "fiscalYears" ? "2027-2028" : "housing"
    default: plain[field.name] ?? "\"…\""
    }
  }

  private static let plain = [
    "handle": "@nadia", "name": "\"Nadia Exemplar\"", "timeZone": "America/Winnipeg",
    "hour": "18:00",
    "email": "nadia@example.org", "link": "https://example.org", "website": "https://example.org",
  ]

  /// Fields of another record than the first of its kind: of somebody without an account.
  static let others: Set = [
    "attendance.name", "attendance.function", "attendance.organizationName",
  ]

  /// Whose the money of the sample is.
  private static let references = ["funder": "O-13", "holder": "O-2"]

  /// What the rules of a kind want beside what every record of it has.
  static func more(for type: RecordType) -> [String] {
    switch type {
    case .recommendation: ["--body B-1"]
    case .attendance: ["--person @facilitator"]
    case .amendment: ["--ends +12m"]
    case .activityReport: ["--organization O-2"]
    default: []
    }
  }

  /// What the rules of a step want beside what the table says of it.
  static let steps = [
    "minutes.approve": ["--reason \"Agreed in writing\""],
    "fundingDecision.effect": ["--effective today"],
  ]
}
