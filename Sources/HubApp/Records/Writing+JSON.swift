package import HubModel
package import HubText

extension Writing {
  /// Keeps a new record from its JSON.
  ///
  /// A meeting of the past is created as held (`"state": "held"`); everything else starts at the
  /// beginning of its life cycle.
  package func create<R: Stored>(_ type: R.Type, from json: JSON) throws -> R {
    guard caller.isFounder || caller.person != nil else { throw Refusal.signInRequired }
    var draft = R()
    try RecordJSON.apply(json, to: &draft, in: self)
    let visibility = json["visibility"] == nil ? nil : draft.header.visibility
    guard let state = R.pastState, json["state"]?.string == state else {
      return try create(draft, visibility: visibility)
    }
    let record = try create(draft, visibility: visibility, on: .past)
    return try move(record.id, to: state, on: .past)
  }

  /// Moves a record from `{"to": …, "reason": …}` and the fields that the transition asks for.
  package func move<R: Stored>(_ id: ID<R>, by json: JSON, expecting version: Int?) throws -> R {
    guard let members = json.object, let state = json["to"]?.string else {
      throw Refusal.malformed([Fault("required", at: "/to", ["field": "to"])])
    }
    let fields = members.filter { !["to", "reason"].contains($0.name) }
    let transitions = R.lifeCycle?.transitions.filter { $0.to == state } ?? []
    let taken = Set(transitions.flatMap { $0.requires + $0.accepts })
    // A move is no edit: it sets what belongs to it, by the right to move alone.
    let others = fields.filter { !taken.contains($0.name) }
    guard others.isEmpty else {
      throw Refusal.invalid(
        others.map {
          Fault(
            "notPartOfMove", at: Fault.pointer("", $0.name),
            ["field": $0.name, "type": R.type.rawValue])
        })
    }
    let reason = try Self.reason(in: json)
    return try move(id, to: state, expecting: version, reason: reason) {
      try RecordJSON.apply(.object(fields), to: &$0, in: self)
    }
  }

  /// Why something is done, from the member of that name; nil without one.
  ///
  /// - Throws: `Refusal.invalid` for what is no text, or none that can be kept.
  static func reason(in json: JSON) throws -> String? {
    guard let value = json["reason"], !value.isNull else { return nil }
    guard let reason = value.string else {
      throw Refusal.fault("wrongType", at: "/reason", ["wanted": "text"])
    }
    guard FieldLimits.holds(reason) else { throw Refusal.fault("nulCharacter", at: "/reason") }
    return reason
  }
}
