import HubConsole
import HubModel
import HubText
import HubWords

/// `hub document add`, `get` and `replace`: what goes beyond the commands that every subject has.
enum DocumentCommands {
  static let all: [Command] = [add, get, replace, expunge]

  private static let fields = FieldOptions(
    Document.fieldSummaries.filter { ["title", "languages"].contains($0.name) }, of: .document,
    needed: ["title"])

  private static let shared = SubjectCommands<Document>().all.first { $0.verb == "add" }

  /// Keeps a file or a link with a record.
  private static let add = Command(
    "document", "add",
    arguments: [
      Argument("reference", .reference(Document.subjects)), Argument("contents"),
    ],
    options: fields.options + [Option("visibility", .visibility)],
    examples: [
      Example(
        "hub document add M-1 minutes/plenary.md --title-en \"Housing visits\""
          + " --title-fr \"Visites de logements\" --languages en,fr", "example.documentFile"),
      Example(
        "hub document add I-1 https://example.org/report.pdf --title-en \"Report\""
          + " --title-fr \"Rapport\"", "example.documentLink"),
    ], labels: shared?.labels ?? [:]
  ) { call in
    let subject = try call.requiredReference("reference")
    let given = try call.required("contents")
    var members = try fields.body(of: call)
    members.append(.init(name: "subject", value: .string(subject.description)))
    if let word = call.text("visibility") {
      members.append(.init(name: "visibility", value: .string(word)))
    }
    if DocumentFile.isAddress(given) {
      members.append(.init(name: "link", value: .string(given)))
      return tell(try call.client().ask("POST", "/documents", body: .object(members)), in: call)
    }
    // Looked at before anything is made.
    let file = try DocumentFile(given, in: call)
    let record = try call.client().json("POST", "/documents", body: .object(members))
    let ref = record["ref"]?.string ?? ""
    do {
      tell(try file.send(to: ref, following: nil, in: call), in: call)
    } catch let failure as Failure {
      throw failure.adding(call.words("document.withoutFile", ["ref": ref, "file": given]))
    }
  }

  /// Sends another edition of a file; the earlier ones stay.
  private static let replace = Command(
    "document", "replace",
    arguments: [Argument("reference", .reference([.document])), Argument("file", .file)],
    examples: [Example("hub document replace E-1 minutes/plenary.md", "example.documentReplace")]
  ) { call in
    let ref = try call.requiredReference("reference").description
    let file = try DocumentFile(try call.required("file"), in: call)
    let record = try call.client().json("GET", "/documents/\(ref)")
    let edition = record["digests"]?.array?.count ?? 0
    let answer = try file.send(to: ref, following: edition > 0 ? edition : nil, in: call)
    if !call.globals.json, try JSON(parsing: answer.body)["digests"] == record["digests"] {
      return call.say(call.words("document.same", ["ref": ref]))
    }
    tell(answer, in: call)
  }

  /// Saves a file as it was sent, or an earlier edition of it.
  private static let get = Command(
    "document", "get", arguments: [Argument("reference", .reference([.document]))],
    options: [
      Option("out", .file), Option("edition", .number(1...1_000_000)), Option("overwrite", .flag),
    ],
    examples: [Example("hub document get E-1 --out minutes/plenary.md", "example.documentGet")]
  ) { call in
    let ref = try call.requiredReference("reference").description
    let record = try call.client().json("GET", "/documents/\(ref)")
    if let link = record["link"]?.string {
      throw Failure(.refused, [call.words("document.isLink", ["ref": ref, "link": link])])
    }
    let digests = (record["digests"]?.array ?? []).compactMap(\.string)
    guard !digests.isEmpty else {
      throw Failure(.notFound, [call.words("document.nothingSent", ["ref": ref])])
    }
    let edition = call.number("edition") ?? digests.count
    let size = record["size"]?.integer.map { Int($0) }
    let progress = call.progress(call.words("document.fetching"), total: size)
    progress.advance(to: 0)
    let answer = try call.client().ask(
      "GET", "/documents/\(ref)/contents", query: [("edition", String(edition))])
    progress.finish()
    guard digests.indices.contains(edition - 1),
      DocumentFile.digest(of: answer.body) == digests[edition - 1]
    else { throw Failure(.refused, [call.words("document.damaged", ["ref": ref])]) }
    try DocumentFile.save(answer, of: ref, in: call)
  }

  /// Takes a file that was sent by mistake out for good.
  private static let expunge = Command(
    "document", "expunge", arguments: [Argument("reference", .reference([.document]))],
    options: [Option("reason", required: true), Option("edition", .number(1...1_000_000)), .yes],
    examples: [
      Example(
        "hub document expunge E-1 --reason \"Sent by mistake\" --yes", "example.documentExpunge")
    ]
  ) { call in
    let ref = try call.requiredReference("reference").description
    try call.confirm { call.words("confirm.expungeContents", ["ref": ref]) }
    var members = [JSON.Member(name: "reason", value: .string(call.text("reason") ?? ""))]
    if let edition = call.number("edition") {
      members.append(.init(name: "edition", value: .integer(Int64(edition))))
    }
    let answer = try call.client().ask(
      "POST", "/documents/\(ref)/expunctions", body: .object(members))
    if call.globals.json { return call.write(answer.body) }
    let told = try JSON(parsing: answer.body)
    call.say(
      call.words(
        "document.expunged",
        ["ref": ref, "count": String(told["editions"]?.array?.count ?? 0)]))
    for found in told["alike"]?.array ?? [] {
      call.warn(
        call.words(
          "document.alike",
          [
            "ref": found["ref"]?.string ?? "",
            "edition": String(found["edition"]?.integer ?? 1),
          ]))
    }
    if let left = told["left"]?.string { call.warn(call.words("fault.\(left)")) }
  }

  private static func tell(_ answer: HubAnswer, in call: Invocation) {
    if call.globals.json { return call.write(answer.body) }
    guard let record = try? JSON(parsing: answer.body) else { return }
    let title = FieldText(words: call.words, names: nil).localized(record["title"])
    let arguments = [
      "ref": record["ref"]?.string ?? "", "title": title,
      "subject": record["subject"]?.string ?? "", "link": record["link"]?.string ?? "",
      "file": record["fileName"]?.string ?? "",
      "size": call.words.size(Int(record["size"]?.integer ?? 0)),
    ]
    let isLink = record["link"]?.string != nil
    call.say(call.words(isLink ? "document.linkKept" : "document.fileKept", arguments))
  }
}
