import HubConsole
import HubModel
import HubText
import HubWords

/// A collection as a table: what tells its records apart, and no more.
struct RecordListing {
  let type: RecordType
  let query: [(name: String, value: String)]

  init(_ type: RecordType, query: [(name: String, value: String)]) {
    self.type = type
    self.query = query
  }

  func show(in call: Invocation) throws {
    let answer = try call.client().ask("GET", "/\(type.path)", query: query)
    if call.globals.json { return call.write(answer.body) }
    let page = try JSON(parsing: answer.body)
    let items = page["items"]?.array ?? []
    guard !items.isEmpty else {
      call.say(call.words("list.none", ["types": call.words.types(type).lowercased()]))
      if call.globals.caller == nil, call.globals.server == nil {
        call.say(call.words("hint.nobody"))
      }
      return
    }
    call.show(table(items, page["names"], call))
    if page["next"]?.string != nil {
      call.say("\n" + call.words("list.more", ["count": String(items.count)]))
    }
  }

  /// - Parameter whole: the field that names what all of them belong to, which has no column.
  func table(
    _ items: [JSON], _ names: JSON?, _ call: Invocation, without whole: String? = nil
  ) -> Table {
    let text = FieldText(words: call.words, names: names)
    let fields = columns.filter { $0.name != whole }
    let hasState = items.contains { $0["state"] != nil }
    var headings = [Table.Column(call.words("column.reference"))]
    if hasState { headings.append(Table.Column(call.words("column.state"))) }
    let main = fields.first { ["title", "name", "text"].contains($0.name) }?.name
    headings += fields.map {
      Table.Column(
        call.words.field($0.name, of: type), right: $0.kind == .integer || $0.kind == .money,
        flexible: $0.kind.isWide, main: $0.name == main,
        fixed: $0.kind == .day || $0.kind == .moment || $0.name == "handle")
    }
    var table = Table(headings)
    for item in items {
      var cells = [Styled(item["ref"]?.string ?? "", .reference)]
      if hasState {
        cells.append(Styled(call.words.state(item["state"]?.string ?? "", of: type)))
      }
      cells += fields.map { field in
        if case .reference = field.kind { return Styled(text.name(item[field.name]?.string)) }
        if case .moment = field.kind { return Styled(Self.moment(item, field, call)) }
        return Styled(Markdown.plain(text.text(item[field.name], field, of: type, in: item)))
      }
      table.row(cells)
    }
    return table
  }

  /// A moment by the clocks of its place or its network.
  private static func moment(_ item: JSON, _ field: FieldSummary, _ call: Invocation) -> String {
    guard let moment = item[field.name]?.string.flatMap({ Moment($0) }) else { return "" }
    return Clocks.text(moment, of: item, call)
  }

  /// The fields that a table shows of each type.
  private var columns: [FieldSummary] {
    let all = Kinds.kind(of: type).fieldSummaries
    return (Self.shown[type] ?? all.prefix(3).map(\.name)).compactMap { name in
      all.first { $0.name == name }
    }
  }

  private static let shown: [RecordType: [String]] = [
    .network: ["name", "jurisdiction", "startsOn", "endsOn"],
    .organization: ["name", "kind", "municipality"],
    .person: ["handle", "name", "organization"],
    .body: ["name", "kind", "quorum"],
    .membership: ["body", "person", "role", "startsOn", "endsOn"],
    .standingItem: ["body", "placement", "title", "purpose"],
    .meetingSeries: ["body", "title", "weekday", "hour", "endsOn"],
    .meeting: ["startsAt", "title", "body"],
    .agenda: ["meeting", "edition", "changeNote"],
    .agendaItem: ["meeting", "position", "title", "purpose"],
    .consideration: ["item", "paper", "role"],
    .attendance: ["meeting", "person", "name", "stakeholderGroup", "count", "presence"],
    .minutes: ["meeting", "edition", "correctionsUntil"],
    .decision: ["takenOn", "text", "disposition", "method"],
    .actionItem: ["dueOn", "title", "assignee"],
    .recommendation: ["title", "kind", "dueOn"],
    .fundingStrategy: ["title", "funder", "fiscalYears"],
    .fundingDecision: ["decidedOn", "title", "kind", "amount"],
    .basis: ["fundingDecision", "conclusion", "influence"],
    .agreement: ["title", "holder", "startsOn", "endsOn", "amount"],
    .amendment: ["agreement", "signedOn", "endsOn"],
    .activityReport: ["startsOn", "title", "organization", "reach"],
    .knowledgeItem: ["title", "kind"],
    .document: ["subject", "title", "languages", "fileName"],
  ]
}

extension FieldKind {
  /// Whether a column of it may be cut to fit the terminal.
  var isWide: Bool {
    switch self {
    case .localized, .reference, .references, .anyReference, .text: true
    default: false
    }
  }
}
