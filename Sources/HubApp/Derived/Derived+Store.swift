import HubModel
import HubSQL

extension Derived {
  /// Keeps what has changed of it beside a record whose row was written; all of it for a new one.
  ///
  /// - Parameters:
  ///   - audience: the id of its audience.
  ///   - former: what is kept now.
  /// - Returns: the id of the record's line in the directory.
  func put(
    beside reference: Reference, audience: Int64, former: Derived?, in writing: Writing
  ) throws -> Int64 {
    guard let former else {
      let entry = try Directory.add(line, of: reference, audience: audience, writing)
      try Links.add(links, of: entry, writing)
      try SearchIndex.add(texts, keys: keys, as: entry, writing.connection)
      return entry
    }
    let entry = try Directory.update(line, of: reference, audience: audience, writing)
    if links != former.links { try Links.replace(by: links, of: entry, writing) }
    if texts != former.texts || self.audience != former.audience {
      try SearchIndex.replace(by: texts, keys: keys, as: entry, writing.connection)
    }
    if self.audience != former.audience {
      try Departures.put(entry, left: former.audience, at: writing.moment(), writing.connection)
    }
    return entry
  }

  /// The keys of its audience as they are kept.
  var keys: String { audience.joined(separator: " ") }
}
