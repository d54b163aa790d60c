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
    Command(
      type.noun, "release", arguments: [Argument("reference", .reference([type]))],
      options: [Option("reason", required: true)], purpose: "command.any.release"
    ) { call in
      let ref = try call.requiredReference("reference")
      let answer = try call.client().ask(
        "POST", "/\(type.path)/\(ref)/release", headers: [("If-Match", "*")],
        body: ["reason": .string(call.text("reason") ?? "")])
      if call.globals.json { return call.write(answer.body) }
      call.say(call.words("done.released", ["ref": ref.description]))
    }
  }
}
