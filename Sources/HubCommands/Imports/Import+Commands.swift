import HubConsole
import HubModel
import HubText
import HubWords

/// `hub import people FILE`: a table becomes records, all of its rows or none.
enum ImportCommands {
  static let all: [Command] = ImportKind.all.map(command)

  private static func command(_ kind: ImportKind) -> Command {
    Command(
      "import", kind.name, arguments: [Argument("file", .file, optional: true)],
      options: [
        Option("dry-run", .flag), Option("template", .flag),
        Option("encoding", .choice(CSV.Encoding.allCases.map(\.rawValue))),
        Option("without", repeated: true), Option("out", .file), Option("overwrite", .flag),
      ],
      examples: [
        Example("hub import \(kind.name) --template", "example.importTemplate"),
        Example("hub import \(kind.name) \(kind.name).csv --dry-run", "example.import"),
      ], purpose: "command.any.import",
      purposeNames: ["types": "type.\(kind.type.rawValue).plural"]
    ) { call in
      if call.flag("template") { return try template(kind, call) }
      guard let file = call.text("file") else {
        throw WrongUsage("usage.argumentMissing", ["name": call.words("metavariable.file")])
      }
      try ImportSending(kind, file, call).run()
    }
  }

  private static func template(_ kind: ImportKind, _ call: Invocation) throws {
    let answer = try call.client().ask(
      "GET", "/imports/\(kind.name)/template",
      query: [("lang", call.words.language.rawValue)])
    try TextFile.deliver(answer.body, in: call)
  }
}
