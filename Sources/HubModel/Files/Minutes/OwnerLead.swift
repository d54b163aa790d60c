/// Who does what an action says, after a word that says so: `Responsible: O-3; Jane Roe (Director,
/// Ministry of Labour)`, « (responsable : @anne, Centre d’aide) ».
struct OwnerLead {
  /// What stands before it.
  var before: ArraySlice<UInt8>
  /// Those who do it, as they were written.
  var owners: ArraySlice<UInt8>
  /// From the word on.
  var whole: ArraySlice<UInt8>
  var start: Int { whole.startIndex }

  static let words = (
    en: ["responsible", "assigned to"],
    fr: ["responsable", "responsables", "confiée à", "confié à"]
  )

  private static let folded = (words.en + words.fr).map { word in
    Folding.folded(word).split(separator: 0x20).map(Array.init)
  }

  /// More words than any owners have: what comes before them is text.
  private static let longest = 80

  /// nil where no such word begins a part of the text: after the end of a sentence, in brackets, with
  /// a capital letter, or before nothing but handles and references.
  static func find(_ text: ArraySlice<UInt8>) -> OwnerLead? {
    // Most lines have no colon and no brackets at the end.
    guard text.contains(0x3A) || text.last == 0x29 else { return nil }
    let last = Tail.lastWords(text, longest)
    for index in last.indices {
      guard let lead = read(last, index, text) else { continue }
      return lead
    }
    return nil
  }

  /// Whether a word begins one, so that a text which has it is written with a backslash.
  static func canBegin(_ word: ArraySlice<UInt8>) -> Bool {
    let bare = bare(word).letters
    return (8...13).contains(bare.count) && folded.contains { $0[0] == bare }
  }

  /// Whether a word with a colon is a slip away from one.
  static func isNear(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.last == 0x3A, word.count <= 16 else { return false }
    let bare = bare(word).letters
    // A backslash is no slip.
    guard (9...13).contains(bare.count), bare.allSatisfy({ $0 >= 0x61 }) else { return false }
    return !folded.contains { $0[0] == bare }
      && folded.contains { $0.count == 1 && Nearest.distance($0[0], bare) <= 2 }
  }

  private static func bare(
    _ word: ArraySlice<UInt8>
  ) -> (letters: [UInt8], isOpen: Bool, hasColon: Bool) {
    var word = word
    let isOpen = word.first == 0x28
    if isOpen { word = word.dropFirst() }
    let hasColon = word.last == 0x3A
    if hasColon { word = Blanks.trimmed(word.dropLast()) }
    return (Folding.folded(word), isOpen, hasColon)
  }

  private static func read(
    _ words: [ArraySlice<UInt8>], _ index: Int, _ text: ArraySlice<UInt8>
  ) -> OwnerLead? {
    let first = bare(words[index])
    guard
      let lead = folded.first(where: { lead in
        guard index + lead.count <= words.count else { return false }
        return lead.indices.allSatisfy { bare(words[index + $0]).letters == lead[$0] }
      })
    else { return nil }
    var next = index + lead.count
    var hasColon = bare(words[next - 1]).hasColon
    if !hasColon, next < words.count, words[next].elementsEqual([0x3A]) {
      hasColon = true
      next += 1
    }
    guard hasColon || first.isOpen else { return nil }
    let end = words[next - 1].endIndex
    var owners = Blanks.trimmed(text[end...])
    if first.isOpen {
      guard owners.last == 0x29 else { return nil }
      owners = Blanks.trimmed(owners.dropLast())
    }
    guard first.isOpen || begins(words, index) || OwnerList(owners).names.isEmpty else {
      return nil
    }
    let start = words[index].startIndex
    return OwnerLead(
      before: Blanks.trimmed(text[..<start]), owners: owners, whole: text[start...])
  }

  private static func begins(_ words: [ArraySlice<UInt8>], _ index: Int) -> Bool {
    if index == 0 || (0x41...0x5A).contains(words[index][words[index].startIndex]) { return true }
    // A dash takes three bytes.
    let dash: [UInt8] = [0xE2, 0x80]
    return words[index - 1].last.map { ".,;:!?)-".utf8.contains($0) } == true
      || words[index - 1].starts(with: dash)
  }
}
