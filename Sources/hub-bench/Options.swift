import Foundation

/// What was asked for on the command line.
struct Options {
  enum Command: String, CaseIterable {
    case records, generate, queries, process, agendas, service, all
    /// The server that `service` measures, started by it.
    case host
  }

  var command = Command.all
  /// The size of the large database, as a part of the full one.
  var scale = 1.0
  /// How often each query is asked.
  var repetitions = 300
  /// Only questions with this in their name.
  var question = ""
  /// Where the table is written as Markdown.
  var output: String?
  /// Where the generated databases and files are kept from one run to the next.
  var folder = ".build/bench"

  /// What `host` serves, and how many bytes its fixed answer has.
  var database = ""
  var size = 1

  /// The small database, which is the reference, and the large one.
  var scales: [Double] { [scale / 100, scale] }

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      switch word {
      case "--scale": scale = try Self.value(word, rest.popFirst(), Double.init)
      case "--repetitions": repetitions = try Self.value(word, rest.popFirst()) { Int($0) }
      case "--question": question = try Self.value(word, rest.popFirst()) { $0 }
      case "--write": output = try Self.value(word, rest.popFirst()) { $0 }
      case "--database": database = try Self.value(word, rest.popFirst()) { $0 }
      case "--size": size = try Self.value(word, rest.popFirst()) { Int($0) }
      case "--folder": folder = try Self.value(word, rest.popFirst()) { $0 }
      default: command = try Self.value("command", word, Command.init)
      }
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private static func value<T>(_ name: String, _ word: String?, _ read: (String) -> T?) throws -> T
  {
    guard let word, let value = read(word) else { throw WrongArgument(name: name, word: word) }
    return value
  }
}

struct WrongArgument: Error, CustomStringConvertible {
  let name: String
  let word: String?

  var description: String {
    let commands = Options.Command.allCases.map(\.rawValue).joined(separator: "|")
    return """
      \(name) cannot be "\(word ?? "")"
      usage: hub-bench [\(commands)] [--scale 1] [--repetitions 300] [--question TEXT] \
      [--write FILE] [--folder DIR]
      """
  }
}
