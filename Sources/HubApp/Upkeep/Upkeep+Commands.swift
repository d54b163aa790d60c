import Foundation
import HubModel
import HubText
import HubWords

/// What is done with the data file itself: these work on a file, never through a service.
enum UpkeepCommands {
  static let all: [Command] = [verify, rebuild, backup, restore, expunge, exportAll]

  private static let verify = Command(
    "verify", options: [Option("head", .file), Option("write-head", .file)],
    examples: [
      Example("hub verify --write-head monday.head", "example.verify"),
      Example("hub verify --head monday.head", "example.verifyHead"),
    ]
  ) { call in
    let hub = try open(call)
    let kept = try call.text("head").map { try head(at: $0, in: call) }
    let progress = call.progress(call.words("verify.progress"))
    let found = try hub.verify(against: kept) { done, _ in progress.advance(to: Int(done)) }
    progress.finish()
    if let path = call.text("write-head") {
      try TextFile.write(Array(try hub.headFile().text.utf8), to: path, in: call)
    }
    try report(found, call)
  }

  private static let rebuild = Command(
    "rebuild", examples: [Example("hub rebuild", "example.rebuild")]
  ) { call in
    let hub = try open(call)
    let progress = call.progress(call.words("rebuild.progress"))
    let report = try Rebuild.run(hub) { done, _ in progress.advance(to: Int(done)) }
    progress.finish()
    if call.globals.json {
      let answer: JSON = [
        "records": .integer(report.records), "mended": .integer(report.mended),
      ]
      return call.write(answer.written())
    }
    let counts = [
      "records": call.words.number(Int(report.records)),
      "count": String(report.mended),
    ]
    call.say(call.words(report.mended == 0 ? "rebuild.same" : "rebuild.done", counts))
  }

  private static let backup = Command(
    "backup", arguments: [Argument("file", .file)],
    examples: [Example("hub backup monday.db", "example.backup")]
  ) { call in
    let file = try call.required("file")
    let hub = try open(call)
    let progress = call.progress(call.words("backup.progress"))
    let found = try Backup.write(hub, to: file) { _, done, _ in progress.advance(to: Int(done)) }
    progress.finish()
    if call.globals.json { return call.write(json(found).written()) }
    call.say(call.words("backup.done", ["file": file, "head": Backup.headPath(of: file)]))
    if !found.isUpToDate {
      call.say(call.words("backup.outdated", ["count": String(found.outdatedCount)]))
    }
  }

  private static let restore = Command(
    "restore", arguments: [Argument("file", .file)],
    options: [Option("overwrite", .flag), Option("head", .file)],
    examples: [Example("hub restore monday.db --database hub.db", "example.restore")]
  ) { call in
    try LocalOnly.check(call)
    let file = try call.required("file")
    let kept = try call.text("head").map { try head(at: $0, in: call) }
    let clock = call.globals.clock
    let progress = call.progress(call.words("restore.progress"))
    let found = try Backup.restore(
      file, to: call.globals.database, overwriting: call.flag("overwrite"), against: kept,
      clock: { clock ?? Hub.systemClock() }
    ) { _, done, _ in progress.advance(to: Int(done)) }
    progress.finish()
    if call.globals.json { return call.write(json(found).written()) }
    call.say(call.words("restore.done", ["file": file, "database": call.globals.database]))
  }

  /// Through the API, as everything that is about records; only the erasure of the bytes that are
  /// left in the file is the file's.
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

  private static let exportAll = Command(
    "export", "all", options: [Option("out", .directory), Option("reason")],
    examples: [Example("hub export all --out exports/", "example.exportAll")]
  ) { call in
    let hub = try open(call)
    guard let handle = call.globals.caller else { throw Refusal.signInRequired }
    let folder = call.text("out") ?? "."
    let file = (folder as NSString).appendingPathComponent("hub-all.jsonl")
    // Written beside its place and moved there once it is whole: what is there stays until then.
    let beside = file + ".writing"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: beside) }
    guard FileManager.default.createFile(atPath: beside, contents: nil),
      let handleOfFile = FileHandle(forWritingAtPath: beside)
    else { throw Failure(.refused, [call.words("file.unwritable", ["file": file])]) }
    let progress = call.progress(call.words("export.progress"))
    let head = try WholeExport.write(
      hub, as: .person(handle), reason: call.text("reason"),
      progress: { done, _ in progress.advance(to: Int(done)) }
    ) { try handleOfFile.write(contentsOf: Data($0)) }
    progress.finish()
    try handleOfFile.synchronize()
    try handleOfFile.close()
    guard rename(beside, file) == 0 else {
      throw Failure(.refused, [call.words("file.unwritable", ["file": file])])
    }
    call.say(call.words("export.all", ["file": file, "entry": String(head.entry)]))
  }

  /// These are about a file: a service that was named would be passed over in silence.
  private static func open(_ call: Invocation) throws -> Hub {
    try LocalOnly.check(call)
    let clock = call.globals.clock
    return try Hub.open(
      call.globals.database, readers: 1, clock: { clock ?? Hub.systemClock() })
  }

  private static func head(at path: String, in call: Invocation) throws -> Head {
    let text = String(decoding: try TextFile.read(path, in: call), as: UTF8.self)
    return try HeadFile(text: text).head
  }

  private static func report(_ found: Verification, _ call: Invocation) throws {
    if call.globals.json { call.write(json(found).written()) }
    guard found.isSound else {
      var lines = found.findings.map { call.words.sentence($0) }
      lines.append(call.words("verify.found", ["count": String(found.count)]))
      throw Failure(.refused, lines)
    }
    guard found.isUpToDate else {
      // Nothing is lost, and what to do is one command: not in one breath with damage.
      var lines = found.outdated.map { call.words.sentence($0) }
      lines.append(
        call.words("verify.outdated", ["count": String(found.outdatedCount)]))
      throw Failure(.refused, lines)
    }
    call.say(
      call.words(
        "verify.sound",
        [
          "entries": call.words.number(Int(found.entries)),
          "records": call.words.number(Int(found.records)), "entry": String(found.head.entry),
          "digest": String(found.head.hex.prefix(16)),
        ]))
  }

  private static func json(_ found: Verification) -> JSON {
    [
      "entries": .integer(found.entries), "records": .integer(found.records),
      "head": ["entry": .integer(found.head.entry), "digest": .string(found.head.hex)],
      "findings": list(found.findings), "count": .integer(Int64(found.count)),
      "outdated": list(found.outdated), "outdatedCount": .integer(Int64(found.outdatedCount)),
    ]
  }
  private static func list(_ faults: [Fault]) -> JSON {
    .array(
      faults.map { fault in
        .object(
          [.init(name: "code", value: .string(fault.code))]
            + fault.arguments.sorted { $0.key < $1.key }.map {
              .init(name: $0.key, value: .string($0.value))
            })
      })
  }
}
