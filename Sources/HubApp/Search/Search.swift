package import HubModel

/// Full-text search over everything that the caller may see, in both languages at once.
package enum Search {
  /// A record that was found, and where in it.
  package struct Hit: Sendable {
    package let entry: Directory.Entry
    /// A piece of the text around the words found, in each language; `…` where it was cut.
    package let excerpt: LocalizedText
  }

  /// How many of the newest are asked one by one.
  private static let candidates = 250

  /// The records in which every word stands, the newest first.
  ///
  /// Of the newest in which the words stand each is asked whether the caller may see it. Where
  /// that does not fill the page, the rest is found by the index alone, in which the keys of a
  /// record's audience stand beside its words: so a rare word costs next to nothing, and a common
  /// one costs no more for somebody who may see little.
  ///
  /// - Throws: `Refusal.malformed` when there is nothing to look for.
  package static func find(
    _ text: String, types: [RecordType] = [], before: Int64? = nil, limit: Int = 20,
    in reading: Reading
  ) throws -> (hits: [Hit], next: Int64?) {
    guard let words = SearchWords(text) else {
      throw Refusal.malformed([Fault("nothingToFind", at: "q")])
    }
    let connection = reading.connection
    let match = try SearchIndex.match(words, connection)
    let floor = try SearchIndex.id(ofNewest: candidates, match, below: before, connection)
    var found = try SearchIndex.newest(
      match, of: types, from: floor, below: before, seenBy: reading.caller, limit: limit + 1,
      connection)
    if found.count <= limit, let floor {
      found += try SearchIndex.newest(
        match.seen(by: reading.caller), of: types, from: nil, below: floor, seenBy: nil,
        limit: limit + 1 - found.count, connection)
    }
    let page = found.prefix(limit)
    let excerpt = Excerpt(of: words)
    let hits = page.map { found in
      let (en, fr) = (excerpt.text(in: found.texts.en), excerpt.text(in: found.texts.fr))
      return Hit(entry: found.entry, excerpt: LocalizedText(en: en, fr: fr))
    }
    return (hits, found.count > limit ? page.last?.id : nil)
  }
}
