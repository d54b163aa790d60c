import HubHTTP
import HubTestKit
import HubText
import HubWords
import Testing

@testable import HubApp
@testable import HubModel

/// More than two hundred faulty files of both formats: what is wrong in each is told at its line, in a
/// whole sentence of both languages, before and at saving, and nothing is changed.
@Suite struct FaultyFilesTests {
  /// A slip: what stands in the whole file, what somebody wrote instead, and the fault that tells it.
  struct Slip: Sendable, CustomTestStringConvertible {
    let from: String
    let to: String
    let code: String
    /// How far above its own line it may be told: at the passage that the other language lacks.
    var above = 0
    var testDescription: String { "\(code): \(to.prefix(40))" }

    init(_ from: String, _ to: String, _ code: String, above: Int = 0) {
      (self.from, self.to, self.code, self.above) = (from, to, code, above)
    }
  }

  /// How the same slip comes: from an editor, from Windows, with a mark of byte order, from Word.
  enum Form: String, CaseIterable, Sendable {
    case plain, windows, marked, word

    func text(_ text: String) -> String {
      switch self {
      case .plain: text
      case .windows: text.replacing("\n", with: "\r\n")
      case .marked: "\u{FEFF}" + text
      case .word: text.replacing("\u{A0}", with: " ").replacing(" \n", with: "\u{A0}\n")
      }
    }
  }

  static let agendas: [Slip] = [
    Slip("- Purpose: information", "- Purpose: informatoin", "unknownWordNear"),
    Slip("- Purpose: information", "- Purpose: nothing", "unknownWord"),
    Slip("- Purpose: information", "- Porpose: information", "unknownKeywordNear"),
    Slip("- Purpose: information", "Purpose: information", "keywordNotMarked"),
    Slip("- Purpose: information", "- Body: B-1", "misplacedKeyword"),
    Slip("- Time: 10 min", "- Time: soon", "unreadableDuration"),
    Slip("- Time: 10 min", "- Time: 10 min\n- Time: 12 min", "duplicateKeyword"),
    Slip("- Presenter: @chantal", "- Presenter: Chantal", "unreadableHandle"),
    Slip("- Presenter: @chantal", "- Presenter: @chantall", "unknownHandleNear"),
    Slip("- Presenter: @chantal", "- Presenter: @chantal, @chantal", "duplicatePerson"),
    Slip("- Presenter: @chantal", "- Presenter: @chantal, Jane Roe (Director", "bracketNotClosed"),
    Slip("- Presenter: @chantal", "- Presenter: Jane Roe and Luis Vega", "severalNames"),
    Slip("- Presenter: @chantal", "- Presenter: Executive Director", "functionNotInBrackets"),
    Slip("- Presenter: @chantal", "- Presenter: @chantal (remote)", "unreadableAttendance"),
    Slip("- Presenter: @chantal", "- Papers: the report", "unreadableReference"),
    Slip("- Presenter: @chantal", "- Papers: R-999", "unknownReference"),
    Slip("- Presenter: @chantal", "- Visibility: privat", "unknownWordNear"),
    Slip("- Presenter: @chantal", "- Carried from: M-1", "wrongReference"),
    Slip("## 1. Welcome / Mot de bienvenue", "## 7. Welcome / Mot de bienvenue", "itemOutOfOrder"),
    Slip("## 1. Welcome / Mot de bienvenue", "## 1.", "missingItemTitle"),
    Slip("## 1. Welcome / Mot de bienvenue", "## 1. Welcome", "notInFrench"),
    Slip("## 1. Welcome / Mot de bienvenue", "## 1. A / B / C", "ambiguousSlash"),
    Slip(
      "## 1. Welcome / Mot de bienvenue", "# Welcome\n\n## 1. Welcome / Mot de bienvenue",
      "secondTitle"),
    Slip("- Place: Surrey / Surrey", "- Place: Surrey", "notInFrench"),
    Slip("- Place: Surrey / Surrey", "- Link: my house", "unreadableLink"),
    Slip("- Place: Surrey / Surrey", "- Mode: on the moon", "unknownWord"),
    Slip("- Place: Surrey / Surrey", "- Languages: english please", "unreadableLanguage"),
    Slip("- Place: Surrey / Surrey", "Surrey, in the town hall", "strayText"),
    Slip("- Place: Surrey / Surrey", "- Meeting: M-77", "unknownReference"),
    Slip("- Place: Surrey / Surrey", "- Revision: yesterday", "unreadableRevision"),
  ]

