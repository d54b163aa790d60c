import HubModel
import HubText
import HubWords

extension AgendaChangeWords {
  /// `[{"kind": "moved", "detail": "…", "number": 4, "from": 2, "title": {…}}, …]`
  ///
  /// - Parameters:
  ///   - older: what the changes were made to.
  ///   - newer: what they led to.
  func write(
    _ changes: [AgendaChange], from older: AgendaDocument, to newer: AgendaDocument,
    _ writer: inout JSONWriter
  ) {
    writer.beginArray()
    for change in changes {
      writer.beginObject()
      writer.member("kind", change.kind)
      writer.member("detail", sentence(change))
      members(of: change, older, newer, &writer)
      writer.endObject()
    }
    writer.endArray()
  }

  private func members(
    of change: AgendaChange, _ older: AgendaDocument, _ newer: AgendaDocument,
    _ writer: inout JSONWriter
  ) {
    switch change {
    case .title: both(older.title, newer.title, &writer)
    case .introduction: both(older.introduction, newer.introduction, &writer)
    case .objectives: both(older.objectives, newer.objectives, &writer)
    case .header(let key):
      writer.member("key", key.rawValue)
      both(
        older.value(of: key, in: words.language), newer.value(of: key, in: words.language), &writer)
    case .added(let item, let number), .removed(let item, let number): place(item, number, &writer)
    case .moved(let item, let from, let to):
      place(item, to, &writer)
      writer.key("from")
      writer.integer(Int64(from))
    case .changed(let item, let former, let number, let parts):
      place(item, number, &writer)
      writer.key("parts")
      writer.beginArray()
      for part in parts { write(part, former, item, &writer) }
      writer.endArray()
    }
  }

  private func place(_ item: AgendaDocument.Item, _ number: Int, _ writer: inout JSONWriter) {
    writer.key("number")
    writer.integer(Int64(number))
    if let reference = item.reference { writer.member("item", reference.description) }
    writer.key("title")
    writer.localized(item.title)
  }

  private func write(
    _ part: AgendaChange.ItemPart, _ former: AgendaDocument.Item, _ item: AgendaDocument.Item,
    _ writer: inout JSONWriter
  ) {
    writer.beginObject()
    switch part {
    case .title:
      writer.member("part", "title")
      both(former.title, item.title, &writer)
    case .text:
      writer.member("part", "text")
      both(former.text, item.text, &writer)
    case .key(let key):
      writer.member("part", key.rawValue)
      both(
        former.value(of: key, in: words.language), item.value(of: key, in: words.language), &writer)
    }
    writer.endObject()
  }

  private func both(_ before: LocalizedText, _ after: LocalizedText, _ writer: inout JSONWriter) {
    writer.key("before")
    writer.localized(before)
    writer.key("after")
    writer.localized(after)
  }

  private func both(_ before: String?, _ after: String?, _ writer: inout JSONWriter) {
    for (name, value) in [("before", before), ("after", after)] {
      writer.key(name)
      if let value { writer.string(value) } else { writer.null() }
    }
  }
}

extension AgendaChange {
  /// The word that the API has for it.
  var kind: String {
    switch self {
    case .header: "header"
    case .title: "title"
    case .introduction: "introduction"
    case .objectives: "objectives"
    case .added: "added"
    case .removed: "removed"
    case .moved: "moved"
    case .changed: "changed"
    }
  }
}
