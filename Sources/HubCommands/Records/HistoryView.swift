import HubConsole
import HubModel
import HubText
import HubWords

/// A record's history on the screen: when, who, what, why.
struct HistoryView {
  let entries: [JSON]
  let type: RecordType
  let call: Invocation

  init(_ answer: JSON, _ type: RecordType, _ call: Invocation) {
    entries = answer["items"]?.array ?? []
    self.type = type
    self.call = call
  }

  func show() {
    let words = call.words
    var table = Table([
      Table.Column(words("column.version"), right: true), Table.Column(Clocks.heading(call)),
      Table.Column(words("column.who")), Table.Column(words("column.what"), flexible: true),
    ])
    for entry in entries {
      table.row(
        Styled(String(entry["version"]?.integer ?? 0)),
        Styled(Clocks.text(entry["at"], call) ?? ""),
        Styled(entry["by"]?.string ?? words("history.hub")), Styled(what(entry)))
    }
    call.show(table)
  }

  private func what(_ entry: JSON) -> String {
    let words = call.words
    let act = entry["act"]?.string ?? ""
    var text = words("act.\(act)")
    if let from = entry["from"]?.string, let to = entry["to"]?.string {
      text = "\(words.state(from, of: type)) → \(words.state(to, of: type))"
    } else if act == "edit" {
      let names = (entry["content"]?["change"]?.object ?? []).map {
        words.field($0.name, of: type).lowercased()
      }
      if !names.isEmpty {
        text = words("history.changed", ["act": text, "fields": names.joined(separator: ", ")])
      }
    }
    if let reason = entry["content"]?["reason"]?.string { text += " (\(reason))" }
    if entry["content"]?.isNull ?? false { text += " " + words("history.expunged") }
    return text
  }
}
