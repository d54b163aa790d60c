import HubHTTP
import HubApp
import HubModel
import HubTestKit
import HubText
import Testing

@Suite struct SampleTests {
  @Test func `the sample network loads through the rules`() throws {
    let test = try TestHub.sample()
    let answer = try test.send(.get, "/recommendations", as: "admin").json
    #expect((answer["items"]?.array?.count ?? 0) > 5)
  }
}
