/// One thing that was typed wrongly, as a key of the catalogue and what fills it.
package struct UsageFault: Sendable, Hashable {
  package let key: String
  package let arguments: [String: String]
  /// What was typed for one of `candidates`. Where one of these is near, the key gets `Near` added
  /// and `nearest` is it.
  let word: String?
  let candidates: [String]

  package init(
    _ key: String, _ arguments: [String: String] = [:], near word: String? = nil,
    among candidates: [String] = []
  ) {
    self.key = key
    self.arguments = arguments
    self.word = word
    self.candidates = candidates
  }

  func sentence(in words: any Wording) -> String {
    guard let word, let nearest = words.nearest(to: word, among: candidates) else {
      return words(key, arguments)
    }
    return words(key + "Near", arguments.merging(["nearest": nearest]) { $1 })
  }
}