  static let minutes: [Slip] = [
    Slip("- Meeting: M-1", "- Meeting: the plenary", "wrongReference"),
    Slip("- Meeting: M-1", "- Meeting: M-77", "unknownReference"),
    Slip("- Excused: @maria", "- Excused: @maria, @maria", "duplicatePerson"),
    Slip("- Excused: @maria", "- Excused: Maria", "unreadableHandle"),
    Slip("- Excused: @maria", "- Excused: @marai", "unknownHandleNear"),
    Slip("- Workers: 12 (Fraser Valley)", "- Workers: many", "unreadableHeadcount"),
    Slip("- Workers: 12 (Fraser Valley)", "- Corrections until: soon", "unreadableDate"),
    Slip("- Workers: 12 (Fraser Valley)", "- Called to order: soon", "unreadableHour"),
    Slip(
      "- Workers: 12 (Fraser Valley)", "- Called to order: 21:05\n- Adjourned: 20:00",
      "adjournedBeforeCalled"),
    Slip("- Workers: 12 (Fraser Valley)", "- Adjourned: 1:10", "hourFarFromMeeting"),
    Slip("- Workers: 12 (Fraser Valley)", "- Adjournd: 11:10", "unknownKeywordNear"),
    Slip("- Workers: 12 (Fraser Valley)", "- Next meeting: when we can", "unreadableNextMeeting"),
    Slip("- Workers: 12 (Fraser Valley)", "- Next meeting: 2019-05-14", "nextMeetingNotLater"),
    Slip("@sam (remote)", "@sam (arrived 10:20, left 10:00)", "leftBeforeArriving"),
    Slip("@sam (remote)", "@sam (left)", "presenceWithoutHour"),
    Slip("@sam (remote)", "@sam (left 10:00, left 10:30)", "presenceTwice"),
    Slip("@sam (remote)", "@sam (left early)", "unreadableHour"),
    Slip("@sam (remote)", "@sam (arived 9:20)", "unknownWord"),
    Slip("@sam (remote)", "@sam (arrived 1:20)", "hourFarFromMeeting"),
    Slip(
      "- Workers: 12 (Fraser Valley)", "- Called to order: 9:05\n- Present: @olga (left 9:00)",
      "leftBeforeStart"),
    Slip(
      "- Workers: 12 (Fraser Valley)", "- Adjourned: 10:05\n- Present: @olga (arrived 10:15)",
      "arrivedAfterEnd"),
    Slip("- Workers: 12 (Fraser Valley)", "- Workers: 12 (Fraser Valley", "bracketNotClosed"),
    Slip("- Workers: 12 (Fraser Valley)", "- Workers: 10 to 12", "unknownWord"),
    Slip("- Workers: 12 (Fraser Valley)", "- Workers: Jane Roe", "unreadableHeadcount"),
    Slip("- Workers: 12 (Fraser Valley)", "- Guests: Jane Roe (Director", "bracketNotClosed"),
    Slip("- Workers: 12 (Fraser Valley)", "- Guests: (Director)", "nameForm"),
    Slip("- Workers: 12 (Fraser Valley)", "- Guests: 12 (Fraser Valley)", "nameForm"),
    Slip("- Workers: 12 (Fraser Valley)", "- Guests: Jane", "unreadableHandle"),
    Slip("- Workers: 12 (Fraser Valley)", "- Guests: Jane Roe and Luis Vega", "severalNames"),
    Slip(
      "- Workers: 12 (Fraser Valley)", "- Guests: Jane Roe, Executive Director",
      "functionNotInBrackets"),
    Slip(
      "- Workers: 12 (Fraser Valley)", "- Guests: Jane Roe (Director, Labour, Ministry)",
      "functionOrOrganization"),
    Slip(
      "- Excused: @maria", "- Excused: Jane Roe (Consul)\n- Absent: Jane Roe (Consul)",
      "duplicatePerson"),
    Slip("- Status: deferred", "- Recused: @maria", "recusedNotThere"),
    Slip("- Status: deferred", "- Recused: @sam, @sam", "duplicatePerson"),
    Slip("- Status: deferred", "- Recused: Maria", "unreadableHandle"),
    Slip("- Status: deferred", "- Quorum lost: perhaps", "unreadableHour"),
    Slip("- Status: deferred", "- Quorum lost: 3:40", "hourFarFromMeeting"),
    Slip("- Status: deferred", "- Status: defered", "unknownWordNear"),
    Slip("- Status: deferred", "- Statis: deferred", "unknownKeywordNear"),
    Slip(
      "## 2. A complaint / Une plainte", "## 2. Another thing / Autre chose", "itemTitleDiffers"),
    Slip("## 2. A complaint / Une plainte", "## 9. A complaint / Une plainte", "unknownItemNumber"),
    Slip("## 2. A complaint / Une plainte", "## A complant", "unknownItemTitleNear"),
    Slip("- Decision: Adopt R-1.", "- Desision: Adopt R-1.", "unknownOutcomeNear"),
    Slip("- Decision: Adopt R-1.", "Decision: Adopt R-1.", "outcomeNotMarked"),
    Slip(
      "- Decision: Adopt R-1. / Adopter R-1. (consensus)", "- Motion: Adopt R-1. / Adopter R-1.",
      "motionWithoutDisposition"),
    Slip("(consensus)", "(concensus)", "unknownDispositionNear"),
    Slip("(consensus)", "(vote: some)", "unreadableVote"),
    Slip("(consensus)", "(carried; vote: 2-5)", "carriedAgainstVotes"),
    Slip("(consensus)", "(carried; items: 99)", "unknownItemNumber"),
    Slip("(consensus)", "(carried; moved by @nobodyhere)", "unknownHandle"),
    Slip("@farah by Friday", "@farah, @farah by Friday", "duplicatePerson"),
    Slip("@farah by Friday", "@farah and @smm by Friday", "unknownHandleNear"),
    Slip("@farah by Friday", "@farah, @nobodyhere by Friday", "unknownHandle"),
    Slip("@farah by Friday", "(@farah, @sam) by Friday", "ownerNotRead"),
    Slip("@farah by Friday", "@farah/@sam by Friday", "ownerNotRead"),
    Slip("@farah by Friday", "Responsible: by Friday", "ownerNotRead"),
    Slip("@farah by Friday", "Responsible: O-99 by Friday", "unknownReference"),
    Slip("@farah by Friday", "Responsible: B-1 by Friday", "wrongReference"),
    Slip("@farah by Friday", "Responsible: O-1, O-2 by Friday", "oneOrganization"),
    Slip("@farah by Friday", "Responsible: @farah, @farah", "duplicatePerson"),
    Slip("@farah by Friday", "Responsible: @fara by Friday", "unknownHandleNear"),
    Slip("@farah by Friday", "Responsible: Jane Roe (Director by Friday", "unclosedParticipant"),
    Slip("@farah by Friday", "Responsable : Roe, Jane", "participantNotRead"),
    Slip("@farah by Friday", "Responsible: Jane Roe; John Doe", "severalParticipants"),
    Slip("@farah by Friday", "Responsible: Jane Roe and John Doe", "severalParticipants"),
    Slip("@farah by Friday", "Responsible: Jane Roe by someday", "unreadableDate"),
    Slip("@farah by Friday", "Responsible: Farah by Friday", "participantHasAccount"),
    Slip("@farah by Friday", "Responsible: Exemple Ministry by Friday", "likeOrganization"),
    Slip("@farah by Friday", "Reponsible: O-1 by Friday", "ownerNotRead"),
    Slip("R-1. @farah by Friday", "R-1 à @farah et @sam d’ici vendredi", "ownerNotRead"),
    Slip("@farah by Friday", "@farah by someday", "unreadableDate"),
    Slip("@farah by Friday", "@farah by 2019-01-01", "dueBeforeMeeting"),
    Slip(
      "- Action: Send R-1. / Transmettre R-1. @farah by Friday", "- A-99: done", "unknownReference"),
    Slip("to O-1 (funding)", "to Ministry of Labour (funding)", "addresseeNotRead"),
    Slip("to O-1 (funding)", "to O-99 (funding)", "unknownReference"),
    Slip("||Somebody came late.||", "||Somebody came late.", "unclosedRedaction"),
    Slip(
      "||Quelqu’un est arrivé en retard.||", "Quelqu’un est arrivé en retard.",
      "passageInOneLanguage", above: 4),
  ]

