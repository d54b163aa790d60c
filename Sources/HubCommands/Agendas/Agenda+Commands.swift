import HubConsole
import HubModel
import HubText
import HubWords

/// What is particular to agendas: they are plain files too.
enum AgendaCommands {
  static let all: [Command] = [check, publish, diff, write, new, editions]

  private static let note = [Option("note"), Option("note-en"), Option("note-fr")]

  private static let check = Command(
    "agenda", "check", arguments: [Argument("file", .file, repeated: true)],
    options: [.encoding],
    examples: [Example("hub agenda check agendas/2019-05-14-plenary.md", "example.checkAgenda")]
  ) { call in
    try FileCheck.run("/agenda-files/check", in: call)
  }

  /// Publishes a file, or the agenda of a meeting as it stands in the hub.
  private static let publish = Command(
    "agenda", "publish", arguments: [Argument("file", .file)],
    options: note + [Option("write", .flag), .stillRight, .encoding, .yes],
    examples: [
      Example("hub agenda publish agendas/2019-05-14-plenary.md", "example.publishAgenda"),
      Example(
        "hub agenda publish plenary.md --note \"Room changed / Nouvelle salle\"",
        "example.reviseAgenda"),
    ]
  ) { call in
    let file = try call.required("file")
    if let reference = Reference(file), [.meeting, .agenda].contains(reference.type) {
      return try move(Reference(.agenda, reference.number), in: call)
    }
    let bytes = try WrittenFile.read(file, in: call)
    try call.confirm { call.words("confirm.goesOut", ["record": file]) }
    // What is published cannot be taken back, so the file is asked for first.
    let output =
      call.flag("write") && file != "-" ? try OutputFile(file, in: call) { _ in true } : nil
    try output?.requireWritable(in: call)
    let answer = try FileProblem.send(
      bytes, from: file, to: "/agenda-files", query: noteQuery(call), in: call)
    let lines = HeaderLines(answer)
    let written = Result { try output?.write(lines.added(to: bytes), in: call) }
    if call.globals.json {
      call.write(answer.written())
    } else {
      // Where the lines could not be added, they are told.
      let isWritten = output != nil && (try? written.get()) != nil
      report(answer, file, isWritten ? [] : lines.lines(in: bytes), call)
    }
    try written.get()
  }

  private static func move(_ agenda: Reference, in call: Invocation) throws {
    let record = try call.client().json("GET", "/agendas/\(agenda)")
    try call.confirm { call.words("confirm.goesOut", ["record": agenda.description]) }
    let isOut = ["published", "revised"].contains(record["state"]?.string ?? "")
    var body: [JSON.Member] = [.init(name: "to", value: isOut ? "revised" : "published")]
    let note = noteQuery(call).map {
      JSON.Member(name: String($0.name.suffix(2)), value: .string($0.value))
    }
    if isOut, !note.isEmpty { body.append(.init(name: "changeNote", value: .object(note))) }
    let answer = try call.client().ask(
      "POST", "/agendas/\(agenda)/transitions", headers: [("If-Match", "*")],
      body: .object(body))
    if call.globals.json { return call.write(answer.body) }
    let moved = try JSON(parsing: answer.body)
    call.say(
      call.words(
        "agenda.published",
        [
          "meeting": moved["meeting"]?.string ?? "",
          "edition": String(moved["edition"]?.integer ?? 0),
        ]))
  }

  private static func noteQuery(_ call: Invocation) -> [(name: String, value: String)] {
    var query: [(name: String, value: String)] = []
    // `English / Français`, as in a title; the routes take it apart.
    if let note = call.text("note") { query.append(("note", note)) }
    if let note = call.text("note-en") { query.append(("note_en", note)) }
    if let note = call.text("note-fr") { query.append(("note_fr", note)) }
    return query
  }

  private static func report(
    _ answer: JSON, _ file: String, _ lines: [String], _ call: Invocation
  ) {
    let words = call.words
    let meeting = answer["meeting"]?.string ?? ""
    guard answer["changed"]?.bool == true else {
      return call.say(words("agenda.unchanged", ["meeting": meeting]))
    }
    call.say(
      words(
        answer["newEdition"]?.bool == false ? "agenda.changedBeyond" : "agenda.published",
        ["meeting": meeting, "edition": String(answer["edition"]?.integer ?? 0)]))
    AgendaReport.tell(answer, in: call)
    if !lines.isEmpty { call.say(words("file.addLines", ["file": file])) }
    for line in lines { call.say("  " + line) }
  }

  private static let diff = Command(
    "agenda", "diff", arguments: [Argument("file", .file)],
    options: [
      Option("from", .number(1...9999)), Option("to", .number(1...9999)), .encoding,
    ],
    examples: [
      Example("hub agenda diff plenary.md", "example.diffFile"),
      Example("hub agenda diff M-1 --from 1", "example.diffEditions"),
    ]
  ) { call in
    let file = try call.required("file")
    let answer: JSON
    if let reference = Reference(file), [.meeting, .agenda].contains(reference.type) {
      var query = [(name: "from", value: String(call.number("from") ?? 1))]
      if let to = call.number("to") { query.append(("to", String(to))) }
      answer = try call.client().json(
        "GET", "/meetings/M-\(reference.number)/agenda-changes", query: query)
    } else {
      answer = try FileProblem.send(
        try WrittenFile.read(file, in: call), from: file, to: "/agenda-files/changes", in: call)
    }
    if call.globals.json { return call.write(answer.written()) }
    let changes = answer["changes"]?.array ?? []
    if changes.isEmpty { return call.say(call.words("agenda.noChanges")) }
    for change in changes {
      call.say("- " + (change["detail"]?.string ?? ""))
      BeforeAndAfter.tell(change, in: call)
      for part in change["parts"]?.array ?? [] { BeforeAndAfter.tell(part, in: call) }
    }
  }

  private static let write = Command(
    "agenda", "write", arguments: [Argument("reference", .reference([.agenda, .meeting]))],
    options: [
      Option("out", .file), Option("overwrite", .flag), Option("edition", .number(1...9999)),
    ],
    examples: [Example("hub agenda write M-1 --out plenary.md", "example.writeAgenda")]
  ) { call in
    try FileFetch.run("agenda", in: call)
  }

  private static let new = Command(
    "agenda", "new", arguments: [Argument("reference", .reference([.body]))],
    options: [Option("date", .day), Option("out", .file), Option("overwrite", .flag)],
    examples: [Example("hub agenda new B-1 --date friday --out next.md", "example.newAgenda")]
  ) { call in
    let body = try call.requiredReference("reference")
    var query = [(name: "lang", value: call.words.language.rawValue)]
    if let day = call.day("date") { query.append(("date", day.description)) }
    let answer = try call.client().ask("GET", "/bodies/\(body)/agenda-proposal", query: query)
    try TextFile.deliver(answer.body, in: call)
  }

  private static let editions = Command(
    "agenda", "editions", arguments: [Argument("reference", .reference([.agenda, .meeting]))],
    examples: [Example("hub agenda editions M-1", "example.editions")]
  ) { call in
    try EditionListing.run("agenda", in: call)
  }
}
