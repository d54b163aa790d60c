import HubModel
import HubText

/// A record as it was at moments of the past, as its history tells it: its fields, read with the
/// words of today. What is not a field is as it is today.
struct PastRecord<R: Record> {
  private let today: R
  /// What its entries changed, the first one first.
  private var changes: [(at: Moment, members: [String: JSON])] = []

  init(_ today: R) { self.today = today }

  /// Takes the next of its entries.
  mutating func add(_ content: String?, at moment: Moment) {
    var members: [String: JSON] = [:]
    let change = content.flatMap { try? JSON(parsing: $0) }?["change"]
    for member in change?.object ?? [] { members[member.name] = member.value }
    changes.append((moment, members))
  }

  /// The record just before a moment; nil when it was not there yet.
  func before(_ moment: Moment) -> R? {
    let changes = changes.prefix { $0.at < moment }
    guard !changes.isEmpty else { return nil }
    var record = R()
    record.header = today.header
    for field in R.fields {
      let names = [field.name] + field.formerly
      let last = changes.last { change in names.contains { change.members[$0] != nil } }
      guard let value = names.lazy.compactMap({ last?.members[$0] }).first,
        let cells = PastCells.read(value, field)
      else { continue }
      var reader = CellReader(cells)
      field.load(&record, from: &reader)
    }
    return record
  }
}
