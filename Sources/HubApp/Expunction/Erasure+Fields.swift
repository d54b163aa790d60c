import HubModel
import HubText

/// How a text is taken out of a field.
enum FieldErasure {
  /// Words are replaced by other words.
  case words
  /// An address or a place of which a part is gone is none: it is cleared.
  case clear
  /// It identifies somebody in the hub and must be filled in: it becomes a neutral one.
  case neutral
  /// It holds codes, no words of a person.
  case never

  init(_ name: String, _ kind: FieldKind) {
    switch (kind, name) {
    case (.text, "timeZone"), (.words, "languages"), (.words, "interpretation"),
      (.words, "languagesOfService"), (.words, "fiscalYears"):
      self = .never
    case (.text, "email"), (.text, "coordinates"), (.text, "website"), (.text, "link"):
      self = .clear
    case (.text, "handle"): self = .neutral
    case (.text, _), (.localized, _), (.words, _): self = .words
    default: self = .never
    }
  }
}

extension Erasure {
  /// Takes the texts out of a record's own fields; answers in how many places they stood.
  ///
  /// - Parameter spared: a field that is left alone.
  func apply<R: Record>(to record: inout R, sparing spared: String? = nil) -> Int {
    var places = 0
    for field in R.fields where field.name != spared {
      let treatment = FieldErasure(field.name, field.kind)
      if case .never = treatment { continue }
      var cells = field.cells(of: record)
      let found = apply(
        to: &cells, field.kind, treatment, neutral: Expunction.neutralName(record.header.number))
      guard found > 0 else { continue }
      places += found
      var reader = CellReader(cells)
      field.load(&record, from: &reader)
    }
    return places
  }

  private func apply(
    to cells: inout [Cell], _ kind: FieldKind, _ treatment: FieldErasure, neutral: String
  ) -> Int {
    var places = 0
    let languages: [Language?] = if case .localized = kind { [.en, .fr] } else { [nil] }
    for (index, language) in languages.enumerated() {
      guard case .text(let text) = cells[index], let found = applied(to: text, in: language) else {
        continue
      }
      places += found.places
      switch treatment {
      case .words: cells[index] = .text(found.text)
      case .clear: cells[index] = .null
      case .neutral: cells[index] = .text(neutral)
      case .never: break
      }
    }
    return places
  }
}
