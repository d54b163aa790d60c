import HubConsole
import HubModel
import HubText
import HubWords

/// What is particular to minutes: they are plain files too, from a folder or from an editor.
enum MinutesCommands {
  static let all: [Command] = [check, save, diff, edit, write, correct, editions]

  private static let check = Command(
    "minutes", "check", arguments: [Argument("file", .file, repeated: true)],
    options: [.encoding],
    examples: [Example("hub minutes check minutes/plenary.md", "example.checkMinutes")]
  ) { call in
    try FileCheck.run("/minutes-files/check", in: call)
  }

  private static let save = Command(
    "minutes", "save", arguments: [Argument("file", .file)],
    options: [Option("write", .flag), .stillRight, .encoding],
    examples: [
      Example("hub minutes save minutes/plenary.md", "example.saveMinutes"),
      Example("hub minutes save minutes/plenary.md --write", "example.saveMinutesWriting"),
    ]
  ) { call in
    let file = try call.required("file")
    let bytes = try WrittenFile.read(file, in: call)
    let output =
      call.flag("write") && file != "-" ? try OutputFile(file, in: call) { _ in true } : nil
    try output?.requireWritable(in: call)
    let answer = try FileProblem.send(bytes, from: file, to: "/minutes-files", in: call)
    let lines = HeaderLines(answer)
    let written = Result { try output?.write(lines.added(to: bytes), in: call) }
    report(answer, call)
    FileProblem.tellNotices(answer, in: file, call)
    // A file is saved again with what it was written from, or it might undo what others wrote.
    if !call.globals.json, answer["changed"]?.bool == true,
      output == nil || (try? written.get()) == nil
    {
      call.say(call.words("file.addLines", ["file": file]))
      for line in lines.lines(in: bytes) { call.say("  " + line) }
    }
    try written.get()
  }

  private static let diff = Command(
    "minutes", "diff", arguments: [Argument("file", .file)], options: [.encoding],
    examples: [Example("hub minutes diff minutes/plenary.md", "example.diffMinutes")]
  ) { call in
    let file = try call.required("file")
    let answer = try FileProblem.send(
      try WrittenFile.read(file, in: call), from: file, to: "/minutes-files/check", in: call)
    if call.globals.json { return call.write(answer.written()) }
    MinutesDifferences.tell(answer, in: call)
  }

  /// Opens the minutes in `$EDITOR` and saves them; what was written is never lost.
  private static let edit = Command(
    "minutes", "edit", arguments: [Argument("reference", .reference([.minutes, .meeting]))],
    options: [.stillRight],
    examples: [Example("hub minutes edit M-1", "example.editMinutes")]
  ) { call in
    let before = try FileFetch.text("minutes", in: call)
    try refuseWhatCannotBeSaved(before, call)
    let file = try EditorSession.file(for: call.requiredReference("reference").description)
    try OutputFile(file, in: call) { _ in false }.write(before, in: call)
    try EditorSession.open(file, in: call)
    let after = try WrittenFile.read(file, in: call)
    guard after != before else {
      EditorSession.discard(file)
      return call.say(call.words("minutes.unchanged"))
    }
    do {
      report(try FileProblem.send(after, from: file, to: "/minutes-files", in: call), call)
    } catch {
      call.warn(call.words("minutes.kept", ["file": file]))
      throw error
    }
    EditorSession.discard(file)
  }

  /// Said before somebody has written it.
  private static func refuseWhatCannotBeSaved(_ text: [UInt8], _ call: Invocation) throws {
    let meeting = Reference(.meeting, try call.requiredReference("reference").number)
    let checked = try FileProblem.send(
      text, from: meeting.description, to: "/minutes-files/check", in: call)
    let hopeless = ["meetingNotBegun", "meetingNotHeld"]
    let fault = checked["faults"]?.array?.first { hopeless.contains($0["code"]?.string ?? "") }
    if let fault { throw Failure(.refused, [fault["detail"]?.string ?? ""]) }
    if let state = checked["state"]?.string, Minutes.isLocked(state) {
      throw Failure(
        .refused, [call.words("minutes.editLocked", ["meeting": meeting.description])])
    }
  }

  private static let write = Command(
    "minutes", "write", arguments: [Argument("reference", .reference([.minutes, .meeting]))],
    options: [
      Option("out", .file), Option("overwrite", .flag), Option("edition", .number(1...9999)),
    ],
    examples: [Example("hub minutes write M-1 --out minutes.md", "example.writeMinutes")]
  ) { call in
    try FileFetch.run("minutes", in: call)
  }

  /// An erratum: published minutes change by a new version that says why.
  private static let correct = Command(
    "minutes", "correct", arguments: [Argument("file", .file)],
    options: [Option("erratum-en"), Option("erratum-fr"), .stillRight, .encoding],
    examples: [
      Example(
        "hub minutes correct minutes.md --erratum-en \"A vote was miscounted\" "
          + "--erratum-fr \"Un vote était mal compté\"", "example.correctMinutes")
    ]
  ) { call in
    let file = try call.required("file")
    // In the languages of the network, which the service knows.
    let query = ["en", "fr"].compactMap { language in
      call.text("erratum-\(language)").map { (name: "erratum_\(language)", value: $0) }
    }
    guard !query.isEmpty else { throw WrongUsage("usage.erratum") }
    let answer = try FileProblem.send(
      try WrittenFile.read(file, in: call), from: file, to: "/minutes-files", query: query, in: call
    )
    report(answer, call)
  }

  private static let editions = Command(
    "minutes", "editions", arguments: [Argument("reference", .reference([.minutes, .meeting]))],
    examples: [Example("hub minutes editions M-1", "example.editions")]
  ) { call in
    try EditionListing.run("minutes", in: call)
  }

  private static func report(_ answer: JSON, _ call: Invocation) {
    if call.globals.json { return call.write(answer.written()) }
    let words = call.words
    let meeting = answer["meeting"]?.string ?? ""
    guard answer["changed"]?.bool == true else {
      return call.say(words("minutes.unchangedOf", ["meeting": meeting]))
    }
    call.say(words("minutes.saved", ["meeting": meeting]))
    MinutesReport.tell(answer, in: call)
    guard let quorum = answer["quorum"], let needed = quorum["needed"]?.integer else { return }
    let counts = [
      "needed": String(needed), "present": String(quorum["present"]?.integer ?? 0),
    ]
    call.say(
      quorum["met"]?.bool == true ? words("quorum.met", counts) : words("quorum.missed", counts))
  }
}
