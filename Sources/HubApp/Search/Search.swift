package import HubModel

/// Full-text search over everything that the caller may see, in both languages at once.
package enum Search {
  /// A record that was found, and where in it.
  package struct Hit: Sendable {
    package let entry: Directory.Entry
    /// A piece of the text around the words found, in each language; `…` where it was cut.
    package let excerpt: LocalizedText
  }

  /// The records in which every word stands, the newest first.
  ///
  /// Only what stands in the index beside the caller's own keys is looked at. What others may see
  /// makes a search neither longer nor shorter.
  ///
  /// - Throws: `Refusal.malformed` when there is nothing to look for.
  package static func find(
    _ text: String, types: [RecordType] = [], before: Int64? = nil, limit: Int = 20,
    in reading: Reading
  ) throws -> (hits: [Hit], next: Int64?) {
    guard let words = SearchWords(text) else {
      throw Refusal.malformed([Fault("nothingToFind", at: "q")])
    }
    let match = try SearchIndex.match(words, for: reading.caller, reading.connection)
    let found = try match.map {
      try SearchIndex.newest(
        $0, of: types, below: before, seenBy: reading.caller, limit: limit + 1, reading.connection)
    }
    guard let found else { return ([], nil) }
    let page = found.prefix(limit)
    let excerpt = Excerpt(of: words)
    let hits = page.map { found in
      let (en, fr) = (excerpt.text(in: found.texts.en), excerpt.text(in: found.texts.fr))
      return Hit(entry: found.entry, excerpt: LocalizedText(en: en, fr: fr))
    }
    return (hits, found.count > limit ? page.last?.id : nil)
  }
}
