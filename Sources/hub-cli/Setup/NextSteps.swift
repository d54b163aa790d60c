import HubWords

/// What somebody does after `hub init`, as lines to type.
struct NextSteps {
  let file: String
  let handle: String
  let isSample: Bool

  func lines(_ words: Words) -> [String] {
    // Said once, and no command needs it any more.
    let settings = ["HUB_DATABASE=\(quoted(file))", "HUB_AS=@\(isSample ? "facilitator" : handle)"]
    let begin = "export " + settings.joined(separator: " ")
    guard !isSample else { return [begin, "hub", "hub recommendation list", "hub body list"] }
    let body = words("init.bodyName")
    let person = "hub person add --handle @rosa --name \"Rosa Exemplar\""
    return [
      begin, person,
      "hub body add --kind plenary --name-en \"Plenary\" --name-fr \"Plénière\"",
      "hub membership add --body \"\(body)\" --person @rosa --role facilitator --starts \(words("init.today"))",
      "hub agenda new \"\(body)\" --date \(words("init.day")) --out \(words("init.file"))",
      words("init.write", ["file": words("init.file")]),
      "hub agenda publish \(words("init.file")) --write",
    ]
  }

  /// As a shell reads it as one word.
  private func quoted(_ text: String) -> String {
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "/._-".contains($0) }
    return isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
