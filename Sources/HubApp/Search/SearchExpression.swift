import HubSQL

/// What FTS5 is asked. Words are quoted, so nothing that is typed can be an operator.
enum SearchExpression {
  /// All the words, the last one as a beginning, in either language; nil without any.
  static func words(_ text: String, _ connection: Connection) throws -> String? {
    let words = text.split { !($0.isLetter || $0.isNumber) }.prefix(12)
    guard let last = words.last else { return nil }
    var terms = words.map { quoted(String($0)) }
    if last.count > 2 {
      let begun = try SearchTerms.beginning(with: last, connection)
      terms[terms.count - 1] = begun.map { "(\(anyOf($0)))" } ?? "\(quoted(String(last)))*"
    }
    return "({en fr} : (\(terms.joined(separator: " AND "))))"
  }

  /// The same, of records that the caller may see.
  static func and(_ words: String, keysOf caller: Caller) -> String {
    caller.isFounder ? words : "\(words) AND (keys : (\(anyOf(caller.keys))))"
  }

  private static func anyOf(_ words: [String]) -> String {
    words.map(quoted).joined(separator: " OR ")
  }

  private static func quoted(_ word: String) -> String { "\"\(word)\"" }
}
