import HubConsole
import HubModel
import HubTestKit
import Testing

@testable import HubCommands

/// What shells ask while somebody types.
@Suite struct CompleteTests {
  private struct NoClient: Error {}

  @Test func `a shell asks for references, and gets nothing when that fails`() {
    let command = CompleteCommands.answering { question, _ in
      #expect(question.types == [.actionItem, .meeting])
      return ["A-1", "M-1"]
    }
    let failing = CompleteCommands.answering { _, _ in throw NoClient() }
    for (command, expected) in [(command, "A-1\n"), (failing, "")] {
      let recorded = RecordedTerminal()
      let console = Console(
        .hub(version: "0"), commands: [command], connect: { _ in throw NoClient() })
      let status = console.run(
        ["complete", "reference", "--type", "actionItem,meeting", "--", "a"],
        on: recorded.terminal())
      #expect(status == .done)
      #expect(recorded.output == expected)
    }
  }

  @Test(arguments: ["an", "@an"])
  func `handles come back with the @ that was typed`(typed: String) {
    let recorded = RecordedTerminal()
    let console = Console(
      .hub(version: "0"), commands: [CompleteCommands.answering { _, _ in ["ana", "ben"] }],
      connect: { _ in throw NoClient() })
    _ = console.run(["complete", "handle", "--", typed], on: recorded.terminal())
    #expect(recorded.output == typed + "a\n")
  }

  @Test(arguments: [
    (["handle", "--", "@f"], "@facilitator\n"), (["handle", "--", "f"], "facilitator\n"),
    (["handle", "--titles", "--", "@s"], "@staff\tAmrita Gill\n"),
    (["reference", "--type", "actionItem", "--titles", "--", "A-2"], "A-2\tFind a room\n"),
    (["reference", "--type", "actionItem", "--", "a-2"], "A-2\n"),
  ])
  func `what the caller may see is offered, with what it is called`(
    _ question: [String], _ answer: String
  ) throws {
    let call = CommandOnHub.run(
      try Door().hub, ["complete", "--as", "facilitator"] + question)
    #expect(call.output == answer, "\(call.errors)")
  }

  @Test func `a handle is offered with its sign where nothing is typed yet`() throws {
    let call = CommandOnHub.run(try Door().hub, ["complete", "handle", "--as", "facilitator"])
    #expect(call.output.split(separator: "\n").allSatisfy { $0.hasPrefix("@") })
    #expect(call.output.contains("@facilitator"))
  }
}
