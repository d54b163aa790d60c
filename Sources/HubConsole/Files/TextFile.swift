import FoundationEssentials

/// Files that people write: read and written whole.
package enum TextFile {
  /// The bytes of a file, or of standard input for `-`.
  package static func read(_ path: String, in call: Invocation) throws -> [UInt8] {
    if path == "-" { return call.terminal.readAll() }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(.refused, [call.wording("file.unreadable", ["file": path])])
    }
    return [UInt8](data)
  }

  /// Writes a file so that it is there whole or not at all.
  package static func write(_ bytes: [UInt8], to path: String, in call: Invocation) throws {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(.refused, [call.wording("file.unwritable", ["file": path])])
    }
  }

  /// To the file that `--out` names, else to standard output.
  package static func deliver(_ bytes: [UInt8], in call: Invocation) throws {
    guard let path = call.text("out") else { return call.write(bytes) }
    try write(bytes, to: path, in: call)
    call.say(call.wording("file.written", ["file": path]))
  }
}
