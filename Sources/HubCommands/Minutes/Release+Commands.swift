import HubConsole
import HubModel
import HubText
import HubWords

/// `hub recommendation release R-7 --reason …`: an outcome goes out before its minutes are
/// approved, by a release in writing.
enum ReleaseCommands {
  static let all: [Command] = [
    command(.decision), command(.actionItem), command(.recommendation),
  ]

  private static func command(_ type: RecordType) -> Command {
    // The recommendations of the sample begin with those that no minutes hold.
    let first = type == .recommendation ? "R-24" : "\(type.prefix)-1"
    return Command(
      type.noun, "release", arguments: [Argument("reference", .reference([type]), repeated: true)],
      options: [Option("reason", required: true)],
      examples: [
        Example("hub \(type.noun) release \(first) --reason \"Members agreed\"", "")
      ], purpose: "command.any.release"
    ) { call in
      var writes = RecordWrites()
      for ref in RecordReference.all(type, in: call) {
        writes.add(
          .init(
            reference: ref, method: "POST", path: "/\(type.path)/\(ref)/release",
            body: ["reason": .string(call.text("reason") ?? "")]))
      }
      try writes.tell(try writes.send(in: call), in: call) {
        call.say(call.words("done.released", ["ref": $0["ref"]?.string ?? ""]))
      }
    }
  }
}
