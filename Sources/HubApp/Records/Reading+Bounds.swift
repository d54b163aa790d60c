import HubModel
import HubSQL

/// What belongs to something is never for more people than that is.
extension Reading {
  private static let mostBounds = 1000

  /// The audience of a record, as the directory has it; nil where there is no such record.
  func audience(of reference: Reference) throws -> [AudienceKey]? {
    try lookUp([reference])
    return knownAudiences[reference]
  }

  /// Whether there is such a record and the caller may see it.
  func maySee(_ reference: Reference) throws -> Bool {
    try audience(of: reference).map { Access.maySee(caller, audience: $0) } ?? false
  }

  /// Whether the caller may see a record, in the light of what it belongs to.
  func maySee<R: Stored>(_ record: R) throws -> Bool {
    Access.maySee(caller, record, within: try bounds(of: record))
  }

  /// Whether all who may see one record may see another too.
  func isOpen<Part: Stored, Whole: Stored>(
    _ part: Part, toAllWhoSee whole: Whole
  ) throws -> Bool {
    let open = try keys(of: part)
    return try keys(of: whole).allSatisfy { key in open.contains { $0.includes(key) } }
  }

  /// Which of these all who may see a record may see too; two statements at most.
  func open<Part: Stored, Whole: Stored>(
    _ parts: [Part], toAllWhoSee whole: Whole
  ) throws -> Set<Reference> {
    try lookUp(parts.flatMap { Part.table.wholes(of: $0) })
    return try Set(parts.filter { try isOpen($0, toAllWhoSee: whole) }.map(\.reference))
  }

  private func keys<R: Stored>(of record: R) throws -> Set<AudienceKey> {
    Access.keys(record.header, record.scope, R.lifeCycle, within: try bounds(of: record))
  }

  /// Those that the caller may see; one statement at most.
  func visible<R: Stored>(_ records: [R]) throws -> [R] {
    try lookUp(records.flatMap { R.table.wholes(of: $0) })
    return try records.filter { try maySee($0) }
  }

  /// The audiences of what a record belongs to.
  func bounds<R: Stored>(of record: R) throws -> [[AudienceKey]] {
    guard !R.table.belonging.isEmpty else { return [] }
    let wholes = R.table.wholes(of: record)
    try lookUp(wholes)
    // What belongs to something that is not there is for nobody.
    return wholes.map { knownAudiences[$0] ?? [] }
  }

  private func lookUp(_ wholes: [Reference]) throws {
    let missing = Set(wholes).filter { knownAudiences[$0] == nil }
    guard !missing.isEmpty else { return }
    if knownAudiences.count >= Self.mostBounds { knownAudiences.removeAll() }
    for (type, references) in Dictionary(grouping: missing, by: \.type) {
      try connection.forEach(
        """
        SELECT r.number, a.keys FROM records r JOIN audiences a ON a.id = r.audience \
        WHERE r.type = \(type.rawValue) AND r.number IN (\(list: references.map(\.number).sorted()))
        """
      ) { row in
        let words = row.string(1).split(separator: " ")
        knownAudiences[Reference(type, row.int64(0))] = words.map { AudienceKey(word: $0) }
        return true
      }
    }
  }
}
