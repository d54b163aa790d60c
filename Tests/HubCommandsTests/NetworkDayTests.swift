import HubApp
import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

/// Six in the evening in Vancouver is tomorrow in Universal Time: every *today* is the network's.
@Suite struct NetworkDayTests {
  private static let evening = "2019-06-19T01:00:00Z"
  private static let night = "2019-06-19T08:00:00Z"

  private let test: TestHub

  init() throws {
    test = try TestHub(now: Self.evening)
    try Story.tell(in: test.hub)
  }

  private func run(_ arguments: String..., at now: String = evening) -> String {
    let run = CommandOnHub.run(
      test.at(now).hub, arguments + ["--clock", now, "--as", "@facilitator"])
    return run.output + run.errors
  }

  private func add(due: String) throws -> String? {
    let said = run("action", "add", "--title-en", "Roof", "--body", "B-1", "--due", due)
    #expect(said.contains("A-3"), "\(said)")
    return try test.send(.get, "/action-items/A-3", as: "staff").json["dueOn"]?.string
  }

  @Test func `a day that is typed counts from the network's`() throws {
    #expect(try add(due: "today") == "2019-06-18")
  }

  @Test func `a day that needs no today is itself`() throws {
    #expect(try add(due: "3 July 2019") == "2019-07-03")
  }

  @Test func `what is due today is not late before the network's midnight`() throws {
    _ = try add(due: "today")
    #expect(run("action", "list").contains("today"))
    #expect(!run("action", "list", "--overdue").contains("A-3"))
    #expect(run("action", "list", at: Self.night).contains("1 day overdue"))
    #expect(run("action", "list", "--overdue", at: Self.night).contains("A-3"))
  }

  @Test func `hours are told by the network's clocks, which a heading names`() throws {
    _ = try add(due: "today")
    let history = run("action", "history", "A-3")
    #expect(history.contains("Vancouver"))
    #expect(history.contains("June 18, 2019, 6:00"))
  }

  /// An action item of another network, in which it is another day.
  private func elsewhere(_ zone: String, due: Day?) throws {
    try test.hub.write(as: .founder) { writing in
      var network = Network()
      network.name = LocalizedText(en: "Other network", fr: "Autre réseau")
      network.jurisdiction = network.name
      network.timeZone = zone
      network = try writing.create(network)
      var body = Body()
      body.header.network = network.id
      body.kind = .workingGroup
      body.name = network.name
      body = try writing.create(body)
      var action = ActionItem()
      action.body = body.id
      action.title = LocalizedText(en: "Elsewhere", fr: "Ailleurs")
      action.dueOn = due
      try writing.create(action, visibility: .public)
    }
  }

  @Test func `a record is late by the clocks of its own network, whoever asks`() throws {
    _ = try add(due: "today")
    try elsewhere("Pacific/Auckland", due: Day("2019-06-18"))
    for handle in ["facilitator", "admin"] {
      let query: Query = ["overdue": "true"]
      let late = try test.send(.get, "/action-items", as: handle, query: query).json["items"]?.array
      #expect((late ?? []).compactMap { $0["ref"]?.string } == ["A-4"], "\(handle)")
    }
    let list = run("action", "list", "--all")
    #expect(list.contains("1 day overdue"))
    #expect(list.contains("today"))
  }
}
