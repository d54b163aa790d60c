import HubConsole
import HubModel
import HubText
import HubWords

/// The texts of a record that somebody writes in an editor: what was written is kept until it is
/// in the hub.
final class EditedTexts {
  private let call: Invocation
  /// The record as it is; nil for a new one.
  private let record: JSON?
  private let name: String
  private var files: [String] = []

  /// - Parameter references: of what is edited; of several not one text is everybody's.
  init(_ call: Invocation, _ references: [String] = [], at path: String = "") throws {
    self.call = call
    guard call.flag("edit"), let only = references.first else {
      record = nil
      name = "new"
      return
    }
    guard references.count == 1 else { throw WrongUsage("usage.editOne") }
    name = only
    record = try call.client().json("GET", "\(path)/\(only)")
  }

  /// The text as it is after the editor was closed; nil where it was left as it was.
  func text(of field: FieldSummary, _ language: Language, _ option: String) throws -> String? {
    let before = record?[field.name]?[language.rawValue]?.string ?? ""
    let file = try EditorSession.file(for: "\(name)-\(option)")
    files.append(file)
    try OutputFile(file, in: call) { _ in false }.write(
      Array((before.isEmpty ? "" : before + "\n").utf8), in: call)
    do {
      try EditorSession.open(file, in: call)
    } catch {
      // The editor's own failure tells the place of its file.
      files.removeAll { $0 == file }
      tell()
      throw error
    }
    let after = try LongText.read(file, in: call)
    return after == LongText.plain(before) ? nil : after
  }

  /// Writes them; where that is refused, they are kept and their places told.
  func keep<Result>(while write: () throws -> Result) throws -> Result {
    do {
      let result = try write()
      for file in files { EditorSession.discard(file) }
      return result
    } catch {
      tell()
      throw error
    }
  }

  private func tell() {
    for file in files { call.warn(call.words("minutes.kept", ["file": file])) }
  }
}
