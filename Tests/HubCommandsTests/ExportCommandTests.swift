import Foundation
import HubCommands
import HubConsole
import HubHTTP
import HubModel
import HubTestKit
import Testing

/// Exports on standard output.
@Suite struct ExportCommandTests {
  @Test(arguments: ["html", "markdown", "json"], ["en", "fr", "both"])
  func `a long one has the bytes that the service sends in pieces`(
    format: String, language: String
  ) throws {
    let test = try TestHub(now: "2019-03-01T16:00:00Z")
    try Story.tell(in: test.hub)
    let meeting = try LongMeeting.plan(in: test.hub, as: "facilitator").description
    let answer = test.send(
      .get, "/exports/digest", as: "facilitator",
      query: ["meeting": meeting, "lang": language, "format": format])
    guard case .stream = answer.body else { throw Whole() }
    let call = CommandOnHub.run(
      test.hub,
      [
        "export", "digest", "--meeting", meeting, "--format", format, "--lang", language, "--as",
        "facilitator",
      ])
    #expect(call.status == .done, "\(call.errors)")
    #expect(try call.output == answer.text)
  }

  private struct Whole: Error {}

  /// A service that names the file itself.
  private struct Naming: HubClient {
    let name: String

    func send(
      method: String, path: String, query: [(name: String, value: String)],
      headers: [(name: String, value: String)], body: [UInt8]
    ) throws -> HubAnswer {
      HubAnswer(
        status: 200,
        headers: [("Content-Disposition", "attachment; filename=\"\(name)\"")], body: [0x41])
    }
  }

  @Test(arguments: [
    ("M-1-digest-fr.html", "M-1-digest-fr.html"), ("../evil.html", nil), ("/tmp/evil.html", nil),
    ("a/b.html", nil), ("..", nil), ("", nil), (".profile", nil), ("-rf", nil), ("a\u{0}b", nil),
    ("a\nb", nil), ("é.html", nil),
  ])
  func `a service does not choose where a file is written`(name: String, kept: String?) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hub-exports-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let console = Console(
      .hub(version: "1"), commands: Commands.all, connect: { _ in Naming(name: name) })
    let status = console.run(
      ["export", "digest", "--meeting", "M-1", "--out", folder.appending(path: "out").path],
      on: RecordedTerminal().terminal())
    #expect(status == .done)
    let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    #expect(found?.sorted() == ["out", "out/" + (kept ?? "M-1-digest-en.html")])
  }
}
