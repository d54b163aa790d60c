import HubApp
import HubCommands
import HubConsole
import HubModel
import HubText
import HubWords

/// `hub verify`: the file and its history are whole.
enum VerificationCommands {
  static let all: [Command] = [verify]

  private static let verify = Command(
    "verify",
    options: [Option("head", .file), Option("write-head", .file), Option("overwrite", .flag)],
    examples: [
      Example("hub verify --write-head monday.head", "example.verify"),
      Example("hub verify --head monday.head", "example.verifyHead"),
    ]
  ) { call in
    // Asked before anything is done that takes long.
    let written = try call.text("write-head").map { path in
      try OutputFile(path, in: call) { $0.starts(with: HeadFile.mark.utf8) }
    }
    try LocalFile.check(call)
    let kept = try call.text("head").map { try LocalFile.head(at: $0, in: call) }
    let progress = call.progress(call.words("verify.progress"))
    // What is checked is left as it is: a backup stays the file that was made.
    let found = try call.lookingForFile {
      try Backup.check(call.globals.database, against: kept, clock: call.clock) { done, _ in
        progress.advance(to: Int(done))
      }
    }
    progress.finish()
    let head = HeadFile(head: found.head, time: call.now)
    try written?.write(Array(head.text.utf8), isConfidential: true, in: call)
    try report(found, call)
  }

  private static func report(_ found: Verification, _ call: Invocation) throws {
    if call.globals.json { call.write(found.json.written()) }
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
}

extension Verification {
  /// What was found, for programs.
  var json: JSON {
    [
      "entries": .integer(entries), "records": .integer(records),
      "head": ["entry": .integer(head.entry), "digest": .string(head.hex)],
      "findings": Self.list(findings), "count": .integer(Int64(count)),
      "outdated": Self.list(outdated), "outdatedCount": .integer(Int64(outdatedCount)),
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