  @Test(arguments: agendas, Form.allCases)
  func `a faulty agenda is told at its line, and changes nothing`(slip: Slip, form: Form) throws {
    try expect(slip, form, in: MeetingStory.agenda, "/agenda-files", as: "farah", MeetingStory())
  }

  @Test(arguments: minutes, Form.allCases)
  func `faulty minutes are told at their line, and change nothing`(slip: Slip, form: Form) throws {
    try expect(
      slip, form, in: MinutesStoryTests.minutes, "/minutes-files", as: "sam",
      MinutesStoryTests.told())
  }

  private func expect(
    _ slip: Slip, _ form: Form, in whole: String, _ path: String, as handle: String,
    _ story: MeetingStory
  ) throws {
    #expect(whole.contains(slip.from))
    let range = try #require(whole.firstRange(of: slip.from))
    let text = whole[..<range.lowerBound] + slip.to + whole[range.upperBound...]
    // The line on which the slip begins.
    let place = whole[..<range.lowerBound].count { $0 == "\n" } + 1
    let before = try story.test.dump()
    for language in ["en", "fr"] {
      let file = form.text(String(text))
      let checked = try story.test.sendFile(path + "/check", file, as: handle, language: language)
        .json
      let faults = checked["faults"]?.array ?? []
      let fault = faults.first { $0["code"]?.string == slip.code }
      let codes = faults.compactMap { $0["code"]?.string }
      #expect(fault != nil, "\(codes)")
      let lines = slip.to.count { $0 == "\n" }
      let line = fault?["line"]?.integer ?? 0
      #expect(
        (Int64(place - slip.above)...Int64(place + lines + 2)).contains(line) || line == 1,
        "line \(line), not \(place)")
      let sentence = fault?["detail"]?.string ?? ""
      #expect(sentence.hasSuffix(".") || sentence.contains(":") || sentence.contains("?"))
      let sent = story.test.sendFile(path, file, as: handle, language: language)
      #expect(sent.status == 422)
    }
    #expect(try story.test.dump() == before)
  }
}
