import HubConsole
import HubModel
import HubText
import HubWords

/// Where the words of an expunction stand, on the screen: every record with its editions and
/// history entries, and the spellings that are near.
struct ExpunctionListing {
  private let report: JSON
  private let call: Invocation

  init(_ report: JSON, _ call: Invocation) {
    self.report = report
    self.call = call
  }

  static func counts(_ report: JSON) -> [String: String] {
    [
      "places": String(report["places"]?.integer ?? 0),
      "entries": String(report["entries"]?.integer ?? 0),
    ]
  }

  func show() {
    let words = call.words
    let records = report["records"]?.array ?? []
    if records.isEmpty {
      // In a file that is kept of a document it is; that is told by itself.
      guard report["documents"]?.array?.isEmpty != false else { return }
      call.say(words("expunge.nowhere"))
    } else {
      var table = Table([
        Table.Column(words("column.reference")),
        Table.Column(words("column.places"), right: true),
        Table.Column(words("column.fields"), right: true),
        Table.Column(words("column.editions")),
        Table.Column(words("column.entries"), flexible: call.terminal.isTerminal),
      ])
      for record in records {
        table.row(
          Styled(record["ref"]?.string ?? "–", .reference), number(record["places"]),
          number(record["fields"]), numbers(record["editions"]), numbers(record["entries"]))
      }
      call.show(table)
      call.say(words("expunge.would", Self.counts(report)))
    }
    for spelling in report["near"]?.array ?? [] {
      let arguments = [
        "text": spelling["text"]?.string ?? "",
        "places": String(spelling["places"]?.integer ?? 0),
      ]
      call.say(words("expunge.nearStays", arguments))
    }
    let copies = (report["copies"]?.array ?? []).compactMap(\.string)
    if !copies.isEmpty {
      call.say(words("expunge.copies", ["files": copies.joined(separator: ", ")]))
    }
    if let left = report["left"]?.string { call.say(words.sentence(Fault(left))) }
  }

  private func number(_ json: JSON?) -> Styled { Styled(String(json?.integer ?? 0)) }

  private func numbers(_ json: JSON?) -> Styled {
    Styled((json?.array ?? []).map { String($0.integer ?? 0) }.joined(separator: ", "))
  }
}
