import HubConsole
import HubModel
import HubText
import HubWords

/// An expunction from the first look to its end: every place is told, somebody confirms, and what
/// became of it is told as it is.
struct ExpunctionDialogue {
  private let call: Invocation
  /// The spellings that go too.
  private var also: [String]

  init(_ call: Invocation) {
    self.call = call
    also = call.values.texts("also")
  }

  /// What it would touch. Whoever sits at a terminal is asked about near spellings one by one.
  mutating func look() throws -> JSON {
    let report = try send(dryRun: true)
    guard !call.flag("dry-run"), !isConfirmed, call.canAsk else { return report }
    var taken: [String] = []
    for spelling in report["near"]?.array ?? [] {
      let text = spelling["text"]?.string ?? ""
      let question = call.words(
        "expunge.near", ["text": text, "places": String(spelling["places"]?.integer ?? 0)])
      if call.agrees(to: question) { taken.append(text) }
    }
    guard !taken.isEmpty else { return report }
    also += taken
    return try send(dryRun: true)
  }

  /// Does it once it is confirmed.
  ///
  /// - Throws: a failure where nothing is done, and where words may still be in the file.
  func carryOut(_ report: JSON) throws {
    let places = report["places"]?.integer ?? 0
    if !call.globals.json { ExpunctionListing(report, call).show() }
    // What an earlier one left in the bytes is no further change.
    if places > 0 { try confirm(report, places) }
    let done = try send(dryRun: false, told: call.number("places").map(Int64.init) ?? places)
    if call.globals.json { call.write(done.written()) }
    let counts = ExpunctionListing.counts(done)
    let left = done["left"]?.string
    if places > 0 {
      call.say(call.words("expunge.done", counts))
    } else if report["left"]?.string != nil, left == nil {
      call.say(call.words("expunge.finished"))
    }
    let copies = (done["copies"]?.array ?? []).compactMap(\.string)
    if !copies.isEmpty {
      call.warn(call.words("expunge.copies", ["files": copies.joined(separator: ", ")]))
    }
    tellDocuments(done)
    if let left {
      throw Failure(.refused, [call.words.sentence(Fault(left)), call.words("expunge.left")])
    }
    if places > 0, done["erased"]?.bool == true { call.say(call.words("expunge.elsewhere")) }
  }

  /// The files of documents that have the words, each with the command that takes it out, and those
  /// that could not be looked into.
  private func tellDocuments(_ report: JSON) {
    for found in report["documents"]?.array ?? [] {
      call.warn(
        call.words(
          "expunge.inDocument",
          [
            "ref": found["ref"]?.string ?? "",
            "edition": String(found["edition"]?.integer ?? 1),
          ]))
    }
    let packed = (report["packed"]?.array ?? []).compactMap(\.string)
    if !packed.isEmpty {
      call.warn(call.words("expunge.packed", ["refs": packed.joined(separator: ", ")]))
    }
  }

  private var isConfirmed: Bool { call.flag("yes") || call.number("places") != nil }

  private func confirm(_ report: JSON, _ places: Int64) throws {
    let isCommon = report["common"]?.bool == true
    if call.number("places") != nil || call.flag("yes") && !isCommon { return }
    let counts = ["places": String(places)]
    guard call.canAsk else {
      let key = isCommon ? "expunge.confirmCount" : "expunge.confirm"
      throw Failure(.refused, [call.words(key, counts)])
    }
    let isMeant =
      isCommon
      ? call.answer(to: call.words("expunge.askCount", counts)) == String(places)
      : call.agrees(to: call.words("expunge.ask", counts))
    guard isMeant else { throw Failure(.refused, [call.words("expunge.unchanged")]) }
  }

  private func send(dryRun: Bool, told places: Int64? = nil) throws -> JSON {
    var body: [JSON.Member] = [
      .init(name: "reason", value: .string(call.text("reason") ?? "")),
      .init(name: "dryRun", value: .bool(dryRun)),
    ]
    if let text = call.text("text") { body.append(.init(name: "text", value: .string(text))) }
    if let person = call.reference("person") {
      body.append(.init(name: "person", value: .string(person.description)))
    }
    if !also.isEmpty {
      body.append(.init(name: "also", value: .array(also.map { .string($0) })))
    }
    if let places { body.append(.init(name: "places", value: .integer(places))) }
    return try call.client().json("POST", "/expunctions", body: .object(body))
  }
}
