import HubText

/// An entry whose content was taken out: what it says now, with the words replaced.
///
/// The expunction that took it out keeps it, under `entries` in its own content.
package struct ExpungedEntry: Sendable, Hashable {
  let entry: Int64
  /// `{"reason": …, "change": {…}}`.
  let content: String

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("entry")
    writer.integer(entry)
    writer.key("content")
    writer.raw(content)
    writer.endObject()
  }

  /// The entries that the content of an expunction tells of.
  static func list(in content: String) -> [ExpungedEntry] {
    let json = try? JSON(parsing: Array(content.utf8))
    return (json?["entries"]?.array ?? []).compactMap { json in
      guard let entry = json["entry"]?.integer, let content = json["content"] else { return nil }
      return ExpungedEntry(entry: entry, content: content.text)
    }
  }

  static func numbers(in content: String) -> [Int64] { list(in: content).map(\.entry) }

  /// The content of an expunction without what it keeps of other entries.
  static func own(_ content: String?) -> String? { without(["entries"], content) }

  /// The content of an entry for those who read the record: without what it keeps of other entries,
  /// and without what is kept only to verify.
  static func told(_ content: String?) -> String? { without(["entries", "network"], content) }

  private static func without(_ names: Set<String>, _ content: String?) -> String? {
    guard let content, let json = try? JSON(parsing: content), let members = json.object else {
      return content
    }
    return JSON.object(members.filter { !names.contains($0.name) }).text
  }
}
