import HubModel
import HubText

/// What was understood of an agenda file, told back: when the meeting is, and what stands at each
/// item.
struct AgendaAccount {
  private let document: AgendaDocument
  private let items: [AgendaItem]

  init(_ outcome: AgendaPublication.Outcome) {
    (document, items) = (outcome.document, outcome.items)
  }

  private static let told: [AgendaKey] = [.purpose, .time, .presenter, .visibility]

  /// `"date": "…", "program": [{"item": "I-3", "title": {…}, "purpose": "decision", …}, …]`, in the
  /// words of a file in that language.
  func write(to writer: inout JSONWriter, in language: Language) {
    writer.key("date")
    text(document.value(of: .date, in: language), &writer)
    let labels = document.labels
    writer.key("program")
    writer.beginArray()
    for (place, item) in document.items.enumerated() where place < items.count {
      writer.beginObject()
      writer.member("item", items[place].reference.description)
      writer.member("label", labels[place])
      writer.key("title")
      writer.localized(item.title)
      for key in Self.told {
        writer.key(key.rawValue)
        text(item.value(of: key, in: language), &writer)
      }
      writer.endObject()
    }
    writer.endArray()
  }

  private func text(_ value: String?, _ writer: inout JSONWriter) {
    if let value { writer.string(value) } else { writer.null() }
  }

  /// How the document of the API describes it.
  static var members: [(String, JSON)] {
    let text = JSONSchema.nullable(JSONSchema.text)
    let item = JSONSchema.object(
      [
        ("item", JSONSchema.reference(to: [.agendaItem])),
        ("label", JSONSchema.text), ("title", JSONSchema.named("LocalizedText")),
      ] + told.map { ($0.rawValue, text) })
    return [("date", text), ("program", JSONSchema.list(of: item))]
  }
}
