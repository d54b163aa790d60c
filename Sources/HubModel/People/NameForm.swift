/// How the name of somebody without an account is written, so that it is read as one name wherever it
/// stands.
public enum NameForm {
  /// What keeps a text from being a name.
  public enum Problem: String, Sendable {
    /// Numbers, or signs that no name has.
    case nameForm = "nameForm"
    case severalNames = "severalNames"
    case bracketNotClosed = "bracketNotClosed"
    /// Where the function ends and the organization begins.
    case functionOrOrganization = "functionOrOrganization"
    /// Alone, and so more likely the handle of an account.
    case unreadableHandle = "unreadableHandle"
    /// What somebody does, or where, with nobody's name.
    case functionNotInBrackets = "functionNotInBrackets"
  }

  private static let signs = Set("@:;=/<>|*#[]{}()&0123456789".unicodeScalars)
  private static let joining = Set(["for", "pour", "and", "et", "or", "ou"].map(Folding.folded))
  private static let quotes: [(Character, Character)] = [
    ("\"", "\""), ("“", "”"), ("«", "»"), ("‘", "’"),
  ]

  /// With one blank between words and none around them.
  public static func plain(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// What two spellings of one name have in common.
  package static func key(_ name: String) -> [UInt8] { Folding.folded(plain(name)) }

  /// Between quotes a name is what stands there, though it looks like something else.
  static func unquoted(_ text: String) -> (name: String, isQuoted: Bool) {
    guard text.count > 2, let first = text.first, let last = text.last,
      quotes.contains(where: { $0 == (first, last) })
    else { return (text, false) }
    return (plain(String(text.dropFirst().dropLast())), true)
  }

  /// What is wrong with a name that is meant as one.
  public static func problem(in name: String) -> Problem? {
    let isNamed = name.contains(where: \.isLetter)
    let isQuoted = quotes.contains { $0.0 == name.first }
    guard isNamed, !isQuoted, !name.unicodeScalars.contains(where: signs.contains) else {
      return .nameForm
    }
    let words = name.split(separator: " ").map { Folding.folded($0) }
    return words.contains(where: joining.contains) ? .severalNames : nil
  }

  /// What a text without anything after it may be rather than a name.
  static func doubt(about name: String) -> Problem? {
    let words = name.split { $0 == " " || $0 == "’" || $0 == "'" }
    if words.contains(where: { ["-", "–", "—", "−"].contains($0) }) {
      return .functionNotInBrackets
    }
    guard words.count > 1 else { return .unreadableHandle }
    return words.contains { functions.contains(Folding.folded($0)) } ? .functionNotInBrackets : nil
  }

  /// How a list has it: between quotes where it would be taken for something else.
  static func written(_ name: String, isAlone: Bool) -> String {
    let text = Escapes.escaped(name)
    return isAlone && doubt(about: name) != nil ? "\"\(text)\"" : text
  }

  /// Words for what people do and where, that stand in few names.
  private static let functions = Set(
    """
    director manager coordinator officer minister ministry department consul consulate mayor \
    president secretary adviser advisor representative commissioner counsel lawyer organizer chair \
    treasurer auditor inspector delegate city union association federation council board agency \
    committee government employer worker directeur directrice gestionnaire coordonnateur \
    coordonnatrice agent agente ministre ministère département consule consulat maire mairesse \
    présidente président secrétaire conseiller conseillère représentant représentante commissaire \
    avocat avocate organisateur organisatrice trésorier trésorière vérificateur vérificatrice \
    inspecteur inspectrice délégué déléguée ville syndicat fédération conseil agence comité \
    gouvernement employeur travailleur travailleuse
    """.split(separator: " ").map { Folding.folded($0) })
}
