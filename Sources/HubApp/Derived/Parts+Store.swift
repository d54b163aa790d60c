import HubModel
import HubSQL

extension Writing {
  /// Derives anew what belongs to a record, once that is for other people than before.
  func deriveParts(of whole: Reference) throws {
    for subject in Subjects.all { try deriveParts(subject, of: whole) }
  }

  private func deriveParts<R: Stored>(_ type: R.Type, of whole: Reference) throws {
    for field in R.table.belonging where field.kind == .reference(whole.type) {
      var parts: [(R, KeptDerived)] = []
      let belongs: SQL = "t.\(raw: field.columns[0]) = \(whole.number)"
      try KeptDerived.forEach(R.self, where: belongs, connection) { record, _, kept in
        parts.append((record, kept))
      }
      for (record, kept) in parts where try kept.mend(beside: record, in: self).audience {
        try deriveParts(of: record.reference)
      }
    }
  }
}
