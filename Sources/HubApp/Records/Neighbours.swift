import HubModel
import HubSQL

/// The neighbours of records along the chain, as far as the caller may see them.
struct Neighbours {
  /// Those of all the records, one record's after another's.
  private var references: [Reference] = []
  /// Where each record's begin, and after them the end.
  private var starts = [0]

  /// Looks those of all the records up, in one statement, or in memory.
  init(of records: [Reference], in reading: Reading) throws {
    let known = try Self.known(records, in: reading)
    starts.reserveCapacity(known.count + 1)
    for list in known {
      for one in list
      where try reading.isOpen(one.audience, beside: { known.joined().map(\.audience) }) {
        references.append(one.reference)
      }
      starts.append(references.count)
    }
  }

  /// The neighbours of the record that was the index-th.
  subscript(index: Int) -> ArraySlice<Reference> {
    references[starts[index]..<starts[index + 1]]
  }

  /// Those of each record, whoever asks.
  private static func known(
    _ records: [Reference], in reading: Reading
  ) throws -> [[Memory.Neighbour]] {
    guard let version = reading.version else { return try read(records, in: reading) }
    var known = reading.memory.neighbours.values(of: records, at: version)
    let missing = known.indices.filter { known[$0] == nil }
    if !missing.isEmpty {
      let lists = try read(missing.map { records[$0] }, in: reading)
      for (index, list) in zip(missing, lists) { known[index] = list }
      reading.memory.neighbours.keep(
        zip(missing, lists).map { (records[$0], $1) }, at: version
      ) { 96 + 32 * $0.count }
    }
    return known.map { $0 ?? [] }
  }

  private static func read(
    _ records: [Reference], in reading: Reading
  ) throws -> [[Memory.Neighbour]] {
    var lists = [[Memory.Neighbour]](repeating: [], count: records.count)
    guard !records.isEmpty else { return lists }
    let rows = try EntryRows(of: records, in: reading).sql
    let found = try reading.connection.query(
      """
      SELECT w.column1, r.type, r.number, r.audience \
      FROM \(rows) w CROSS JOIN links l CROSS JOIN records r \
      WHERE l.earlier = w.column2 AND r.id = l.later \
      UNION ALL SELECT w.column1, r.type, r.number, r.audience \
      FROM \(rows) w CROSS JOIN links l CROSS JOIN records r \
      WHERE l.later = w.column2 AND r.id = l.earlier
      """
    ) { row in
      let type = row.withUTF8(1) { RecordType(word: $0) }
      return (row.int(0), type.map { Reference($0, row.int64(2)) }, row.int64(3))
    }
    for case (let index, let reference?, let audience) in found {
      // Two records can be linked by several fields.
      guard !lists[index].contains(where: { $0.reference == reference }) else { continue }
      lists[index].append(Memory.Neighbour(audience: audience, reference: reference))
    }
    for index in lists.indices where lists[index].count > 1 {
      lists[index].sort {
        let (left, right) = ($0.reference, $1.reference)
        return left.type == right.type
          ? left.number < right.number : left.type.rawValue < right.type.rawValue
      }
    }
    return lists
  }
}
