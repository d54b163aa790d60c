import HubModel
import HubSQL
import Synchronization

/// The ids of records' entries in the directory, read once: an entry never goes and keeps its id.
final class KnownEntries: Sendable {
  private let known = Mutex<[Reference: Int64]>([:])
  private let others: KnownEntries?
  private static let most = 100_000

  /// - Parameter others: what is known to others too, and to which nothing is added.
  init(over others: KnownEntries? = nil) { self.others = others }

  /// The id of each, nil where there is no such record, whoever asks; one statement at most for
  /// those that are not known yet.
  func ids(of references: [Reference], _ connection: Connection) throws -> [Int64?] {
    var ids = others?.look(up: references) ?? Array(repeating: nil, count: references.count)
    if ids.contains(nil) {
      for (index, id) in look(up: references).enumerated() where id != nil { ids[index] = id }
    }
    let missing = ids.indices.filter { ids[$0] == nil }
    guard !missing.isEmpty else { return ids }
    let found = try Directory.ids(of: missing.map { references[$0] }, connection)
    for (place, id) in found { ids[missing[place]] = id }
    add(found.map { (references[missing[$0.place]], $0.id) })
    return ids
  }

  /// Keeps the id of an entry that has been written or read.
  func add(_ entries: [(Reference, Int64)]) {
    known.withLock { known in
      if known.count >= Self.most { known.removeAll() }
      for (reference, id) in entries { known[reference] = id }
    }
  }

  private func look(up references: [Reference]) -> [Int64?] {
    known.withLock { known in references.map { known[$0] } }
  }
}
