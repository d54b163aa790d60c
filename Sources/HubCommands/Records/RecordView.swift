import HubConsole
import HubModel
import HubText
import HubWords

/// One record on the screen: what it is, every field that is filled in, its neighbours, and what
/// can be done with it now.
struct RecordView {
  let record: JSON
  let type: RecordType
  let call: Invocation
  private let text: FieldText

  init(_ record: JSON, _ type: RecordType, _ call: Invocation) {
    self.record = record
    self.type = type
    self.call = call
    text = FieldText(words: call.words, names: record["names"])
  }

  func show() throws {
    let words = call.words
    let ref = record["ref"]?.string ?? ""
    var heading = "\(ref) · \(words.type(type))"
    if let state = record["state"]?.string, !state.isEmpty {
      heading += " · \(words.state(state, of: type))"
    }
    call.say(call.styled(heading, .heading))
    if record["illustrative"]?.bool == true { call.say(words("illustrative.note")) }
    var rows: [(label: String, value: String)] = []
    for field in Kinds.kind(of: type).fieldSummaries {
      rows += self.rows(of: field)
    }
    let visibility = record["visibility"]?.string.flatMap(Visibility.init)
    rows.append((words("column.visibility"), visibility.map(words.visibility) ?? ""))
    let links = (record["links"]?.array ?? []).compactMap(\.string)
    if !links.isEmpty { rows.append((words("column.links"), links.joined(separator: ", "))) }
    let width = rows.map { TextWidth.columns($0.label) }.max() ?? 0
    for row in rows { show(row.label, row.value, width) }
    try RecordParts(ref: ref, call: call).show(RecordParts.of(type))
    showOpenMoves()
  }

  private func show(_ label: String, _ value: String, _ width: Int) {
    let title = call.styled(label, .heading)
    let columns = call.terminal.isTerminal ? call.terminal.columns : nil
    // Where the labels leave too little room the values stand below them.
    let isNarrow = columns.map { $0 - width < 30 } ?? false
    let indent = String(repeating: " ", count: isNarrow ? 4 : width + 2)
    let blanks = String(repeating: " ", count: max(0, width - TextWidth.columns(label)) + 2)
    var lines = call.broken(value, columns: columns.map { $0 - indent.count })
    if isNarrow { call.say(title) } else { call.say(title + blanks + lines.removeFirst()) }
    for line in lines { call.say(line.isEmpty ? "" : indent + line) }
  }

  /// A text in two languages takes a row for each; nothing that is empty takes any.
  private func rows(of field: FieldSummary) -> [(label: String, value: String)] {
    let label = call.words.field(field.name, of: type)
    guard field.continues == nil, let value = record[field.name], !value.isNull else { return [] }
    guard case .localized = field.kind else {
      var shown = text.text(of: field, in: record, of: type)
      if case .moment = field.kind, let moment = value.string.flatMap({ Moment($0) }) {
        shown = Clocks.text(moment, of: record, call)
      }
      return shown.isEmpty ? [] : [(label, shown)]
    }
    let stale = value["stale"]?.string
    return [call.words.language, call.words.language.other].compactMap { language in
      guard let side = value[language.rawValue]?.string, !side.isEmpty else { return nil }
      let mark = stale == language.rawValue ? " " + call.words("stale.mark") : ""
      return ("\(label) (\(language.rawValue))", side + mark)
    }
  }

  private func showOpenMoves() {
    let lines = OpenMoves(record, type, call.words).lines
    guard !lines.isEmpty else { return }
    call.say("")
    call.say(call.words("record.can"))
    for line in lines { call.say("  " + line) }
  }
}
