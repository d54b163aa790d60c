import HubConsole
import HubModel
import HubText

/// What a command does to each of the records that it was given: to one by itself, to several
/// together, all of them or none.
struct RecordWrites {
  private var writes: [Write] = []

  /// One of them.
  struct Write {
    /// The record as it is told in a refusal.
    let reference: String
    let method: String
    let path: String
    /// The version that the person saw; `*` for whatever it is.
    var version = "*"
    let body: JSON
  }

  mutating func add(_ write: Write) { writes.append(write) }

  /// The records as they are now, in the order of the writes.
  ///
  /// - Throws: a failure that tells every fault of every one.
  func send(in call: Invocation) throws -> [JSON] {
    let client = try call.client()
    if writes.count == 1, let write = writes.first {
      do {
        let answer = try client.ask(
          write.method, write.path, headers: [("If-Match", Self.tag(write.version))],
          body: write.body)
        return [try JSON(parsing: answer.body)]
      } catch let failure as Failure {
        throw failure.spoken(write.reference)
      }
    }
    let operations = writes.map { write -> JSON in
      [
        "method": .string(write.method), "path": .string(write.path), "body": write.body,
        "ifMatch": .string(write.version),
      ]
    }
    let answer = try client.send(
      method: "POST", path: "/batch", query: [],
      headers: [("Content-Type", "application/json")],
      body: JSON.object([.init(name: "operations", value: .array(operations))]).written())
    guard answer.status < 400 else { throw failure(answer) }
    let answers = try JSON(parsing: answer.body)["answers"]?.array ?? []
    return answers.map { $0["body"] ?? .null }
  }

  /// Tells what became of them: one record for programs, or a list where there were several.
  func tell(
    _ records: [JSON], in call: Invocation, _ say: (JSON) throws -> Void
  ) throws {
    guard !call.globals.json else {
      return call.write((records.count == 1 ? records[0] : .array(records)).written())
    }
    for record in records { try say(record) }
  }

  private static func tag(_ version: String) -> String {
    version == "*" ? version : "\"\(version)\""
  }

  /// `/operations/1/body/dueOn` is the due date of the second record.
  private func failure(_ answer: HubAnswer) -> Failure {
    let whole = Failure(problem: answer)
    var subjects: [String] = []
    var pointers: [String] = []
    for pointer in whole.pointers {
      let parts = pointer.split(separator: "/")
      let place = parts.count > 1 && parts[0] == "operations" ? Int(parts[1]) : nil
      subjects.append(place.map { $0 < writes.count ? writes[$0].reference : "" } ?? "")
      pointers.append(parts.dropFirst(3).map { "/" + $0 }.joined())
    }
    let failure = Failure(
      whole.status, whole.sentences, pointers: pointers,
      subjects: subjects.map(RecordReference.spoken))
    return writes.reduce(failure) { $0.spoken($1.reference) }
  }
}

extension Failure {
  /// With a record named as people name it.
  func spoken(_ reference: String) -> Failure {
    let said = RecordReference.spoken(reference)
    guard said != reference else { return self }
    return Failure(
      status, sentences.map { $0.replacing(reference, with: said) }, pointers: pointers,
      subjects: subjects, bare: bare)
  }
}
