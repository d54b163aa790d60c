import HubConsole
import HubText

/// The records that a command was asked to show. What can be shown is, and what cannot is told at
/// the end.
struct RecordReading {
  private(set) var records: [JSON] = []
  private let isOne: Bool
  private var failures: [(reference: String, failure: Failure)] = []
  private let call: Invocation

  init(_ references: [String], at path: String, in call: Invocation) throws {
    self.call = call
    isOne = references.count == 1
    for reference in references {
      do {
        let answer = try call.client().ask("GET", "\(path)/\(reference)")
        records.append(try JSON(parsing: answer.body))
      } catch let failure as Failure {
        failures.append((RecordReference.spoken(reference), failure.spoken(reference)))
      }
    }
  }

  /// For programs: one record, or a list where several were asked for.
  func write() throws {
    if isOne, let only = records.first { call.write(only.written()) }
    if !isOne { call.write(JSON.array(records).written()) }
    try end()
  }

  /// Tells what could not be shown.
  func end() throws {
    guard let first = failures.first?.failure else { return }
    let sentences = failures.flatMap(\.failure.sentences)
    let subjects = failures.flatMap { failed in
      failed.failure.sentences.map { $0.contains(failed.reference) ? "" : failed.reference }
    }
    throw Failure(
      first.status, sentences, pointers: failures.flatMap(\.failure.pointers),
      subjects: isOne ? [] : subjects)
  }
}
