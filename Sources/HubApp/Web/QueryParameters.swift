import HubHTTP
import HubModel
import HubText
import HubWords

extension RouteDescription {
  /// Refuses what the route does not take in its query, as collections refuse an unknown filter: a
  /// name that is misspelled must not be answered as if it had not been there, nor one of two values
  /// as if it had been the only one.
  ///
  /// - Throws: `Refusal.malformed` with every name that the route does not know, and every one that
  ///   is there twice though the document has no list of it.
  func check(_ query: Query) throws {
    let names = query.pairs.map(\.name)
    let repeated = Self.repeated(names)
    if checksQuery, repeated.isEmpty { return }
    let parameters = self.query(Words(.en))
    let known = parameters.compactMap { $0["name"]?.string }
    var faults: [Fault] = []
    if !checksQuery {
      faults = names.filter { !known.contains($0) }.map { Self.fault($0, known) }
    }
    for parameter in parameters {
      guard let name = parameter["name"]?.string, repeated.contains(name),
        parameter["schema"]?["type"] != "array"
      else { continue }
      faults.append(Fault("givenTwice", at: name, ["word": name]))
    }
    guard faults.isEmpty else { throw Refusal.malformed(faults) }
  }

  /// The names that are there more than once.
  private static func repeated(_ names: [String]) -> Set<String> {
    guard names.count > 1 else { return [] }
    var seen: Set<String> = []
    return Set(names.filter { !seen.insert($0).inserted })
  }

  private static func fault(_ name: String, _ known: [String]) -> Fault {
    if known.isEmpty { return Fault("noParameters", at: name, ["word": name]) }
    var arguments = ["word": name, "known": known.joined(separator: ", ")]
    let nearest = Nearest.word(to: name, among: known)
    arguments["nearest"] = nearest
    return Fault(
      nearest == nil ? "unknownParameter" : "unknownParameterNear", at: name, arguments)
  }
}
