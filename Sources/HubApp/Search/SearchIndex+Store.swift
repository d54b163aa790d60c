import HubModel
import HubSQL

/// What full-text search finds: the searched fields of each record in both languages, beside the
/// keys of its audience, so that one match decides both.
enum SearchIndex {
  /// Writes the record's entry anew when its texts or its audience have changed.
  static func put<R: Stored>(
    _ record: R, former: R?, as entry: Int64, keys: [String], _ connection: Connection
  ) throws {
    let texts = texts(of: record)
    let keys = keys.joined(separator: " ")
    if let former {
      let before = Access.audience(former.header, former.scope, R.lifeCycle)
      guard texts != self.texts(of: former) || keys != before.joined(separator: " ") else { return }
      try connection.execute(
        "UPDATE search SET en = ?, fr = ?, keys = ? WHERE rowid = ?",
        [.text(texts.en), .text(texts.fr), .text(keys), .integer(entry)])
      // A record that had no text at first has no entry to update.
      guard connection.changes == 0 else { return }
    }
    if !texts.isEmpty {
      try connection.execute(
        "INSERT INTO search (rowid, en, fr, keys) VALUES (?, ?, ?, ?)",
        [.integer(entry), .text(texts.en), .text(texts.fr), .text(keys)])
    }
  }

  /// What can be found of a record, in each language.
  static func texts<R: Stored>(of record: R) -> LocalizedText {
    var texts = LocalizedText()
    for field in R.table.searched {
      let cells = field.cells(of: record)
      guard case .text(let first) = cells[0], !first.isEmpty || cells.count > 1 else { continue }
      if case .localized = field.kind, case .text(let second) = cells[1] {
        append(first, to: &texts.en)
        append(second, to: &texts.fr)
      } else {
        append(first, to: &texts.en)
        append(first, to: &texts.fr)
      }
    }
    return texts
  }

  private static func append(_ text: String, to whole: inout String) {
    guard !text.isEmpty else { return }
    whole += whole.isEmpty ? text : "\n" + text
  }
}
