package import HubModel

/// Full-text search over everything that the caller may see, in both languages at once.
package enum Search {
  /// A record that was found, and where in it.
  package struct Hit: Sendable {
    package let entry: Directory.Entry
    /// A piece of the text around the words found, in each language; `…` where it was cut.
    package let excerpt: LocalizedText
  }

  /// What a search is narrowed to, and in which order it answers.
  package struct Question: Sendable {
    package let text: String
    package var types: [RecordType] = []
    package var states: [String] = []
    package var kinds: [String] = []
    package var themes: [String] = []
    /// Changed at this moment or later.
    package var since: Moment?
    /// Those made first come first.
    package var oldestFirst = false
    /// Where the page before ended.
    package var after: Int64?
    package var limit = 20

    package init(_ text: String) { self.text = text }
  }

  /// The records in which every word stands, the newest first; before them the one that is named,
  /// where a reference is all that was asked for.
  ///
  /// Only what stands in the index beside the caller's own keys is looked at. What others may see
  /// makes a search neither longer nor shorter.
  ///
  /// - Throws: `Refusal.malformed` when there is nothing to look for.
  package static func find(
    _ question: Question, in reading: Reading
  ) throws -> (hits: [Hit], next: Int64?) {
    guard let words = SearchWords(question.text) else {
      throw Refusal.malformed([Fault("nothingToFind", at: "q")])
    }
    let narrowing = try SearchNarrowing.conditions(of: question, in: reading)
    // As it is written, with its dash: `p3` is a word like others.
    let name = question.text.contains("-") ? Reference(question.text) : nil
    var found: [SearchIndex.Found] = []
    if let name, question.after == nil {
      found = try SearchIndex.named(name, narrowing, seenBy: reading.caller, reading.connection)
    }
    let room = question.limit - found.count
    let others = try SearchIndex.match(words, for: reading.caller, reading.connection).map {
      try SearchIndex.inOrder(
        $0, narrowing + (name.map { [SearchIndex.isNot($0)] } ?? []), question, reading.caller,
        limit: room + 1, reading.connection)
    }
    let page = found + (others ?? []).prefix(room)
    let excerpt = Excerpt(of: words)
    let hits = page.map { found in
      let (en, fr) = (excerpt.text(in: found.texts.en), excerpt.text(in: found.texts.fr))
      return Hit(entry: found.entry, excerpt: LocalizedText(en: en, fr: fr))
    }
    guard let others, others.count > room else { return (hits, nil) }
    // Where the named one fills the page by itself, the next begins with the first of the others.
    let beginning = question.oldestFirst ? 0 : Int64.max
    return (hits, room == 0 ? beginning : page.last?.id)
  }

  /// Without anything to narrow it.
  package static func find(
    _ text: String, types: [RecordType] = [], before: Int64? = nil, limit: Int = 20,
    in reading: Reading
  ) throws -> (hits: [Hit], next: Int64?) {
    var question = Question(text)
    (question.types, question.after, question.limit) = (types, before, limit)
    return try find(question, in: reading)
  }
}
