import Foundation
import Testing

/// Compares whole screens with files; `HUB_RECORD=1 swift test` writes them anew.
enum Recorded {
  static func expect(
    _ screen: String, is name: String, file: String = #filePath,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let tests = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
    let folder = tests.appending(path: "Recorded/Console")
    let url = folder.appending(path: name + ".txt")
    if ProcessInfo.processInfo.environment["HUB_RECORD"] != nil {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(screen.utf8).write(to: url)
    }
    let recorded = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    #expect(screen == recorded, "\(name)", sourceLocation: location)
  }
}
