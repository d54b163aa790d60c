import HubModel
import HubSQL

/// Compares every edition with the seal that the history keeps of it.
struct EditionsVerification {
  let connection: Connection
  let findings: Findings

  private struct Place: Hashable {
    let record: Int64
    let number: Int
  }

  func run() throws {
    // Of several the last one: words may have been taken out of the edition since.
    var seals: [Place: EditionSeal] = [:]
    for seal in try EditionSeal.all(connection) {
      seals[Place(record: seal.record, number: seal.number)] = seal
    }
    try EditionSeal.forEachEdition(connection) { record, number, values in
      guard let seal = seals.removeValue(forKey: Place(record: record, number: number)) else {
        return try add("editionPlanted", record, number)
      }
      if !seal.isSeal(of: values) { try add("editionChanged", record, number) }
    }
    for place in seals.keys.sorted(by: { ($0.record, $0.number) < ($1.record, $1.number) }) {
      try add("editionMissing", place.record, place.number)
    }
  }

  private func add(_ code: String, _ record: Int64, _ number: Int) throws {
    let reference = try Directory.reference(of: record, connection)?.description ?? "–"
    findings.add(Fault(code, ["ref": reference, "edition": String(number)]))
  }
}
