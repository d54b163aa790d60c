import HubConsole
import HubModel
import HubText
import HubWords

/// The editions of an agenda or of minutes: when each was published, and what changed.
enum EditionListing {
  static func run(_ kind: String, in call: Invocation) throws {
    let meeting = Reference(.meeting, try call.requiredReference("reference").number)
    let answer = try call.client().ask("GET", "/meetings/\(meeting)/\(kind)-editions")
    if call.globals.json { return call.write(answer.body) }
    let words = call.words
    let items = try JSON(parsing: answer.body)["items"]?.array ?? []
    if items.isEmpty { return call.say(words("edition.none")) }
    let text = FieldText(words: words, names: nil)
    var table = Table([
      Table.Column(words("column.version"), right: true),
      Table.Column(Clocks.heading(call), fixed: true),
      Table.Column(words("column.note"), main: true),
    ])
    for item in items {
      table.row(
        Styled(String(item["edition"]?.integer ?? 0)),
        Styled(Clocks.text(item["at"], call) ?? ""),
        Styled(text.localized(item["note"])))
    }
    call.show(table)
  }
}
