import HubHTTP
import HubModel

/// The members of records that are asked for: `fields=ref,title,state`, for lists that carry no
/// whole texts. The reference always comes along, so that every record says which one it is.
struct AskedMembers: Sendable {
  /// The name of the parameter.
  static let parameter = "fields"

  private let names: Set<String>

  /// What a query asks for; nil where it asks for whole records.
  ///
  /// - Throws: `Refusal.malformed` with every name that a record of the type does not have.
  init?<R: Stored>(_ query: Query, of type: R.Type) throws {
    let lists = query.pairs.filter { $0.name == Self.parameter }
    if lists.isEmpty { return nil }
    let asked = lists.flatMap { $0.value.split(separator: ",", omittingEmptySubsequences: false) }
      .map(String.init)
    let known = Self.known(R.self)
    let faults = asked.filter { !known.contains($0) }.map { Self.fault($0, known) }
    guard faults.isEmpty else { throw Refusal.malformed(faults) }
    names = Set(asked + ["ref"])
  }

  func contains(_ name: String) -> Bool { names.contains(name) }

  /// Whether anything that is asked for refers to other records.
  func refers<R: Stored>(of type: R.Type) -> Bool { names.contains { R.table.refers($0) } }

  /// Every member that a record of a type can have, in the order of an answer.
  static func known<R: Stored>(_ type: R.Type) -> [String] {
    let hasSteps = R.lifeCycle != nil
    return ["ref", "type"] + (hasSteps ? ["state"] : [])
      + ["visibility", "network", "sharedWith", "illustrative"] + R.fieldSummaries.map(\.name)
      + ["created", "modified", "version", "links", "can"] + (hasSteps ? ["moves"] : []) + ["names"]
  }

  private static func fault(_ name: String, _ known: [String]) -> Fault {
    if name.isEmpty { return Fault("required", at: parameter, ["field": parameter]) }
    let nearest = Nearest.word(to: name, among: known)
    var arguments = ["word": name, "known": known.joined(separator: ", ")]
    arguments["nearest"] = nearest
    return Fault(nearest == nil ? "unknownField" : "unknownFieldNear", at: parameter, arguments)
  }
}
