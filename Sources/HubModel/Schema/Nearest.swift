/// Finds the word that somebody probably meant.
public enum Nearest {
  /// The closest of the candidates, or nil when none is close: one slip in a word of up to four
  /// letters, two in a longer one. Case and accents do not count; of two that are equally close,
  /// the first is taken.
  public static func word(to word: some StringProtocol, among candidates: [String]) -> String? {
    let wanted = Folding.folded(word)
    guard !wanted.isEmpty, wanted.count <= 40 else { return nil }
    let most = wanted.count <= 2 ? 0 : wanted.count <= 4 ? 1 : 2
    var best: (distance: Int, word: String)?
    for candidate in candidates {
      let folded = Folding.folded(candidate)
      guard abs(folded.count - wanted.count) <= most else { continue }
      let distance = distance(wanted, folded)
      if distance <= most, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.word
  }

  /// How many letters were left out, added, mistaken or swapped with their neighbour (optimal
  /// string alignment).
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var before: [Int] = []
    var last = Array(0...b.count)
    var row = last
    for i in 1...a.count {
      row[0] = i
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], before[j - 2] + 1)
        }
      }
      (before, last, row) = (last, row, last)
    }
    return last[b.count]
  }
}
