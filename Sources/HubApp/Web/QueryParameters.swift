import HubHTTP
import HubModel
import HubText
import HubWords

extension RouteDescription {
  /// Refuses what the route does not take in its query, as collections refuse an unknown filter: a
  /// name that is misspelled must not be answered as if it had not been there.
  ///
  /// - Throws: `Refusal.malformed` with every name that the route does not know.
  func check(_ query: Query) throws {
    guard !checksQuery else { return }
    let known = self.query(Words(.en)).compactMap { $0["name"]?.string }
    let faults = query.pairs.filter { !known.contains($0.name) }.map {
      Self.fault($0.name, known)
    }
    guard faults.isEmpty else { throw Refusal.malformed(faults) }
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
