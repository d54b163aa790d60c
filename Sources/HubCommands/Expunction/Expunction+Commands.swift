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
      Option("person", .reference([.person])), Option("reason", required: true),
      Option("dry-run", .flag),
    ],
    examples: [
      Example("hub expunge \"Full Name\" --reason \"…\" --dry-run", "example.expunge"),
      Example("hub expunge --person P-3 --reason \"…\"", "example.expungePerson"),
    ]
  ) { call in
    var body: [JSON.Member] = [
      .init(name: "reason", value: .string(call.text("reason") ?? "")),
      .init(name: "dryRun", value: .bool(call.flag("dry-run"))),
    ]
    if let text = call.text("text") { body.append(.init(name: "text", value: .string(text))) }
    if let person = call.reference("person") {
      body.append(.init(name: "person", value: .string(person.description)))
    }
    let answer = try call.client().ask("POST", "/expunctions", body: .object(body))
    if call.globals.json { return call.write(answer.body) }
    let report = try JSON(parsing: answer.body)
    let counts = [
      "places": String(report["places"]?.integer ?? 0),
      "entries": String(report["entries"]?.integer ?? 0),
    ]
    call.say(
      call.flag("dry-run")
        ? call.words("expunge.would", counts) : call.words("expunge.done", counts))
  }
}
