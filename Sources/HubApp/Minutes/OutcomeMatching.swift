import HubModel

/// Finds for every outcome of a file the one that the hub has already: by its reference, else by
/// the same text, else by a text that was only corrected.
enum OutcomeMatching {
  /// For each outcome, its place among those of the records; nil for a new one.
  static func places(
    of outcomes: [MinutesDocument.Outcome], in former: [MinutesDocument.Outcome]
  ) -> [Int?] {
    var places = [Int?](repeating: nil, count: outcomes.count)
    var taken: Set<Int> = []
    func match(
      _ likeness: (MinutesDocument.Outcome, MinutesDocument.Outcome) -> Double
    ) {
      for index in outcomes.indices where places[index] == nil {
        var best: (likeness: Double, place: Int)?
        for place in former.indices where !taken.contains(place) {
          guard former[place].kind == outcomes[index].kind else { continue }
          let likeness = likeness(outcomes[index], former[place])
          if likeness > best?.likeness ?? 0 { best = (likeness, place) }
        }
        guard let best else { continue }
        places[index] = best.place
        taken.insert(best.place)
      }
    }
    match { $0.reference != nil && $0.reference == $1.reference ? 1 : 0 }
    match { $0.reference == nil && $0.text == $1.text ? 1 : 0 }
    match { $0.reference == nil ? likeness($0.text, $1.text) : 0 }
    return places
  }

  /// The share of words that two texts have in common, in the language in which they are more
  /// alike; 0 for less than half.
  static func likeness(_ a: LocalizedText, _ b: LocalizedText) -> Double {
    let most =
      Language.allCases.map { language -> Double in
        let (a, b) = (words(a[language]), words(b[language]))
        let all = a.union(b).count
        return all == 0 ? 0 : Double(a.intersection(b).count) / Double(all)
      }.max() ?? 0
    return most < 0.5 ? 0 : most
  }

  private static func words(_ text: String) -> Set<Substring> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { $0[...] })
  }
}
