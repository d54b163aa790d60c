import HubModel
import HubSQL

/// What stands in the place of records that were merged: who names the former means the latter.
enum Successors {
  /// Those among the references that were merged, each with its successor. One statement, and none
  /// where nothing is named that could have been; more only for more than a statement takes.
  static func of(
    _ references: some Sequence<Reference>, in reading: Reading
  ) throws -> [Reference: Reference] {
    let all = Array(references)
    var successors: [Reference: Reference] = [:]
    for start in stride(from: 0, to: all.count, by: 8000) {
      let part = all[start..<min(start + 8000, all.count)]
      successors.merge(try few(part, in: reading)) { first, _ in first }
    }
    return successors
  }

  private static func few(
    _ references: some Sequence<Reference>, in reading: Reading
  ) throws -> [Reference: Reference] {
    let byType = Dictionary(grouping: references, by: \.type)
    let questions: [SQL] = byType.sorted { $0.key.rawValue < $1.key.rawValue }.compactMap {
      guard Subjects.of($0) is any MergeableStored.Type else { return nil }
      return """
        SELECT \($0.rawValue), number, merged_into FROM \(raw: $0.table) \
        WHERE merged_into IS NOT NULL AND number IN (\(list: $1.map(\.number).sorted()))
        """
    }
    guard !questions.isEmpty else { return [:] }
    var successors: [Reference: Reference] = [:]
    try reading.connection.forEach(SQL.joined(questions, separator: " UNION ALL ")) { row in
      if let type = RecordType(rawValue: row.string(0)) {
        successors[Reference(type, row.int64(1))] = Reference(type, row.int64(2))
      }
      return true
    }
    return successors
  }
}
