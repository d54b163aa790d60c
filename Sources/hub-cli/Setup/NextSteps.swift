import HubModel
import HubWords

/// What somebody does after `hub init`, as lines to type.
struct NextSteps {
  let file: String
  let handle: String
  let isSample: Bool
  /// The languages in which the network keeps its texts.
  let languages: [Language]

  func lines(_ words: Words) -> [String] {
    // Said once, and no command needs it any more.
    let settings = ["HUB_DATABASE=\(quoted(file))", "HUB_AS=@\(isSample ? "facilitator" : handle)"]
    let begin = "export " + settings.joined(separator: " ")
    guard !isSample else { return [begin, "hub", "hub recommendation list", "hub body list"] }
    let names = languages.map { ($0, Words($0)("init.bodyName")) }
    let body = languages.contains(words.language) ? words("init.bodyName") : names.first?.1 ?? ""
    let options =
      names.count == 1
      ? "--name \"\(body)\""
      : names.map { "--name-\($0.rawValue) \"\($1)\"" }.joined(separator: " ")
    // Somebody else than who is there already.
    let (person, name) = handle == "rosa" ? ("sam", "Sam Exemplar") : ("rosa", "Rosa Exemplar")
    return [
      begin, "hub person add --handle @\(person) --name \"\(name)\"",
      "hub body add --kind plenary \(options)",
      "hub membership add --body \"\(body)\" --person @\(person) --role facilitator "
        + "--starts \(words("init.today"))",
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
