package import HubModel
import HubSQL

/// The neighbours of records along the chain: what the caller may see of them, in one statement.
package enum Neighbours {
  package static func of(_ records: [Reference], in reading: Reading) throws
    -> [Reference: [Reference]]
  {
    guard let type = records.first?.type else { return [:] }
    let visible = Access.condition(reading.caller, "r")
    var neighbours: [Reference: [Reference]] = [:]
    try reading.connection.forEach(
      """
      SELECT s.number, r.type, r.number FROM records s \
      JOIN links l ON l.earlier = s.id JOIN records r ON r.id = l.later \
      WHERE s.type = \(type.rawValue) AND s.number IN (\(list: records.map(\.number))) \
      AND \(visible) \
      UNION SELECT s.number, r.type, r.number FROM records s \
      JOIN links l ON l.later = s.id JOIN records r ON r.id = l.earlier \
      WHERE s.type = \(type.rawValue) AND s.number IN (\(list: records.map(\.number))) \
      AND \(visible) \
      ORDER BY 2, 3
      """
    ) { row in
      if let other = RecordType(rawValue: row.string(1)) {
        neighbours[Reference(type, row.int64(0)), default: []].append(
          Reference(other, row.int64(2)))
      }
      return true
    }
    return neighbours
  }
}
