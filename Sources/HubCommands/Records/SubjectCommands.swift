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
      Option("visibility", .visibility),
      Option("network", .reference([.network])), Option("illustrative", .flag),
      Option("share-with", .reference([.body, .person]), repeated: true),
    ]
  }

  private var list: Command {
    command(
      "list",
      options: FilterOptions<R>().options + [
        Option("sort", .order(of: type)), Option("limit", .number(1...ListPage.most)),
        Option("all", .flag),
      ], labels: FilterOptions<R>().labels, examples: SubjectExamples<R>().list
    ) { call in
      try RecordListing(type, query: try FilterOptions<R>().query(of: call)).show(in: call)
    }
  }

  private var show: Command {
    command("show", arguments: [references], examples: SubjectExamples<R>().of("show")) { call in
      let refs = RecordReference.all(type, in: call)
      let answers = try RecordReading(refs, at: path, in: call)
      guard !call.globals.json else { return try answers.write() }
      for (index, record) in answers.records.enumerated() {
        if index > 0 { call.say("") }
        try RecordView(record, type, call).show()
      }
      try answers.end()
    }
  }

  private var history: Command {
    command("history", arguments: [reference], examples: SubjectExamples<R>().of("history")) {
      call in
      let ref = try RecordReference.of(type, in: call)
      let answer = try call.client().ask("GET", "\(path)/\(ref)/history")
      if call.globals.json { return call.write(answer.body) }
      HistoryView(try JSON(parsing: answer.body), type, call).show()
    }
  }

  private var add: Command {
    let fields = { @Sendable in
      let needed = R.fields.filter { FieldNeeds.isNeeded($0) }.map(\.name)
      return FieldOptions(settable, of: type, needed: Set(needed), inEditor: true)
    }
    return command(
      "add", options: fields().options + common, labels: fields().labels,
      examples: SubjectExamples<R>().add
    ) { call in
      let texts = try EditedTexts(call)
      let members = try fields().body(of: call, editing: texts) + commonMembers(of: call)
      let answer = try texts.keep {
        try call.client().ask("POST", path, body: .object(members))
      }
      if call.globals.json { return call.write(answer.body) }
      let record = try JSON(parsing: answer.body)
      call.say(
        call.words(
          "done.added",
          ["ref": record["ref"]?.string ?? "", "type": call.words.type(type).lowercased()]))
      try FieldEcho(type, call).tell(members, of: record)
    }
  }

  private var edit: Command {
    let fields = { @Sendable in
      FieldOptions(
        settable.filter { !$0.traits.contains(.fixed) }, of: type, inEditor: true, ofChange: true)
    }
    return command(
      "edit", arguments: [references], options: fields().options + common, labels: fields().labels,
      examples: SubjectExamples<R>().edit
    ) { call in
      let refs = RecordReference.all(type, in: call)
      let texts = try EditedTexts(call, refs, at: path)
      let members = try fields().body(of: call, editing: texts) + commonMembers(of: call)
      if members.isEmpty, call.flag("edit") { return call.say(call.words("confirm.unchanged")) }
      guard !members.isEmpty else { throw WrongUsage("usage.nothingToChange") }
      var writes = RecordWrites()
      for ref in refs {
        writes.add(
          .init(
            reference: ref, method: "PATCH", path: "\(path)/\(ref)", body: .object(members)))
      }
      try writes.tell(try texts.keep { try writes.send(in: call) }, in: call) { record in
        call.say(call.words("done.edited", ["ref": record["ref"]?.string ?? ""]))
        try FieldEcho(type, call).tell(members, of: record)
      }
    }
  }

  /// One command for each word of the life cycle; a word that leads to several states takes the
  /// one that is open.
  private var moves: [Command] {
    (R.lifeCycle?.verbs ?? []).map { verb in
      let transitions = R.lifeCycle?.transitions.filter { $0.verb == verb } ?? []
      let isFinal = transitions.contains { R.lifeCycle?.isFinal($0) ?? false }
      let fields = { @Sendable in
        let names = transitions.flatMap { $0.requires + $0.accepts }
        let needed = transitions.map { Set($0.requires) }
        return FieldOptions(
          R.fieldSummaries.filter { names.contains($0.name) }, of: type,
          needed: needed.dropFirst().reduce(needed.first ?? []) { $0.intersection($1) })
      }
      return command(
        Option.name(for: verb), arguments: [references],
        options: fields().options
          + [Option("reason", required: transitions.allSatisfy(\.needsReason))]
          + (isFinal ? [.yes] : []), labels: fields().labels,
        purpose: verbKey(verb), examples: SubjectExamples<R>().move(verb, transitions)
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

  /// One or several, to each of which the same is done.
  private var references: Argument {
    Argument("reference", .reference(RecordReference.accepted(for: type)), repeated: true)
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
    purpose: String? = nil, examples: [Example],
    run: @escaping @Sendable (Invocation) throws -> Void
  ) -> Command {
    let type = type
    return Command(
      noun, verb, arguments: arguments, options: options(), examples: examples,
      purpose: purpose ?? "command.any.\(verb)",
      purposeNames: ["type": "type.\(type.rawValue)", "types": "type.\(type.rawValue).plural"],
      labels: labels(), run: run)
  }
}
