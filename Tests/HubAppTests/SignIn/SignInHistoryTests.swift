import HubApp
import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

/// Who was invited by somebody else, or signed out, sees it.
@Suite struct SignInHistoryTests {
  private func acts(_ test: TestHub, as handle: String?) throws -> [String] {
    let answer = try test.send(.get, "/me/sign-in-history", as: handle).json
    return (answer["items"]?.array ?? []).map {
      "\($0["act"]?.string ?? "") \($0["by"]?.string ?? "")"
    }
  }

  @Test func `people see what was done with their credentials, and nobody else's`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    #expect(test.send(.post, "/people/P-2/invitations", as: "admin").status == 201)
    #expect(test.send(.post, "/people/P-2/sign-out", as: "admin").status == 200)
    #expect(try acts(test, as: "staff") == ["endSignIns @admin", "invite @admin"])
    #expect(try acts(test, as: "facilitator") == [])
    #expect(test.send(.get, "/me/sign-in-history").status == 401)
  }
}
