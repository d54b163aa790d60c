import HubApp
import HubHTTP
import HubTestKit
import HubText
import Testing

/// A body approves minutes in the language in which they were written; the other one is added, and
/// the minutes say so.
@Suite struct LateTranslationTests {
  /// Approved minutes of which the notes of one item and one action are in English only.
  private func approved() throws -> TestHub {
    let test = try MinutesStoryTests.told().test
    let file = MinutesStoryTests.minutes
      .replacing("### Français\n\nPersonne ne s’oppose.\n", with: "")
      .replacing("Send R-1. / Transmettre R-1.", with: "Send R-1.")
    #expect(test.sendFile("/minutes-files", file, as: "sam").status < 300)
    for state in ["corrections", "approved"] { #expect(move(test, state).status == 200) }
    return test
  }

  private func move(_ test: TestHub, _ state: String) -> Response {
    test.send(
      .post, "/minutes/MM-1/transitions", ["to": .string(state), "reason": "as agreed"],
      as: "farah")
  }

  private func codes(_ answer: Response) throws -> Set<String> {
    Set((try answer.json["errors"]?.array ?? []).compactMap { $0["code"]?.string })
  }

  private func file(_ test: TestHub) throws -> String {
    try test.send(.get, "/meetings/M-1/minutes-file", as: "sam").text
  }

  @Test func `a language that is missing is added record by record, and the minutes say so`() throws
  {
    let test = try approved()
    #expect(try codes(move(test, "published")) == ["missingTranslation"])
    let french: JSON = ["title": ["fr": "Transmettre R-1."]]
    #expect(test.send(.patch, "/action-items/A-1", french, as: "farah").status == 200)
    // What the body approved stays, in the language that was there and in the one that was added.
    for other in [["en": "Send R-1 soon."], ["fr": "Transmettre R-1 bientôt."]] as [JSON] {
      let answer = test.send(.patch, "/action-items/A-1", ["title": other], as: "farah")
      #expect(try codes(answer) == ["minutesLocked"])
    }
    let both: JSON = ["title": ["fr": "Transmettre."], "details": ["en": "x", "fr": "y"]]
    #expect(
      try codes(test.send(.patch, "/action-items/A-1", both, as: "farah")) == ["minutesLocked"])
    #expect(try test.send(.get, "/minutes/MM-1", as: "farah").json["translatedLater"] == ["fr"])
  }

  @Test func `a file adds what is missing, and changes nothing else`() throws {
    let test = try approved()
    let before = try file(test)
    let translated = before.replacing(
      "Nobody objects.\n", with: "Nobody objects.\n\n### Français\n\nPersonne ne s’oppose.\n"
    ).replacing("Action A-1: Send R-1.", with: "Action A-1: Send R-1. / Transmettre R-1.")
    #expect(translated != before)
    let slips: [(String, String)] = [
      ("Nobody objects.", "Somebody objects."), ("- Excused: @maria", "- Absent: @maria"),
      ("- Status: deferred", "- Status: not reached"), ("(consensus)", "(unanimous)"),
      ("- Information: We meet again in June.", "- Information: We meet again in July."),
    ]
    for (from, to) in slips {
      let changed = translated.replacing(from, with: to)
      #expect(changed != translated, "\(from)")
      let state = try test.dump()
      let answer = test.sendFileAsItIs("/minutes-files", changed, as: "sam")
      #expect(try codes(answer).isSubset(of: ["minutesLocked", "minutesFrozen"]), "\(from)")
      #expect(answer.status == 409 || answer.status == 422, "\(from)")
      #expect(try test.dump() == state, "\(from)")
    }
    #expect(test.sendFileAsItIs("/minutes-files", translated, as: "sam").status == 200)
    #expect(move(test, "published").status == 200)
    let minutes = try test.send(.get, "/minutes/MM-1", as: "noor").json
    #expect(minutes["translatedLater"] == ["fr"])
    let page = try test.send(
      .get, "/exports/minutes", as: "noor", query: ["meeting": "M-1", "format": "markdown"]
    ).text
    #expect(page.contains("Some of the French text was added after these minutes were approved."))
    // What is out changes by an erratum only, which does not say that a translation was added.
    let again = translated.replacing("Personne ne s’oppose.", with: "Nul ne s’oppose.")
    #expect(try codes(test.sendFile("/minutes-files", again, as: "sam")) == ["minutesLocked"])
  }
}
