import HubModel
import HubText

/// What a caller wants done along a life cycle: the state that a record is to come to, `{"to":
/// "done"}`, or the word that `can` has for the way there, `{"verb": "done"}`; with why, and the
/// fields that belong to it.
struct AskedMove {
  /// How the way is named.
  enum Way {
    case to(String)
    case verb(String)
  }

  let way: Way
  let reason: String?
  let fields: [JSON.Member]

  /// The members that are no field of the record.
  private static let own = ["to", "verb", "reason"]

  /// - Throws: `Refusal.malformed` where it does not say in one way what is to be done.
  init(_ json: JSON) throws {
    guard let members = json.object else { throw Self.missing }
    switch (json["to"], json["verb"]) {
    case (_?, _?): throw Refusal.malformed([Fault("toOrVerb", at: "/verb")])
    case (let state?, nil):
      guard let state = state.string else { throw Self.missing }
      way = .to(state)
    case (nil, let verb?):
      guard let verb = verb.string else {
        throw Refusal.malformed([Fault("wrongType", at: "/verb", ["wanted": "text"])])
      }
      way = .verb(verb)
    case (nil, nil): throw Self.missing
    }
    fields = members.filter { !Self.own.contains($0.name) }
    reason = try Writing.reason(in: json)
  }

  private static var missing: Refusal {
    .malformed([Fault("required", at: "/to", ["field": "to"])])
  }

  /// The state that it leads a record to.
  ///
  /// - Throws: `Refusal.invalid` for a word that the life cycle does not know, and
  ///   `Refusal.conflict` for one that is not open in the record's state; they name those that are.
  func target<R: Record>(of record: R) throws -> String {
    switch way {
    case .to(let state): return state
    case .verb(let verb):
      let verbs = R.lifeCycle?.verbs ?? []
      guard verbs.contains(verb) else {
        let nearest = Nearest.word(to: verb, among: verbs)
        var arguments = ["word": verb, "allowed": verbs.joined(separator: ", ")]
        arguments["nearest"] = nearest
        throw Refusal.fault(
          nearest == nil ? "unknownChoice" : "unknownChoiceNear", at: "/verb", arguments)
      }
      let open = R.lifeCycle?.transitions(from: record.header.state) ?? []
      guard let transition = open.first(where: { $0.verb == verb }) else {
        throw Refusal.conflict(
          Fault(
            open.isEmpty ? "finalState" : "closedVerb", at: "/verb",
            [
              "type": R.type.rawValue, "ref": record.reference.description,
              "from": record.header.state, "verb": verb,
              "verbs": open.map(\.verb).joined(separator: ", "),
            ]))
      }
      return transition.to
    }
  }

  /// A move is no edit: it sets what belongs to it, by the right to move alone.
  ///
  /// - Throws: `Refusal.invalid` with every other field.
  func checkFields<R: Record>(of type: R.Type) throws {
    let meant = R.lifeCycle?.transitions.filter { transition in
      switch way {
      case .to(let state): transition.to == state
      case .verb(let verb): transition.verb == verb
      }
    }
    let taken = Set((meant ?? []).flatMap { $0.requires + $0.accepts })
    let others = fields.filter { !taken.contains($0.name) }
    guard others.isEmpty else {
      throw Refusal.invalid(
        others.map {
          Fault(
            "notPartOfMove", at: Fault.pointer("", $0.name),
            ["field": $0.name, "type": R.type.rawValue])
        })
    }
  }
}
