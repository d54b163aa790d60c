import HubConsole
import HubModel
import HubText
import HubWords

/// What somebody can do with a record now, each as a line to type. What only they can say stands
/// there as the help has it: `--reason TEXT`.
struct OpenMoves {
  private let record: JSON
  private let type: RecordType
  private let words: Words

  init(_ record: JSON, _ type: RecordType, _ words: Words) {
    self.record = record
    self.type = type
    self.words = words
  }

  /// The record as people name it: an agenda and minutes by their meeting.
  private var reference: String {
    let own = record["ref"]?.string ?? ""
    return type.sharesNumberWithMeeting ? record["meeting"]?.string ?? own : own
  }

  var lines: [String] {
    (record["can"]?.array ?? []).compactMap(\.string).map { verb in
      let word = Option.name(for: verb)
      let command = Commands.all.first { $0.noun == type.noun && $0.verb == word }
      let more = command.map { needs(verb, $0) } ?? []
      return (["hub \(type.noun) \(word) \(reference)"] + more).joined(separator: " ")
    }
  }

  private func needs(_ verb: String, _ command: Command) -> [String] {
    // Something has to be given, and it is the person's choice what.
    if verb == "edit" { return ["[\(words("help.options.metavariable"))]"] }
    let kind = Kinds.kind(of: type)
    let state = record["state"]?.string ?? ""
    let step = kind.lifeCycle?.transitions(from: state).first { $0.verb == verb }
    let missing = (step?.requires ?? []).filter { isEmpty(record[$0]) }
    var names = kind.fieldSummaries.filter { missing.contains($0.name) }.map(FieldOption.name)
    let needsReason = step?.needsReason ?? command.options.contains { $0.isRequired }
    if needsReason { names.append("reason") }
    let needed = names.compactMap { command.usage(of: $0, in: words) }
    // What may be said along with it, and now and then must be.
    let hasMore = (step?.accepts ?? []).contains { isEmpty(record[$0]) }
    return needed + (hasMore ? ["[\(words("help.options.metavariable"))]"] : [])
  }

  private func isEmpty(_ value: JSON?) -> Bool {
    guard let value else { return true }
    if let list = value.array { return list.isEmpty }
    if let text = value.string { return text.isEmpty }
    if let texts = value.object {
      return texts.allSatisfy { $0.value.isNull || $0.value.string?.isEmpty ?? false }
    }
    return value.isNull
  }
}
