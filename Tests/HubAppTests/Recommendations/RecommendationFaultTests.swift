import HubHTTP
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// What is refused of recommendations, and of what else a meeting concludes.
@Suite struct RecommendationFaultTests {
  static let staff = "specimen-1"
  static let release = Asked.post(
    "/decisions/D-1/release", ["reason": "Agreed in writing."], as: staff, ["If-Match": "*"])

  static let requests: [Refused] = [
    Refused(
      "recommendationFromNowhere", at: "/item",
      .post(
        "/recommendations", ["title": ["en": "Pay", "fr": "Payer"], "source": "meeting"],
        as: staff)),
    Refused(
      "successorOfItself", at: "/successors",
      .patch("/recommendations/R-1", ["successors": ["R-2", "R-1"]], as: staff)),
    Refused(
      "adoptedWordingStays", at: "/text",
      .patch("/recommendations/R-1", ["kind": "policy"], as: staff)),
    Refused("notProvisional", status: 409, after: [release], release),
  ]

  @Test(arguments: requests)
  func `what cannot become of it is refused`(_ refused: Refused) throws {
    try World().test.expect(refused)
  }
}
