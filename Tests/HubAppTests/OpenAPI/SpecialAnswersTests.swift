import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// What the routes beside the records answer, against the OpenAPI document.
@Suite struct SpecialAnswersTests {
  @Test func `expunctions are answered as documented`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let caller = try ContractCaller(test.api)
    let bodies = [
      "{}", "[]", "{", #"{"text": "Rosa"}"#, #"{"text": "R", "reason": "why"}"#,
      #"{"text": "Rosa", "person": "P-3", "reason": "why"}"#, #"{"nothing": 1, "reason": "x"}"#,
      #"{"person": "P-999", "reason": "why"}"#, #"{"person": "P-1", "reason": "why"}"#,
      #"{"text": "Rosa", "reason": "why", "dryRun": 5}"#, #"{"text": "Rosa", "reason": "why"}"#,
      #"{"text": "Rosa", "reason": "why", "places": 2}"#,
      #"{"text": "Rosa", "reason": "by mistake", "dryRun": true}"#,
      #"{"person": "P-3", "reason": "asked for", "dryRun": true}"#,
    ]
    for handle in [nil, "staff", "admin"] {
      for body in bodies { try caller.send(.post, "/expunctions", body, as: handle) }
      try caller.send(.post, "/expunctions", bodies[3], as: handle, type: "text/plain")
    }
    let really = #"{"text": "Rosa Delgado-Peña", "reason": "by mistake", "places": 6}"#
    #expect(try caller.send(.post, "/expunctions", really, as: "admin").status == 200)
    #expect(caller.unseen(.post, "/expunctions").subtracting([413, 429, 503]) == [])
    for path in ["/people/P-3", "/people/P-3/history", "/action-items/A-1/history"] {
      try caller.send(.get, path, as: "admin")
    }
  }

  @Test func `editions and proposals are answered as documented`() throws {
    let story = try MeetingStory()
    try story.publishAgenda()
    let caller = try ContractCaller(story.test.api)
    let revised = MeetingStory.agenda.replacing("Welcome", with: "Hello")
      .replacing("- Body: Plenary", with: "- Meeting: M-1\n- Body: Plenary")
    try caller.send(
      .post, "/agenda-files", revised, as: "farah", query: ["note": "Other words / Autres mots"],
      type: "text/markdown")
    let meeting = "/meetings/M-1"
    let queries: [Query] = [
      [:], ["lang": "fr"], ["lang": "de"], ["from": "1", "to": "2"], ["from": "0"], ["to": "x"],
      ["from": "9"], ["nothing": "1"], ["date": "2019-06-01"], ["date": "yesterweek"],
    ]
    let paths = [
      "\(meeting)/agenda-editions", "\(meeting)/agenda-editions/1", "\(meeting)/agenda-editions/2",
      "\(meeting)/agenda-editions/9", "\(meeting)/agenda-editions/x", "\(meeting)/agenda-changes",
      "\(meeting)/agenda-file", "\(meeting)/agenda", "\(meeting)/minutes-editions",
      "\(meeting)/minutes-editions/1", "\(meeting)/minutes-file", "/meetings/M-9/agenda-editions",
      "/bodies/B-1/agenda-proposal", "/bodies/B-9/agenda-proposal",
      "/agenda-items/I-1/lineage", "/agenda-items/I-99/lineage",
    ]
    for handle in ["farah", "noor", nil] {
      for path in paths {
        for query in queries { try caller.send(.get, path, as: handle, query: query) }
      }
    }
    // Reading is refused to nobody who is nobody; there is always room to read.
    for path in paths where !path.contains("minutes") {
      #expect(caller.unseen(.get, path).isSubset(of: [304, 401, 503]), "\(path)")
    }
  }

  @Test func `minutes and their editions are answered as documented`() throws {
    let story = try MinutesStoryTests.told()
    let caller = try ContractCaller(story.test.api)
    try caller.send(
      .post, "/minutes-files", MinutesStoryTests.minutes, as: "sam", type: "text/markdown")
    for path in ["/minutes-files", "/minutes-files/check"] {
      for file in ["", "# \u{0}", MinutesStoryTests.minutes.replacing("M-1", with: "M-9")] {
        for handle in ["sam", "noor", nil] {
          try caller.send(.post, path, file, as: handle, type: "text/markdown")
        }
      }
      try caller.send(.post, path, "x", as: "sam", type: "text/csv")
    }
    #expect(try caller.send(.get, "/meetings/M-1/minutes-file", as: "noor").status == 404)
    let move: Headers = ["If-Match": "*"]
    for body in [
      #"{"to": "corrections"}"#, #"{"to": "approved", "reason": "By letter."}"#,
      #"{"to": "published"}"#,
    ] {
      try caller.send(.post, "/minutes/MM-1/transitions", body, as: "farah", headers: move)
    }
    for handle in ["sam", "noor", nil] {
      for path in ["minutes-editions", "minutes-editions/1", "minutes-editions/9", "minutes-file"] {
        for query in [[:], ["lang": "fr"], ["lang": "de"]] as [Query] {
          try caller.send(.get, "/meetings/M-1/\(path)", as: handle, query: query)
        }
      }
    }
    for path in ["minutes-editions", "minutes-editions/1", "minutes-file"] {
      let unseen = caller.unseen(.get, "/meetings/M-1/\(path)")
      #expect(unseen.isSubset(of: [304, 401, 503]), "\(path)")
    }
  }

  @Test func `exports are answered as documented`() throws {
    let caller = try ContractCaller(try ExportStory().test.api)
    for kind in ExportKind.all.map(\.name) + ["nothing"] {
      for format in ["html", "markdown", "json", "pdf"] {
        for meeting in ["M-1", "M-2", "M-999", "R-1"] {
          let query: Query = ["meeting": meeting, "format": format, "lang": "both"]
          for handle in ["amara", nil] {
            try caller.send(.get, "/exports/\(kind)", as: handle, query: query)
          }
        }
      }
      try caller.send(.get, "/exports/\(kind)")
    }
    #expect(caller.unseen(.get, "/exports/digest").isSubset(of: [304, 401, 503]))
  }
}
