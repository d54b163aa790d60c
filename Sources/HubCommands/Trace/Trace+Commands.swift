import HubConsole
import HubModel
import HubText

/// `hub trace R-7`: the chain both ways, as a tree.
enum TraceCommands {
  static let all: [Command] = [
    Command(
      "trace", arguments: [Argument("reference", .reference([]))],
      examples: [Example("hub trace R-7", "example.trace")]
    ) { call in
      let ref = try call.requiredReference("reference")
      let answer = try call.client().ask("GET", "/trace/\(ref)")
      if call.globals.json { return call.write(answer.body) }
      TraceView(try JSON(parsing: answer.body), call).show()
    }
  ]
}
