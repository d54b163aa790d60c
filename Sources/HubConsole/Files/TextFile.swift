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

  /// To the file that `--out` names, else to standard output. People go on writing in such a
  /// file, so only `--overwrite` has another text in its place.
  package static func deliver(_ bytes: [UInt8], in call: Invocation) throws {
    guard let path = call.text("out") else { return call.write(bytes) }
    try OutputFile(path, in: call, looking: bytes.count + 1) { $0 == bytes }
      .write(bytes, in: call)
    call.say(call.wording("file.written", ["file": path]))
  }
}
