import HubConsole
import HubModel
import HubText
import HubWords

/// What became of the rows of a table, told row by row where it was only tried, and shortened where
/// there are many.
struct ImportListing {
  private let kind: ImportKind
  private let answer: JSON
  private let call: Invocation

  /// How many rows are told of after they were written.
  private static let most = 20

  init(_ kind: ImportKind, _ answer: JSON, _ call: Invocation) {
    self.kind = kind
    self.answer = answer
    self.call = call
  }

  func tell(isDry: Bool) {
    tellColumns()
    let items = answer["items"]?.array ?? []
    // What stays as it is is told by its number; a trial tells of every row.
    let told = isDry ? items : items.filter { $0["does"]?.string != "nothing" }
    let shown = isDry ? told[...] : told.prefix(Self.most)
    if !shown.isEmpty { call.show(table(Array(shown))) }
    let left =
      isDry ? count("rows") - items.count : count("created") + count("changed") - shown.count
    if left > 0 { call.say(call.words("import.more", ["count": String(left)])) }
    let remarks = (answer["remarks"]?.array ?? []).compactMap(\.integer)
    if !remarks.isEmpty {
      let rows = remarks.prefix(8).map(String.init).joined(separator: ", ")
      call.say(call.words("import.remarks", ["count": String(remarks.count), "rows": rows]))
    }
    call.say(
      call.words(
        isDry ? "import.wouldDo" : "import.done",
        [
          "created": call.words.number(count("created")),
          "changed": call.words.number(count("changed")),
          "unchanged": call.words.number(count("unchanged")),
          "types": call.words.types(kind.type),
        ]))
  }

  private func count(_ name: String) -> Int { Int(answer[name]?.integer ?? 0) }

  /// Which column was read as what; those that are called as the hub calls them are not told.
  private func tellColumns() {
    for column in answer["columns"]?.array ?? [] {
      let heading = column["heading"]?.string ?? ""
      guard let name = column["readAs"]?.string else {
        call.say(call.words("import.columnLeftOut", ["column": heading]))
        continue
      }
      guard name != heading else { continue }
      call.say(
        call.words(
          "import.columnReadAs",
          ["column": heading, "label": column["label"]?.string ?? "", "name": name]))
    }
  }

  private func table(_ items: [JSON]) -> Table {
    let words = call.words
    var table = Table([
      .init(words("import.row"), right: true), .init(words("import.what")),
      .init(words("column.reference"), fixed: true), .init(words("import.record"), main: true),
      .init(words("import.changes"), flexible: true),
    ])
    for item in items {
      table.row(
        Styled(String(item["row"]?.integer ?? 0)),
        Styled(words("deed.\(item["does"]?.string ?? "")")),
        Styled(item["ref"]?.string ?? ""), Styled(item["name"]?.string ?? ""),
        Styled((item["changes"]?.array ?? []).map(change).joined(separator: "; ")))
    }
    return table
  }

  /// `Function: member → chair`.
  private func change(_ change: JSON) -> String {
    let name = change["field"]?.string ?? ""
    let values = [change["from"], change["to"]].map { value -> String in
      let text = text(value, name)
      return text.isEmpty ? call.words("echo.none") : text
    }
    return call.words(
      "echo.field",
      ["field": call.words.field(name, of: kind.type), "value": values.joined(separator: " → ")])
  }

  private func text(_ value: JSON?, _ name: String) -> String {
    switch name {
    case "state": return value?.string.map { call.words.state($0, of: kind.type) } ?? ""
    case "visibility":
      return value?.string.flatMap(Visibility.init).map(call.words.visibility) ?? ""
    default:
      let fields = Kinds.kind(of: kind.type).fieldSummaries
      guard let field = fields.first(where: { $0.name == name }) else { return "" }
      if case .localized = field.kind {
        return ["en", "fr"].compactMap { value?[$0]?.string }.filter { !$0.isEmpty }
          .joined(separator: " / ")
      }
      return FieldText(words: call.words, names: nil).text(value, field, of: kind.type)
    }
  }
}
