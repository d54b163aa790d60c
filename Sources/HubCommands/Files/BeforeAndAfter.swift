import HubConsole
import HubModel
import HubText
import HubWords

/// What a text said and says now, line by line: `− before`, `+ after`. What stayed is left out.
enum BeforeAndAfter {
  /// More lines than anybody reads at a time are counted instead.
  private static let mostLines = 40

  /// Of an object with `before` and `after`, each a text, one in two languages, or null.
  static func tell(_ change: JSON, in call: Invocation) {
    guard let before = change["before"], let after = change["after"] else { return }
    guard before["en"] != nil || after["en"] != nil || before["fr"] != nil || after["fr"] != nil
    else { return tell(before.string ?? "", after.string ?? "", in: call) }
    for language in Language.allCases {
      tell(
        before[language.rawValue]?.string ?? "", after[language.rawValue]?.string ?? "", in: call)
    }
  }

  static func tell(_ before: String, _ after: String, in call: Invocation) {
    guard before != after else { return }
    let (old, new) = (lines(before), lines(after))
    var told: [String] = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(_, let line, _): told.append("    − " + line)
      case .insert(_, let line, _): told.append("    + " + line)
      }
    }
    for line in told.prefix(mostLines) { call.say(line) }
    guard told.count > mostLines else { return }
    call.say("    " + call.words("diff.tooLong", ["count": String(told.count - mostLines)]))
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
  }
}
