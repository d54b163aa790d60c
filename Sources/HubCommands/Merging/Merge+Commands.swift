import HubConsole
import HubModel
import HubText
import HubWords

/// `hub person merge P-9 --into P-5 --reason …`: the same was recorded twice. What it would touch is
/// told first, and somebody confirms it.
enum MergeCommands {
  static let all: [Command] = [
    command(.organization, "O-9", "O-5"), command(.person, "P-9", "P-5"),
    command(.body, "B-4", "B-3"),
  ]

  private static func command(_ type: RecordType, _ duplicate: String, _ other: String) -> Command {
    let example = "hub \(type.noun) merge \(duplicate) --into \(other) --reason \"…\""
    return Command(
      type.noun, "merge", arguments: [Argument("reference", .reference([type]))],
      options: [
        Option("into", .reference([type]), required: true), Option("reason", required: true),
        Option("dry-run", .flag), .yes, Option("records", .number(0...999_999_999)),
      ],
      examples: [
        Example("\(example) --dry-run", "example.mergeDryRun"),
        Example(example + " --yes", "example.merge"),
      ], purpose: "command.any.merge"
    ) { try merge(type, $0) }
  }

  private static func merge(_ type: RecordType, _ call: Invocation) throws {
    let ref = try RecordReference.of(type, in: call)
    let plan = try send(type, ref, nil, call)
    let records = plan["records"]?.integer ?? 0
    if call.flag("dry-run") {
      if call.globals.json { return call.write(plan.written()) }
      show(plan, call)
      return call.say(call.words("merge.unchanged"))
    }
    if !call.globals.json { show(plan, call) }
    try confirm(records, call)
    let told = call.number("records").map(Int64.init) ?? records
    let done = try send(type, ref, told, call)
    if call.globals.json { return call.write(done.written()) }
    let arguments = ["ref": ref, "into": done["into"]?.string ?? ""]
    call.say(call.words("merge.done", arguments))
  }

  private static func send(
    _ type: RecordType, _ ref: String, _ records: Int64?, _ call: Invocation
  ) throws -> JSON {
    var body: [JSON.Member] = [
      .init(name: "into", value: .string(call.reference("into")?.description ?? "")),
      .init(name: "reason", value: .string(call.text("reason") ?? "")),
    ]
    if let records {
      body.append(.init(name: "records", value: .integer(records)))
    } else {
      body.append(.init(name: "dryRun", value: .bool(true)))
    }
    return try call.client().json("POST", "/\(type.path)/\(ref)/merge", body: .object(body))
  }

  private static func show(_ plan: JSON, _ call: Invocation) {
    let names = ["ref": plan["merged"]?.string ?? "", "into": plan["into"]?.string ?? ""]
    for (key, list) in [("merge.moves", plan["moved"]), ("merge.leaves", plan["left"])] {
      let references = (list?.array ?? []).compactMap(\.string)
      guard !references.isEmpty else { continue }
      let arguments = [
        "count": String(references.count), "refs": references.joined(separator: ", "),
      ].merging(names) { first, _ in first }
      call.say(call.words(key, arguments))
    }
    if plan["records"]?.integer == 0 { call.say(call.words("merge.nowhere", names)) }
  }

  private static func confirm(_ records: Int64, _ call: Invocation) throws {
    if call.number("records") != nil || call.flag("yes") { return }
    guard call.canAsk else { throw Failure(.refused, [call.words("merge.confirm")]) }
    guard call.agrees(to: call.words("merge.ask")) else {
      throw Failure(.refused, [call.words("merge.unchanged")])
    }
  }
}
