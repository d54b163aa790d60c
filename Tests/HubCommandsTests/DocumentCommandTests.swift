import Foundation
import HubApp
import HubCommands
import HubConsole
import HubModel
import HubTestKit
import HubText
import Testing

/// Files kept with a meeting from the command line, and saved again.
@Suite final class DocumentCommandTests {
  private let hub: Hub
  private let folder: URL
  private let meeting: String

  init() throws {
    hub = try TestHub.sample().hub
    folder = FileManager.default.temporaryDirectory.appending(path: "hub-documents-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let made = CommandOnHub.run(
      hub,
      [
        "meeting", "add", "--body", "B-1", "--title-en", "Spring", "--title-fr", "Printemps",
        "--starts-at", "2025-02-10 9:00", "--ends-at", "2025-02-10 11:00", "--as", "facilitator",
        "--clock", "2025-02-01T16:00:00Z", "--json",
      ])
    meeting = try JSON(parsing: Array(made.output.utf8))["ref"]?.string ?? ""
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func run(_ arguments: [String], by handle: String = "facilitator") -> (
    status: HubConsole.ExitStatus, output: String, errors: String
  ) {
    CommandOnHub.run(hub, arguments + ["--as", handle, "--clock", "2025-02-01T16:00:00Z"])
  }

  private func file(_ name: String, _ text: String) throws -> String {
    let place = folder.appending(path: name)
    try Data(text.utf8).write(to: place)
    return place.path
  }

  private func add(_ what: String, _ more: [String] = []) -> (
    status: HubConsole.ExitStatus, output: String, errors: String
  ) {
    run(
      ["document", "add", meeting, what, "--title-en", "Report", "--title-fr", "Rapport"] + more)
  }

  private func saved(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  @Test func `a file is kept, replaced, and saved in any of its editions`() throws {
    let path = try file("Rapport été.txt", "one")
    let kept = add(path)
    #expect(kept.status == .done, "\(kept.errors)")
    #expect(kept.output.contains("E-1") && kept.output.contains("Rapport été.txt, 3 bytes"))
    let again = run(["document", "replace", "E-1", path])
    #expect(again.status == .done && again.output.contains("already"))
    let other = try file("Rapport été.txt", "two")
    #expect(run(["document", "replace", "E-1", other]).status == .done)
    for (edition, text) in [("1", "one"), ("2", "two")] {
      let name = "saved-\(edition).txt"
      let got = run([
        "document", "get", "E-1", "--edition", edition, "--out", folder.appending(path: name).path,
      ])
      #expect(got.status == .done, "\(got.errors)")
      #expect(try saved(name) == text)
    }
    #expect(run(["document", "get", "E-1", "--edition", "3"]).status == .notFound)
    let shown = run(["meeting", "show", meeting])
    #expect(shown.output.contains("Documents") && shown.output.contains("Rapport été.txt"))
    let found = run(["search", "rapport"])
    #expect(found.output.contains("E-1"))
  }

  @Test func `a file of somebody else's is not replaced by what is saved`() throws {
    #expect(add(try file("a.txt", "ours")).status == .done)
    let mine = try file("mine.txt", "mine")
    let got = run(["document", "get", "E-1", "--out", mine])
    #expect(got.status == .conflict)
    #expect(try saved("mine.txt") == "mine")
    #expect(run(["document", "get", "E-1", "--out", mine, "--overwrite"]).status == .done)
    #expect(try saved("mine.txt") == "ours")
    // The same once more is no other file.
    #expect(run(["document", "get", "E-1", "--out", mine]).status == .done)
    // In a folder under its own name.
    let inside = folder.appending(path: "inside")
    try FileManager.default.createDirectory(at: inside, withIntermediateDirectories: true)
    #expect(run(["document", "get", "E-1", "--out", inside.path]).status == .done)
    #expect(try saved("inside/a.txt") == "ours")
  }

  @Test func `what cannot be kept is told before anything is made`() throws {
    let empty = try file("empty.txt", "")
    let large = folder.appending(path: "large.bin")
    #expect(FileManager.default.createFile(atPath: large.path, contents: nil))
    let handle = try FileHandle(forWritingTo: large)
    try handle.truncate(atOffset: UInt64(Document.mostBytes) + 1)
    try handle.close()
    let missing = folder.appending(path: "missing.pdf").path
    let faults = [
      (empty, "is empty"), (large.path, "25 MiB at most"), (folder.path, "is a folder"),
      (missing, "There is no file"), ("javascript:alert(1)", "is not a web address"),
      ("file:///etc/passwd", "is not a web address"), ("data:text/html,x", "is not a web address"),
    ]
    for (what, sentence) in faults {
      let call = add(what)
      #expect(call.status == .refused, "\(what)")
      #expect(call.errors.contains(sentence), "\(call.errors)")
      let french = add(what, ["--lang", "fr"])
      #expect(french.status == .refused && french.errors != call.errors)
    }
    let untitled = run(["document", "add", meeting, try file("b.txt", "b")])
    #expect(untitled.status == .refused && untitled.errors.contains("--title"))
    #expect(run(["document", "list"]).output.contains("No documents"))
  }

  @Test func `a link is a link`() throws {
    let kept = add("https://example.org/report")
    #expect(kept.status == .done && kept.output.contains("https://example.org/report"))
    let got = run(["document", "get", "E-1"])
    #expect(got.status == .refused && got.errors.contains("https://example.org/report"))
    let file = try file("a.txt", "a")
    #expect(run(["document", "replace", "E-1", file]).status == .conflict)
  }

  @Test func `an admin takes a file out for good`() throws {
    #expect(add(try file("a.txt", "by mistake")).status == .done)
    let reason = ["--reason", "Sent by mistake", "--yes"]
    #expect(run(["document", "expunge", "E-1"] + reason).status == .notAllowed)
    let done = run(["document", "expunge", "E-1"] + reason, by: "admin")
    #expect(done.status == .done && done.output.contains("1 edition is taken out"))
    let got = run(["document", "get", "E-1", "--out", folder.appending(path: "x").path])
    #expect(got.status == .refused && got.errors.contains("taken out"))
    #expect(try hub.verify().isSound)
  }

  /// A service, or something in between, that sends other bytes than were kept.
  private struct Forging: HubClient {
    func send(
      method: String, path: String, query: [(name: String, value: String)],
      headers: [(name: String, value: String)], body: [UInt8]
    ) throws -> HubAnswer {
      if path.hasSuffix("/contents") {
        return HubAnswer(
          status: 200,
          headers: [("Content-Disposition", "attachment; filename*=UTF-8''..%2Fevil.txt")],
          body: [0x41])
      }
      let record: JSON = ["ref": "E-1", "digests": [.string(String(repeating: "0", count: 64))]]
      return HubAnswer(status: 200, body: record.written())
    }
  }

  @Test func `bytes that are not those that were kept are not saved`() throws {
    let console = Console(
      .hub(version: "1"), commands: Commands.all, connect: { _ in Forging() })
    let out = folder.appending(path: "out.txt").path
    let status = console.run(
      ["document", "get", "E-1", "--out", out], on: RecordedTerminal().terminal())
    #expect(status == .refused)
    #expect(!FileManager.default.fileExists(atPath: out))
  }
}
