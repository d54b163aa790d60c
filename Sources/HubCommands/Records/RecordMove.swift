import HubConsole
import HubModel
import HubText
import HubWords

/// Moves a record by a word of its life cycle.
struct RecordMove {
  let type: RecordType
  let verb: String
  let transitions: [LifeCycle.Transition]
  let fields: [JSON.Member]

  init(
    _ type: RecordType, verb: String, _ transitions: [LifeCycle.Transition],
    _ fields: [JSON.Member]
  ) {
    self.type = type
    self.verb = verb
    self.transitions = transitions
    self.fields = fields
  }

  func run(in call: Invocation) throws {
    var writes = RecordWrites()
    var targets: [String: String] = [:]
    for ref in RecordReference.all(type, in: call) {
      let target = try target(for: ref, in: call)
      var members = [JSON.Member(name: "to", value: .string(target))] + fields
      if let reason = call.text("reason") {
        members.append(.init(name: "reason", value: .string(reason)))
      }
      targets[ref] = target
      let path = "/\(type.path)/\(ref)/transitions"
      writes.add(.init(reference: ref, method: "POST", path: path, body: .object(members)))
    }
    try confirm(targets, in: call)
    let records: [JSON]
    do {
      records = try writes.send(in: call)
    } catch let failure as Failure where failure.pointers.contains("/to") {
      let refused = zip(failure.subjects, failure.pointers).filter { $0.1 == "/to" }.map(\.0)
      throw targets.keys.sorted().filter {
        refused.isEmpty || refused.contains(RecordReference.spoken($0))
      }.reduce(failure) { offering($1, after: $0, in: call) }
    }
    try writes.tell(records, in: call) { record in
      call.say(sentence(record, in: call))
      try FieldEcho(type, call).tell(fields, of: record)
    }
  }

  /// Where a step is not open, those that are, as lines to type.
  private func offering(
    _ ref: String, after failure: Failure, in call: Invocation
  ) -> Failure {
    guard let record = try? call.client().json("GET", "/\(type.path)/\(ref)") else {
      return failure
    }
    let lines = OpenMoves(record, type, call.words).lines
    guard !lines.isEmpty else { return failure }
    return failure.adding(
      ([call.words("record.can")] + lines.map { "  " + $0 }).joined(separator: "\n"))
  }

  /// What cannot be taken back is confirmed by name.
  private func confirm(_ targets: [String: String], in call: Invocation) throws {
    let words = call.words
    for (ref, target) in targets.sorted(by: { $0.key < $1.key }) {
      guard let step = transitions.first(where: { $0.to == target }),
        let lifeCycle = Kinds.kind(of: type).lifeCycle, lifeCycle.isFinal(step)
      else { continue }
      try call.confirm {
        let record = try call.client().json("GET", "/\(type.path)/\(ref)")
        let title = FieldText(words: words, names: nil)
          .localized(record["title"] ?? record["name"] ?? record["text"])
        let arguments = [
          "record": title.isEmpty ? ref : "\(ref) (\(title))",
          "state": words.state(target, of: type).lowercased(),
        ]
        return lifeCycle.goesOut(step)
          ? words("confirm.goesOut", arguments) : words("confirm.ends", arguments)
      }
    }
  }

  private func sentence(_ record: JSON, in call: Invocation) -> String {
    let shown = call.words.state(record["state"]?.string ?? "", of: type).lowercased()
    guard type.sharesNumberWithMeeting else {
      return call.words("done.moved", ["ref": record["ref"]?.string ?? "", "state": shown])
    }
    let arguments = ["meeting": record["meeting"]?.string ?? "", "state": shown]
    return type == .agenda
      ? call.words("done.movedAgenda", arguments) : call.words("done.movedMinutes", arguments)
  }

  /// The state that the word leads to; where it leads to several, the one from the current state.
  private func target(for ref: String, in call: Invocation) throws -> String {
    let targets = Set(transitions.map(\.to))
    if targets.count == 1, let only = targets.first { return only }
    let record = try call.client().json("GET", "/\(type.path)/\(ref)")
    let state = record["state"]?.string ?? ""
    return transitions.first { $0.from.contains(state) }?.to ?? transitions[0].to
  }
}
