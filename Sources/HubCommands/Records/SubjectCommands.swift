import HubConsole
import HubModel
import HubText
import HubWords

/// The commands that every subject has, from its field list and its life cycle.
struct SubjectCommands<R: Record> {
  let type = R.type
  private var noun: String { R.type.noun }
  private var path: String { "/\(R.type.path)" }

  var all: [Command] {
    var commands = [list, show, history]
    if !R.type.sharesNumberWithMeeting { commands.append(add) }
    commands.append(edit)
    return commands + moves
  }

  /// The fields that people set.
  private var settable: [FieldSummary] {
    R.fieldSummaries.filter { !$0.traits.contains(.system) }
  }

  private var common: [Option] {
    [
      Option("visibility", .choice(Visibility.allCases.map(\.rawValue))),
      Option("network", .reference([.network])), Option("illustrative", .flag),
      Option("share-with", .reference([.body, .person]), repeated: true),
    ]
  }

  private var list: Command {
    command(
      "list",
      options: FilterOptions<R>().options + [
        Option("sort"), Option("limit", .number(1...ListPage.most)),
        Option("all", .flag),
      ], labels: FilterOptions<R>().labels
    ) { call in
      try RecordListing(type, query: try FilterOptions<R>().query(of: call)).show(in: call)
    }
  }

  private var show: Command {
    command("show", arguments: [reference]) { call in
      let ref = try RecordReference.of(type, in: call)
      let answer = try call.client().ask("GET", "\(path)/\(ref)")
      if call.globals.json { return call.write(answer.body) }
      try RecordView(try JSON(parsing: answer.body), type, call).show()
    }
  }

  private var history: Command {
    command("history", arguments: [reference]) { call in
      let ref = try RecordReference.of(type, in: call)
      let answer = try call.client().ask("GET", "\(path)/\(ref)/history")
      if call.globals.json { return call.write(answer.body) }
      HistoryView(try JSON(parsing: answer.body), type, call).show()
    }
  }

  private var add: Command {
    let fields = { @Sendable in FieldOptions(settable) }
    return command(
      "add", options: fields().options.map(\.option) + common, labels: fields().labels(type)
    ) { call in
      let body = JSON.object(try fields().body(of: call) + commonMembers(of: call))
      let answer = try call.client().ask("POST", path, body: body)
      if call.globals.json { return call.write(answer.body) }
      let record = try JSON(parsing: answer.body)
      call.say(
        call.words(
          "done.added",
          ["ref": record["ref"]?.string ?? "", "type": call.words.type(type).lowercased()]))
    }
  }

  private var edit: Command {
    let fields = { @Sendable in FieldOptions(settable.filter { !$0.traits.contains(.fixed) }) }
    return command(
      "edit", arguments: [reference], options: fields().options.map(\.option) + common,
      labels: fields().labels(type)
    ) { call in
      let ref = try RecordReference.of(type, in: call)
      let members = try fields().body(of: call) + commonMembers(of: call)
      guard !members.isEmpty else { throw WrongUsage("usage.nothingToChange") }
      let current = try call.client().ask("GET", "\(path)/\(ref)")
      let answer = try call.client().ask(
        "PATCH", "\(path)/\(ref)", headers: [("If-Match", current.header("ETag") ?? "*")],
        body: .object(members))
      if call.globals.json { return call.write(answer.body) }
      call.say(call.words("done.edited", ["ref": ref]))
    }
  }

  /// One command for each word of the life cycle; a word that leads to several states takes the
  /// one that is open.
  private var moves: [Command] {
    (R.lifeCycle?.verbs ?? []).map { verb in
      let transitions = R.lifeCycle?.transitions.filter { $0.verb == verb } ?? []
      let fields = { @Sendable in
        let names = transitions.flatMap { $0.requires + $0.accepts }
        return FieldOptions(R.fieldSummaries.filter { names.contains($0.name) })
      }
      return command(
        Option.name(for: verb), arguments: [reference],
        options: fields().options.map(\.option) + [Option("reason")],
        labels: fields().labels(type),
        purpose: verbKey(verb)
      ) { call in
        try RecordMove(type, verb: verb, transitions, try fields().body(of: call)).run(in: call)
      }
    }
  }

  private func verbKey(_ verb: String) -> String {
    let key = "verb.\(type.rawValue).\(verb)"
    return Catalogue.shared.has(key) ? key : "verb.\(verb)"
  }

  private var reference: Argument {
    Argument("reference", .reference(RecordReference.accepted(for: type)))
  }

  private func name(_ verb: String) -> String { "\(noun) \(verb)" }

  private func commonMembers(of call: Invocation) -> [JSON.Member] {
    var members: [JSON.Member] = []
    if let word = call.text("visibility") {
      members.append(.init(name: "visibility", value: .string(word)))
    }
    if let network = call.reference("network") {
      members.append(.init(name: "network", value: .string(network.description)))
    }
    if call.flag("illustrative") { members.append(.init(name: "illustrative", value: true)) }
    let shared = call.values.references("share-with")
    if !shared.isEmpty {
      members.append(
        .init(name: "sharedWith", value: .array(shared.map { .string($0.description) })))
    }
    return members
  }

  private func command(
    _ verb: String, arguments: [Argument] = [],
    options: @autoclosure @escaping @Sendable () -> [Option] = [],
    labels: @autoclosure @escaping @Sendable () -> [String: [String]] = [:],
    purpose: String? = nil,
    run: @escaping @Sendable (Invocation) throws -> Void
  ) -> Command {
    let type = type
    return Command(
      noun, verb, arguments: arguments, options: options(),
      purpose: purpose ?? "command.any.\(verb)",
      purposeNames: ["type": "type.\(type.rawValue)", "types": "type.\(type.rawValue).plural"],
      labels: labels(), run: run)
  }
}
