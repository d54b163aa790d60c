import HubModel
import HubSQL

extension Writing {
  /// Derives anew what belongs to a record, once that is for other people than before.
  func deriveParts(of whole: Reference) throws {
    for subject in Subjects.all { try deriveParts(subject, of: whole) }
  }

  private func deriveParts<R: Stored>(_ type: R.Type, of whole: Reference) throws {
    for field in R.table.belonging {
      guard let belongs = Self.condition(field, names: whole) else { continue }
      var parts: [(R, KeptDerived)] = []
      try KeptDerived.forEach(R.self, where: belongs, connection) { record, _, kept in
        parts.append((record, kept))
      }
      for (record, kept) in parts where try kept.mend(beside: record, in: self).audience {
        try deriveParts(of: record.reference)
      }
    }
  }

  /// nil for a field that names records of other types.
  private static func condition<R: Record>(_ field: Field<R>, names whole: Reference) -> SQL? {
    switch field.kind {
    case .reference(whole.type): "t.\(raw: field.columns[0]) = \(whole.number)"
    case .anyReference(let types) where types.contains(whole.type):
      """
      t.\(raw: field.columns[0]) = \(whole.type.rawValue) \
      AND t.\(raw: field.columns[1]) = \(whole.number)
      """
    default: nil
    }
  }
}
