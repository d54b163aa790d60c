import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// Everything that the sample network answers, as several people, against the OpenAPI document.
@Suite struct SampleAnswersTests {
  @Test func `every record of the sample is answered as documented`() throws {
    let test = try TestHub.sample()
    let caller = try ContractCaller(test.api)
    var count = 0
    for handle in ["admin", "staff-bc", nil] {
      for type in RecordType.allCases {
        let page = try caller.send(.get, "/\(type.path)", as: handle, query: ["limit": "500"]).json
        let references = (page["items"]?.array ?? []).compactMap { $0["ref"]?.string }
        count += references.count
        for reference in references.prefix(3) {
          try caller.send(.get, "/\(type.path)/\(reference)", as: handle)
          try caller.send(.get, "/\(type.path)/\(reference)/history", as: handle)
          try caller.send(.get, "/trace/\(reference)", as: handle)
          if type == .meeting {
            try caller.send(.get, "/meetings/\(reference)/agenda-file", as: handle)
            try caller.send(.get, "/meetings/\(reference)/agenda", as: handle)
          }
        }
      }
      for words in ["housing", "logement inspections", "\u{0}", "", "\"*", "🌾", "a b c d e f g h"] {
        try caller.send(.get, "/search", as: handle, query: ["q": words])
      }
    }
    #expect(count > 200)
    #expect(caller.unseen(.get, "/search") == [401, 429, 503])
    #expect(caller.unseen(.get, "/trace/M-1") == [400, 401, 404, 503])
  }

  @Test func `agenda files are answered as documented`() throws {
    let story = try MeetingStory()
    let caller = try ContractCaller(story.test.api)
    func send(
      _ path: String, _ file: String = MeetingStory.agenda, as handle: String? = "farah",
      query: Query = Query(), type: String = "text/markdown"
    ) throws {
      try caller.send(.post, path, file, as: handle, query: query, type: type)
    }
    let strange = [
      "", "#", "# \u{0}", "---\n", String(repeating: "#", count: 5000),
      "# A / B\n\n- Date: 99999-99-99\n- Body: \u{1F33E}\n\n## 1. X\n\n- Time: 99999999999999999999\n",
    ]
    for path in ["/agenda-files/check", "/agenda-files/changes", "/agenda-files"] {
      for file in strange { try send(path, file) }
      try send(path, type: "application/json")
      try send(path, as: nil)
      try send(path, as: "noor")
      try send(path, query: ["lang": "fr"])
    }
    try send("/agenda-files", MeetingStory.agenda.replacing("Welcome", with: "Hello"))
    try send(
      "/agenda-files", MeetingStory.agenda.replacing("Welcome", with: "Hello"),
      query: ["note": "A / B"])
    for path in ["/meetings/M-1/agenda-file", "/meetings/M-9/agenda-file"] {
      try caller.send(.get, path, as: "farah", query: ["lang": "fr"])
    }
  }

  @Test func `releases are answered as documented`() throws {
    let hub = try TestHub()
    try Story.tell(in: hub.hub)
    let caller = try ContractCaller(hub.api)
    let path = "/action-items/A-2/release"
    let any: Headers = ["If-Match": "*"]
    try caller.send(.post, path, "{}", as: "facilitator")
    for handle in ["facilitator", "staff", nil] {
      for body in ["{}", "{\"reason\": \"By letter.\"}", "{\"reason\": 5}", "[]", "{\"x\": 1}"] {
        try caller.send(.post, path, body, as: handle, headers: any)
      }
    }
    try caller.send(.post, path, "{}", as: "staff", headers: ["If-Match": "\"77\""])
    try caller.send(.post, path, "{}", as: "staff", headers: any, type: "text/csv")
  }
}
