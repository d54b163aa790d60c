/// Choosing the form of an answer by `Accept` (RFC 9110, section 12.5.1).
package struct Accept: Sendable {
  /// A form, or several at once, and how much it is liked.
  private struct Range {
    /// `*` is any.
    let type: Substring
    let subtype: Substring
    /// In thousandths; 0 is a refusal.
    let quality: Int

    /// How closely it names a form; nil where it does not.
    func closeness(to type: Substring, _ subtype: Substring) -> Int? {
      if self.type == "*" { return 0 }
      guard self.type == type else { return nil }
      if self.subtype == "*" { return 1 }
      return self.subtype == subtype ? 2 : nil
    }
  }

  private let ranges: [Range]

  /// Reads a field's value; nil where nothing in it names a form: then the caller has not said what
  /// they take.
  ///
  /// Parameters of a form other than its quality are not looked at: no form here has a second one.
  package init?(parsing value: String) {
    ranges = Self.parts(value[...], at: ",").compactMap(Self.range)
    if ranges.isEmpty { return nil }
  }

  /// How much a form is liked, in thousandths: as the range says that names it most closely.
  /// - Parameter form: `type/subtype`, with parameters or without, in small letters.
  package func quality(of form: String) -> Int {
    let halves = form.prefix { $0 != ";" }.split(separator: "/", maxSplits: 1)
    guard halves.count == 2 else { return 0 }
    var best: (closeness: Int, quality: Int)?
    for range in ranges {
      guard let closeness = range.closeness(to: halves[0], halves[1]) else { continue }
      if closeness > best?.closeness ?? -1 { best = (closeness, range.quality) }
    }
    return best?.quality ?? 0
  }

  /// The form that is liked most, of those that there are; nil where none is taken. Of two that are
  /// liked the same the first one is.
  package func choose(from forms: [String]) -> String? {
    var best: (form: String, quality: Int)?
    for form in forms {
      let quality = quality(of: form)
      if quality > best?.quality ?? 0 { best = (form, quality) }
    }
    return best?.form
  }

  /// The parts between separators; one in quotes is part of a parameter.
  private static func parts(_ value: Substring, at separator: Character) -> [Substring] {
    var quoted = false
    return value.split { character in
      if character == "\"" { quoted.toggle() }
      return character == separator && !quoted
    }
  }

  private static func range(_ element: Substring) -> Range? {
    let pieces = parts(element, at: ";")
    let name = (pieces.first ?? "").trimmedSpace.lowercased()
    let halves = name.split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count == 2, halves.allSatisfy({ !$0.isEmpty && !$0.contains(" ") }),
      halves[0] != "*" || halves[1] == "*"
    else { return nil }
    var quality = 1000
    for piece in pieces.dropFirst() {
      let weight = piece.trimmedSpace
      guard weight.hasPrefix("q=") || weight.hasPrefix("Q=") else { continue }
      guard let found = WeightedName.thousandths(Array(weight.utf8.dropFirst(2))[...]) else {
        return nil
      }
      quality = found
    }
    return Range(type: halves[0], subtype: halves[1], quality: quality)
  }
}

extension Request {
  /// The forms in which the caller takes an answer; nil where they do not say.
  package var accept: Accept? { headers.joined("Accept").flatMap { Accept(parsing: $0) } }
}
