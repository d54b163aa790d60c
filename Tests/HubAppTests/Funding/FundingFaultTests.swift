import HubHTTP
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// What is refused around the money: each told by its code, at its place, in both languages.
@Suite struct FundingFaultTests {
  /// Decides for the first organization, which funds what is first of its kind.
  static let decider = "specimen-1"
  /// Decides for the second organization, and is of the staff like the first one.
  static let colleague = "specimen-2"

  static func step(_ reference: String, _ state: String) -> Asked {
    .move("/funding-decisions/\(reference)", to: state, as: decider)
  }

  static let sign = Asked.move("/agreements/G-1", to: "signed", as: decider)

  static let requests: [Refused] = [
    Refused(
      "badFiscalYear", at: "/fiscalYears/1",
      .patch("/funding-strategies/S-1", ["fiscalYears": ["2019-2020", "2020-2022"]], as: decider)),
    Refused(
      "declinedHasNoEffect", at: "/to",
      after: [
        step("F-1", "underConsideration"), step("F-1", "declined"), step("F-1", "announced"),
      ],
      step("F-1", "inEffect")),
    Refused(
      "effectNeedsAgreement", at: "/effectiveOn",
      after: [
        .post(
          "/funding-decisions", ["title": ["en": "Visits", "fr": "Visites"], "funder": "O-1"],
          as: decider),
        step("F-3", "underConsideration"), step("F-3", "approved"), step("F-3", "announced"),
      ], step("F-3", "inEffect")),
    Refused(
      "influenceNeedsEvidence", at: "/evidence",
      .patch("/bases/FB-1", ["influence": "cited", "evidence": nil], as: decider)),
    Refused(
      "basisNotCarried", at: "/conclusion",
      .post(
        "/bases", ["fundingDecision": "F-1", "conclusion": "D-1", "influence": "consistent"],
        as: decider)),
    Refused(
      "confirmedByAnother", at: "/confirmedBy",
      .move("/bases/FB-1", to: "confirmed", as: decider)),
    Refused(
      "confirmedBasisStays", at: "/influence",
      after: [.move("/bases/FB-1", to: "confirmed", as: colleague)],
      .patch("/bases/FB-1", ["influence": "consistent"], as: decider)),
    Refused(
      "funderDiffers", at: "/fundingDecision",
      .post(
        "/agreements",
        [
          "title": ["en": "Visits", "fr": "Visites"], "funder": "O-1", "holder": "O-2",
          "fundingDecision": "F-2",
        ], as: decider)),
    Refused(
      "parentOfItself", at: "/parent", .patch("/agreements/G-1", ["parent": "G-1"], as: decider)),
    Refused(
      "endsBeforeStart", at: "/endsOn",
      .patch(
        "/agreements/G-1", ["startsOn": "2019-04-01", "endsOn": "2019-03-31"], as: decider)),
    Refused(
      "termsChangeByAmendment", at: "/amount", after: [sign],
      .patch("/agreements/G-1", ["amount": ["amount": "9.00", "currency": "CAD"]], as: decider)),
    Refused(
      "amendmentOfUnsigned", at: "/agreement",
      .post("/amendments", ["agreement": "G-1", "endsOn": "2020-03-31"], as: decider)),
    Refused(
      "amendmentOfNothing", at: "/endsOn", after: [sign],
      .post("/amendments", ["agreement": "G-1"], as: decider)),
    Refused(
      "reportOfNobody", at: "/organization",
      .post("/activity-reports", ["title": ["en": "Visits", "fr": "Visites"]], as: decider)),
    Refused(
      "tooSmall", at: "/reach", .patch("/activity-reports/AR-1", ["reach": -1], as: decider)),
  ]

  @Test(arguments: requests)
  func `what money may not do is refused`(_ refused: Refused) throws {
    try World().test.expect(refused)
  }
}
