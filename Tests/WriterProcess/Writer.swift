import Foundation
import HubApp
import HubModel
import HubSQL

/// A process that writes into a hub until it is killed, for the tests of what a kill leaves:
///
///     hub-test-writer write DATABASE THREADS    adds action items, naming each once it is kept
///     hub-test-writer lock DATABASE             holds the write lock until its input ends
@main
enum Writer {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 2 else { return say("usage: write DATABASE THREADS | lock DATABASE") }
    switch arguments[1] {
    case "write": try write(to: arguments[2], threads: Int(arguments.last ?? "") ?? 1)
    default: try lock(arguments[2])
    }
  }

  /// Several threads, so that their writes share a commit. It ends with an error or a kill.
  private static func write(to path: String, threads: Int) throws {
    let hub = try Hub.open(path)
    let group = DispatchGroup()
    for thread in 0..<threads {
      DispatchQueue.global().async(group: group) {
        do {
          for number in 0... { say(try add(number, by: thread, to: hub)) }
        } catch {
          say("error \(error)")
        }
      }
    }
    group.wait()
  }

  private static func add(_ number: Int, by thread: Int, to hub: Hub) throws -> String {
    try hub.write(as: .person("facilitator")) { writing in
      var action = ActionItem()
      action.body = ID(1)
      action.title = LocalizedText(en: "Task \(number) of \(thread)", fr: "Tâche \(number)")
      action.details = LocalizedText(en: String(repeating: "word ", count: number % 200), fr: "")
      return try writing.create(action).reference.description
    }
  }

  private static func lock(_ path: String) throws {
    let connection = try Connection(path: path, mode: .readWrite)
    try connection.transaction(.immediate) {
      say("locked")
      while let line = readLine(), !line.isEmpty {}
    }
  }

  /// One call for a whole line: a line that is there was said in full.
  private static func say(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }
}
