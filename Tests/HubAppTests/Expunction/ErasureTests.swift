import HubModel
import HubText
import Testing

@testable import HubApp

@Suite struct ErasureTests {
  static let cases: [(text: String, within: String, expected: String?)] = [
    ("Li", "Li met Li.", "[expunged] met [expunged]."),
    ("Li", "politics, Lina and Elli", nil),
    ("Li", "Li’s, (Li) and Li-Ann", "[expunged]’s, ([expunged]) and [expunged]-Ann"),
    ("Côté", "mis de côté", nil),
    ("Côté", "M. Co\u{302}te\u{301} est là", "M. [expunged] est là"),
    ("Cote", "Cote\u{301}", nil),
    ("Élise", "Élise, déÉlise", "[expunged], déÉlise"),
    ("a passage\nof two lines", "So: a passage\nof two lines!", "So: [expunged]!"),
    ("604-555-0199", "Call 604-555-0199 or 1604-555-0199", "Call [expunged] or 1604-555-0199"),
    ("…", "one…two", "one[expunged]two"),
    ("aa", "aa aa aaa", "[expunged] [expunged] aaa"),
    ("Maria Lopez", "Maria Lope", nil),
  ]

  @Test(arguments: cases)
  func `a text is found as whole words and as it is typed`(
    _ text: String, _ within: String, _ expected: String?
  ) {
    var erasure = Erasure()
    erasure.add(text, replacement: .expunged)
    #expect(erasure.applied(to: within, in: .en)?.text == expected)
  }

  @Test func `the replacement is in the language of the column`() {
    var erasure = Erasure()
    erasure.add("Maria", replacement: .expunged)
    var action = ActionItem()
    action.title = LocalizedText(en: "Call Maria", fr: "Appeler Maria")
    #expect(erasure.apply(to: &action) == 2)
    #expect(action.title == LocalizedText(en: "Call [expunged]", fr: "Appeler [retiré]"))
  }

  @Test func `the longer of two texts goes first`() {
    var erasure = Erasure()
    erasure.add("Maria", replacement: .always("x"))
    erasure.add("Maria Lopez", replacement: .always("y"))
    #expect(erasure.applied(to: "Maria Lopez and Maria", in: nil)?.text == "y and x")
  }

  @Test func `codes are left alone and addresses are cleared`() {
    var erasure = Erasure()
    erasure.add("Vancouver", replacement: .expunged)
    var network = Network()
    network.timeZone = "America/Vancouver"
    network.name = LocalizedText(en: "Vancouver", fr: "Vancouver")
    var organization = Organization()
    organization.website = "https://vancouver.example/Vancouver"
    #expect(erasure.apply(to: &network) == 2)
    #expect(network.timeZone == "America/Vancouver")
    #expect(erasure.apply(to: &organization) == 1)
    #expect(organization.website == nil)
  }

  @Test func `content says what is no word of a person as before`() throws {
    var erasure = Erasure()
    erasure.add("open", replacement: .expunged)
    let content = try JSON(
      parsing: #"{"reason":"open it","change":{"visibility":"open","title":{"en":"open","fr":""}}}"#
    )
    let found = erasure.applied(toContent: content, of: ActionItem.self, number: 1)
    #expect(found?.places == 2)
    #expect(
      found?.content.text
        == #"{"reason":"[expunged – retiré] it","change":"#
        + #"{"visibility":"open","title":{"en":"[expunged]","fr":""}}}"#)
  }
}
