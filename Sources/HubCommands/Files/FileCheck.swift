import HubConsole
import HubText
import HubWords

/// Checks files and tells every fault of each; nothing is changed.
enum FileCheck {
  static func run(_ path: String, in call: Invocation) throws {
    var lines: [String] = []
    var answers: [JSON] = []
    for file in call.values.texts("file") {
      let answer = try FileProblem.send(
        try WrittenFile.read(file, in: call), from: file, to: path, in: call)
      answers.append(answer)
      let faults = answer["faults"]?.array ?? []
      lines += faults.map { FileProblem.line($0, in: file, call.words) }
      FileProblem.tellNotices(answer, in: file, call)
      if faults.isEmpty { call.say(call.words("file.faultless", ["file": file])) }
    }
    if call.globals.json {
      call.write((answers.count == 1 ? answers[0] : .array(answers)).written())
    }
    if !lines.isEmpty { throw Failure(.refused, lines, bare: true) }
  }
}
