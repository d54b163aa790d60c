import HubModel
import HubText

/// What `can` names, told whole: each step that is open to a caller now, with the state it leads to
/// and what has to come along. A program that goes by it needs no table of the life cycle.
enum OpenMoves {
  /// Writes `[{"verb": "reopen", "to": "open", "needs": ["reason"], "accepts": []}, …]`.
  static func write<R: Record>(of record: R, for caller: Caller, to writer: inout JSONWriter) {
    writer.beginArray()
    for transition in Access.openTransitions(to: caller, record) {
      // What is filled in already may still be sent, and need not be.
      let missing = transition.requires.filter { name in
        R.fields.first { $0.name == name }?.isBlank(record) ?? true
      }
      let reason = ["reason"]
      writer.beginObject()
      writer.member(.verb, transition.verb)
      writer.member(.to, transition.to)
      writer.key(.needs)
      writer.list((transition.needsReason ? reason : []) + missing)
      writer.key(.accepts)
      writer.list(
        (transition.needsReason ? [] : reason)
          + (transition.requires + transition.accepts).filter { !missing.contains($0) })
      writer.endObject()
    }
    writer.endArray()
  }
}
