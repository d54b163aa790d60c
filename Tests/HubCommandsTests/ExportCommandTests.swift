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
}
