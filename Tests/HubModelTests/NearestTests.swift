import HubModel
import Testing

@Suite("Suggestions for words that are nearly right")
struct NearestTests {
  static let words = ["agenda", "meeting", "minutes", "action", "réunion", "But"]

  @Test(
    "A slip or two is forgiven, by the length of the word",
    arguments: [
      ("agneda", "agenda"), ("meting", "meeting"), ("MINUTES", "minutes"), ("actoins", "action"),
      ("reunoin", "réunion"), ("bt", nil), ("buy", "But"), ("zebra", nil), ("", nil),
      ("meetingsss", nil),
    ])
  func word(typed: String, nearest: String?) {
    #expect(Nearest.word(to: typed, among: Self.words) == nearest)
  }
}
