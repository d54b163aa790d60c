import HubConsole
import HubText
import HubWords

/// What the hub understood of an agenda file, told back: when the meeting is, and for each item what
/// it is for, how long it takes and who presents it.
enum AgendaReport {
  static func tell(_ answer: JSON, in call: Invocation) {
    let words = call.words
    if let date = answer["date"]?.string { call.say(date) }
    let text = FieldText(words: words, names: nil)
    var table = Table([
      Table.Column(words("column.item"), right: true),
      Table.Column(words("field.title"), main: true),
      Table.Column(words("field.purpose"), fixed: true),
      Table.Column(words("field.duration"), fixed: true),
      Table.Column(words("field.presenter")), Table.Column(words("field.visibility")),
    ])
    let items = answer["program"]?.array ?? []
    for item in items {
      table.row(
        Styled(item["label"]?.string ?? ""), Styled(text.localized(item["title"])),
        Styled(item["purpose"]?.string ?? ""), Styled(item["time"]?.string ?? ""),
        Styled(item["presenter"]?.string ?? ""), Styled(item["visibility"]?.string ?? ""))
    }
    if !items.isEmpty { call.show(table) }
  }
}
