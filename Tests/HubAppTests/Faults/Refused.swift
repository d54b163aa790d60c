import HubHTTP
import HubTestKit
import HubText
import Testing

/// Something that the hub does not do: who asked for what, and the one fault of which they are
/// told.
struct Refused: Sendable, CustomTestStringConvertible {
  let code: String
  let pointer: String
  let status: Int
  /// What was done before, and went through.
  let before: [Asked]
  let asked: Asked

  var testDescription: String { "\(code): \(asked.method.name) \(asked.path)" }

  init(
    _ code: String, at pointer: String = "", status: Int = 422, after before: [Asked] = [],
    _ asked: Asked
  ) {
    (self.code, self.pointer, self.status, self.before, self.asked) =
      (code, pointer, status, before, asked)
  }
}

extension TestHub {
  /// Holds that what is refused is told by its code, at its place and in a whole sentence of each
  /// language, and that nothing is changed by it.
  func expect(_ refused: Refused) throws {
    for step in refused.before {
      let answer = step.answer(self)
      let text = try answer.text
      try #require(answer.status < 300, "\(step.method.name) \(step.path): \(text)")
    }
    let before = try dump()
    var sentences: Set<String> = []
    for language in ["en", "fr"] {
      let answer = refused.asked.answer(self, in: language)
      #expect(answer.status == refused.status)
      let faults = try answer.json["errors"]?.array ?? []
      #expect(faults.map { $0["code"]?.string } == [refused.code])
      #expect(faults.map { $0["pointer"]?.string } == [refused.pointer])
      sentences.formUnion(faults.compactMap { $0["detail"]?.string })
    }
    #expect(sentences.count == 2, "not a sentence for each language: \(sentences)")
    for sentence in sentences { #expect(Sentence.isWhole(sentence), "\(sentence)") }
    #expect(try dump() == before)
  }
}

/// What people read of a fault.
enum Sentence {
  /// No key of the catalogue and no argument stands where a word should.
  static func isWhole(_ text: String) -> Bool {
    let keys = ["fault.", "problem.", "status.", "field.", "wanted.", "role.", "state.", "type."]
    return text.count > 10 && text.contains(" ") && !text.contains("{") && !text.contains("}")
      && !keys.contains { text.contains($0) }
  }
}
