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

  /// Moves a record from `{"to": …, "reason": …}`, or a verb, and the fields that the transition
  /// asks for.
  package func move<R: Stored>(_ id: ID<R>, by json: JSON, expecting version: Int?) throws -> R {
    let move = try AskedMove(json)
    let former = try find(id)
    try expect(version, of: former)
    let state = try move.target(of: former)
    try move.checkFields(of: R.self)
    return try self.move(id, to: state, reason: move.reason) {
      try RecordJSON.apply(.object(move.fields), to: &$0, in: self)
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
