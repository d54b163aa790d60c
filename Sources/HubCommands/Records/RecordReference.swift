import HubConsole
import HubModel

/// The reference that a command was given: the agenda and the minutes of a meeting can be named by
/// the meeting, as people do.
enum RecordReference {
  static func accepted(for type: RecordType) -> [RecordType] {
    type.sharesNumberWithMeeting ? [type, .meeting] : [type]
  }

  static func of(_ type: RecordType, in call: Invocation) throws -> String {
    let given = try call.requiredReference("reference")
    return Reference(type, given.number).description
  }
}
