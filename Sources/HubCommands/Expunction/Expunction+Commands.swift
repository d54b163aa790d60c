import HubConsole
import HubModel
import HubText
import HubWords

/// `hub expunge`: a name or a text that was written by mistake is taken out everywhere.
enum ExpunctionCommands {
  static let all: [Command] = [expunge]

  private static let expunge = Command(
    "expunge", arguments: [Argument("text", optional: true)],
    options: [
      Option("person", .reference([.person])), Option("also", repeated: true),
      Option("reason", required: true), Option("dry-run", .flag), .yes,
      Option("places", .number(0...999_999_999)),
    ],
    examples: [
      Example("hub expunge \"Full Name\" --reason \"…\" --dry-run", "example.expunge"),
      Example("hub expunge \"Full Name\" --reason \"…\" --yes", "example.expungeYes"),
      Example("hub expunge --person P-3 --reason \"…\"", "example.expungePerson"),
    ]
  ) { call in
    var dialogue = ExpunctionDialogue(call)
    let report = try dialogue.look()
    if call.flag("dry-run") {
      if call.globals.json { return call.write(report.written()) }
      ExpunctionListing(report, call).show()
      return call.say(call.words("expunge.unchanged"))
    }
    try dialogue.carryOut(report)
  }
}
