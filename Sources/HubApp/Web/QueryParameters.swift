import HubHTTP
import HubModel
import HubText

/// Refuses what a route does not take in its query, as collections refuse an unknown filter: a
/// name that is misspelled must not be answered as if it had not been there.
enum QueryParameters {
  /// These tell of unknown filters together with whatever else is wrong with a query.
  private static let collections = Set(Subjects.all.map { "list \($0.type.path)" })

  /// What each other route takes, as its description has it; made once, which takes a while.
  private static let known: [String: [String]] = {
    let others = RouteDescriptions.all(Words(.en)).filter { !collections.contains($0.name) }
    return Dictionary(
      others.map { description in
        let names = description.parameters.filter { $0["in"] == "query" }
          .compactMap { $0["name"]?.string }
        return (description.name, names)
      }, uniquingKeysWith: { first, _ in first })
  }()

  /// - Throws: `Refusal.malformed` with every name that the route does not know.
  static func check(_ query: Query, of route: Route) throws {
    guard !query.pairs.isEmpty, !collections.contains(route.name), let known = known[route.name]
    else { return }
    let faults = query.pairs.filter { !known.contains($0.name) }.map { fault($0.name, known) }
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
