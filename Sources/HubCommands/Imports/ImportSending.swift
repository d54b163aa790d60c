import HubConsole
import HubModel
import HubText
import HubWords

/// Sends a table, and tells what became of its rows.
///
/// What fits one request is sent as it is, and lands whole or not at all. A longer one is first
/// tried from beginning to end, part by part, and only then written: each part lands whole, others
/// write in between, and nothing is written while a single row has a fault.
struct ImportSending {
  private let kind: ImportKind
  private let file: String
  private let call: Invocation

  init(_ kind: ImportKind, _ file: String, _ call: Invocation) {
    self.kind = kind
    self.file = file
    self.call = call
  }

  func run() throws {
    let isDry = call.flag("dry-run")
    let parts = try ImportParts(file, encoding: encoding, in: call)
    guard let whole = try parts.whole() else { return try inParts(parts, isDry: isDry) }
    let answer = try send(whole, ["dryRun": String(isDry)])
    if call.globals.json { return call.write(answer.written()) }
    ImportListing(kind, answer, call).tell(isDry: isDry)
  }

  private var encoding: CSV.Encoding {
    call.text("encoding").flatMap(CSV.Encoding.init) ?? .utf8
  }

  private func inParts(_ parts: ImportParts, isDry: Bool) throws {
    var seen: [String: Int] = [:]
    var faults: [String] = []
    var total = ImportTotal()
    let progress = call.progress(call.words("import.checking"), total: parts.bytes)
    try parts.forEach { part in
      do {
        let answer = try send(
          part.bytes, ["dryRun": "true", "part": "true", "firstRow": String(part.firstRow)])
        total.add(answer)
        for key in answer["keys"]?.array ?? [] {
          let text = key["key"]?.string ?? ""
          let row = Int(key["row"]?.integer ?? 0)
          if let first = seen[text] {
            faults.append(
              line(row, "", call.words("fault.rowTwice", ["row": String(first)])))
          } else {
            seen[text] = row
          }
        }
      } catch let failure as Failure where failure.bare {
        faults += failure.sentences
      }
      progress.advance(to: part.end)
    }
    progress.finish()
    guard faults.isEmpty else { throw Failure(.refused, shortened(faults), bare: true) }
    if !isDry { total = try write(parts) }
    if call.globals.json { return call.write(total.json(kind, isDry: isDry).written()) }
    ImportListing(kind, total.json(kind, isDry: isDry), call).tell(isDry: isDry)
  }

  private func write(_ parts: ImportParts) throws -> ImportTotal {
    var total = ImportTotal()
    let progress = call.progress(call.words("import.writing"), total: parts.bytes)
    try parts.forEach { part in
      do {
        total.add(try send(part.bytes, ["firstRow": String(part.firstRow)]))
      } catch let failure as Failure {
        // Somebody has changed something since it was tried.
        progress.finish()
        throw failure.adding(
          call.words("import.partWritten", ["rows": call.words.number(total.rows)]))
      }
      progress.advance(to: part.end)
    }
    progress.finish()
    return total
  }

  private func shortened(_ faults: [String]) -> [String] {
    guard faults.count > 1000 else { return faults }
    return faults.prefix(1000)
      + [call.words("fault.moreFaults", ["most": "1000", "count": String(faults.count)])]
  }

  private func send(_ bytes: [UInt8], _ query: [String: String]) throws -> JSON {
    var pairs = query.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
    pairs += call.values.texts("without").map { ("without", $0) }
    if encoding != .utf8, query["firstRow"] == nil { pairs.append(("encoding", encoding.rawValue)) }
    pairs.append(("lang", call.words.language.rawValue))
    let answer = try call.client().send(
      method: "POST", path: "/imports/\(kind.name)", query: pairs,
      headers: [("Content-Type", "text/csv")], body: bytes)
    guard answer.status >= 400 else { return try JSON(parsing: answer.body) }
    let problem = try? JSON(parsing: answer.body)
    guard let problem, problem["errors"] != nil else { throw Failure(problem: answer) }
    throw Failure(ExitStatus(answer: answer.status), lines(problem), bare: true)
  }

  /// Each fault with the row and the column where it stands.
  private func lines(_ problem: JSON) -> [String] {
    let positions = problem["positions"]?.array ?? []
    return (problem["errors"]?.array ?? []).enumerated().map { index, fault in
      let detail = fault["detail"]?.string ?? ""
      guard index < positions.count, let row = positions[index]["line"]?.integer else {
        return call.words("import.faultInFile", ["file": file, "sentence": detail])
      }
      let parts = (fault["pointer"]?.string ?? "").split(separator: "/").dropFirst()
      let column = parts.joined(separator: "/").replacing("~1", with: "/").replacing(
        "~0", with: "~")
      return line(Int(row), column, detail)
    }
  }

  private func line(_ row: Int, _ column: String, _ detail: String) -> String {
    call.words(
      column.isEmpty ? "import.faultInRow" : "import.faultInCell",
      ["file": file, "row": String(row), "column": column, "sentence": detail])
  }
}
