import HubModel

/// What full-text search finds of a record: its searched fields, in each language. What was merged
/// into another record is found by its reference alone.
enum SearchTexts {
  static func of<R: Stored>(_ record: R) -> LocalizedText {
    var texts = LocalizedText()
    guard record.successor == nil else { return texts }
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
