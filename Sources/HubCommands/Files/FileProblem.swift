import HubConsole
import HubText
import HubWords

/// The faults of a file that the API found, told as compilers tell them: editors jump there.
enum FileProblem {
  /// Sends a file; faults that stand in it are thrown as `file:line:column: error: …`.
  static func send(
    _ bytes: [UInt8], from file: String, to path: String,
    query: [(name: String, value: String)] = [], in call: Invocation
  ) throws -> JSON {
    let said = call.flag("still-right") ? [(name: "stillRight", value: "true")] : []
    let answer = try call.client().send(
      method: "POST", path: path, query: query + said, headers: [("Content-Type", "text/markdown")],
      body: bytes)
    guard answer.status >= 400 else { return try JSON(parsing: answer.body) }
    guard let problem = try? JSON(parsing: answer.body), problem["positions"] != nil else {
      throw Failure(problem: answer)
    }
    throw Failure(
      ExitStatus(answer: answer.status), lines(problem, file, call.words), bare: true)
  }

  private static func lines(_ problem: JSON, _ file: String, _ words: Words) -> [String] {
    let positions = problem["positions"]?.array ?? []
    return (problem["errors"]?.array ?? []).enumerated().map { index, fault in
      let position = index < positions.count ? positions[index] : .null
      return line(fault["detail"]?.string ?? "", position, file, words)
    }
  }

  /// One fault of a list that a check answered.
  static func line(_ fault: JSON, in file: String, _ words: Words) -> String {
    line(fault["detail"]?.string ?? "", fault, file, words)
  }

  /// What is remarkable in a file and refused for nothing: `file:line:column: note: …`.
  static func tellNotices(_ answer: JSON, in file: String, _ call: Invocation) {
    for notice in answer["notices"]?.array ?? [] {
      let sentence = notice["detail"]?.string ?? ""
      call.note(
        call.words(
          "file.note", ["place": place(notice, file), "sentence": sentence]))
    }
  }

  private static func place(_ position: JSON, _ file: String) -> String {
    guard let line = position["line"]?.integer, let column = position["column"]?.integer else {
      return file
    }
    return file + ":\(line):\(column)"
  }

  private static func line(
    _ detail: String, _ position: JSON, _ file: String, _ words: Words
  ) -> String {
    words("file.error", ["place": place(position, file), "sentence": detail])
  }
}
