extension Command {
  /// What the catalogue lacks for this command's help: each as the keys any of which would do.
  /// Empty when its help is complete in both languages.
  package func missingWords(in words: any Wording) -> [String] {
    guard !hidden else { return [] }
    var wanted =
      [[purposeKey], ["command.\(noun)"]] + examples.filter { !$0.key.isEmpty }.map { [$0.key] }
    wanted += purposeNames.values.sorted().map { [$0] }
    wanted += arguments.map { keys("argument", $0.name) }
    wanted += options.filter { !$0.hidden }.map { keys("option", $0.name) }
    return wanted.filter { !$0.contains(where: words.has) }.map { $0.joined(separator: " | ") }
  }
}
