import HubHTTP
import HubModel

/// One thing that people ask, each time somebody else about something else.
struct Question: Sendable {
  let name: String
  let bound: Finding.Bound
  let requests: @Sendable (_ plan: Plan, _ round: Int) throws -> [Request]

  static let all = [
    Question(name: "my open action items", bound: .times(2)) { plan, round in
      [try get("/action-items?mine=true&open=true&sort=dueOn", as: plan.member(round))]
    },
    Question(name: "a meeting with its agenda", bound: .times(2)) { plan, round in
      let meeting = plan.spread(round, over: plan.meetings)
      return [
        try get("/meetings/M-\(meeting)", as: plan.admin(round)),
        try get("/agenda-items?meeting=M-\(meeting)&sort=position", as: plan.admin(round)),
      ]
    },
    Question(name: "the trace of a recommendation", bound: .times(2)) { plan, round in
      let funded = plan.spread(round, over: plan.recommendations / plan.meetingsPerFunding)
      let number = (funded - 1) * plan.meetingsPerFunding + 1
      return [try get("/trace/R-\(number)", as: plan.admin(round))]
    },
    Question(name: "search for a rare word", bound: .times(3)) { plan, round in
      [
        try get(
          "/search?q=\(Vocabulary.rare(round % Vocabulary.rareCount))", as: plan.member(round))
      ]
    },
    Question(name: "search for a common word, as a member", bound: .seconds(0.02)) { plan, round in
      [try get("/search?q=\(common(round))", as: plan.member(round))]
    },
    Question(name: "search for a common word, as staff", bound: .seconds(0.02)) { plan, round in
      [try get("/search?q=\(common(round))", as: plan.staff(round))]
    },
    Question(name: "search for a common word, anonymous", bound: .seconds(0.02)) { _, round in
      [try get("/search?q=\(common(round))", as: nil)]
    },
    Question(name: "a page of all action items by due day", bound: .times(2)) { plan, round in
      [try get("/action-items?sort=dueOn&limit=20", as: plan.staff(round))]
    },
    Question(name: "a page of what changed last", bound: .times(2)) { plan, round in
      [try get("/action-items?sort=-modified&limit=20", as: plan.staff(round))]
    },
  ]

  private static func common(_ round: Int) -> String {
    round % 2 == 0 ? Vocabulary.common.en : Vocabulary.common.fr
  }

  private static func get(_ target: String, as handle: String?) throws -> Request {
    var request = try Request(.get, target: "/api/v1" + target, id: "bench")
    request.principal = handle
    return request
  }
}

extension Plan {
  /// Another one each round, from all over.
  func spread(_ round: Int, over count: Int) -> Int { 1 + (round * 7919 + 13) % max(1, count) }

  /// Somebody who is neither staff nor an admin.
  func member(_ round: Int) -> String {
    Plan.handle(Plan.networks * 2 + spread(round, over: people - Plan.networks * 2))
  }

  func staff(_ round: Int) -> String { Plan.handle(1 + round % Plan.networks) }

  /// Somebody who sees every network.
  func admin(_ round: Int) -> String { Plan.handle(Plan.networks + 1 + round % Plan.networks) }
}
