import HubConsole
import HubModel

/// The reference that a command was given: the agenda and the minutes of a meeting can be named by
/// the meeting, as people do.
enum RecordReference {
  static func accepted(for type: RecordType) -> [RecordType] {
    type.sharesNumberWithMeeting ? [type, .meeting] : [type]
  }

  /// Each of those that were given, once.
  static func all(_ type: RecordType, in call: Invocation) -> [String] {
    let given = call.values.references("reference").map { Reference(type, $0.number).description }
    return given.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The same as people name it: the agenda and the minutes of a meeting by the meeting.
  static func spoken(_ reference: String) -> String {
    guard let own = Reference(reference), own.type.sharesNumberWithMeeting else { return reference }
    return Reference(.meeting, own.number).description
  }

  static func of(_ type: RecordType, in call: Invocation) throws -> String {
    let given = try call.requiredReference("reference")
    return Reference(type, given.number).description
  }
}
