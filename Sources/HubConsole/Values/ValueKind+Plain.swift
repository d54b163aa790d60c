extension ValueKind {
  /// Nothing: it is there or not.
  package static let flag = ValueKind("metavariable.text", source: nil, isFlag: true) { _ in true }
  package static let text = ValueKind("metavariable.text") { $0.text }
  package static let file = ValueKind("metavariable.file", source: .files) { $0.text }
  package static let directory = ValueKind("metavariable.directory", source: .directories) {
    $0.text
  }
  package static let address = ValueKind("metavariable.address") { $0.text }

  package static func number(_ range: ClosedRange<Int>) -> ValueKind {
    ValueKind("metavariable.number") { question throws(WrongUsage) in
      guard let number = Int(question.text), range.contains(number) else {
        throw WrongUsage(
          range.upperBound == .max ? "usage.numberFrom" : "usage.number",
          [
            "name": question.name, "value": question.text, "least": String(range.lowerBound),
            "most": String(range.upperBound),
          ])
      }
      return number
    }
  }

  /// One of these words.
  package static func choice(_ words: [String]) -> ValueKind {
    ValueKind("metavariable.choice", source: .words(words)) { question throws(WrongUsage) in
      guard !words.contains(question.text) else { return question.text }
      let arguments = [
        "name": question.name, "value": question.text, "choices": words.joined(separator: ", "),
      ]
      throw WrongUsage("usage.choice", arguments, near: question.text, among: words)
    }
  }
}
