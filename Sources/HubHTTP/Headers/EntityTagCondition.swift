/// The value of `If-Match` or `If-None-Match` (RFC 9110, section 13.1).
package enum EntityTagCondition: Sendable, Equatable {
  /// `*`: any version that there is.
  case any
  case tags([EntityTag])

  /// Reads `*` or tags with commas between; nil for anything else.
  package init?(parsing text: String) {
    let trimmed = text.trimmedSpace
    if trimmed == "*" {
      self = .any
      return
    }
    var tags: [EntityTag] = []
    for part in EntityTagCondition.split(trimmed) {
      guard let tag = EntityTag(parsing: part.trimmedSpace) else { return nil }
      tags.append(tag)
    }
    if tags.isEmpty { return nil }
    self = .tags(tags)
  }

  /// Whether `If-Match` with this value lets a write of that version pass. Nil is a record that
  /// does not exist.
  package func allowsWrite(of current: EntityTag?) -> Bool {
    guard let current else { return false }
    return switch self {
    case .any: true
    case .tags(let tags): tags.contains { $0.namesVersion(of: current) }
    }
  }

  /// The versions that it names, however they were shown.
  package var versions: [Int64] {
    if case .tags(let tags) = self { tags.compactMap(\.version) } else { [] }
  }

  /// Whether `If-None-Match` with this value names that version: a GET is then answered with 304.
  package func names(_ current: EntityTag?) -> Bool {
    guard let current else { return false }
    return switch self {
    case .any: true
    case .tags(let tags): tags.contains { $0.matchesWeakly(current) }
    }
  }

  /// The parts between commas; a comma in quotes is part of a tag.
  private static func split(_ text: Substring) -> [Substring] {
    var quoted = false
    return text.split { character in
      if character == "\"" { quoted.toggle() }
      return character == "," && !quoted
    }
  }
}

extension Request {
  /// The versions that `If-Match` names; nil where the field is absent.
  /// - Throws: a `Problem` of status 400 where its value is malformed.
  package func ifMatch() throws -> EntityTagCondition? { try condition("If-Match") }

  /// The versions that `If-None-Match` names; nil where the field is absent.
  /// - Throws: a `Problem` of status 400 where its value is malformed.
  package func ifNoneMatch() throws -> EntityTagCondition? { try condition("If-None-Match") }

  private func condition(_ name: String) throws -> EntityTagCondition? {
    guard let text = headers.joined(name) else { return nil }
    guard let condition = EntityTagCondition(parsing: text) else {
      throw Problem(.badRequest, code: "malformedHeader", detail: name)
    }
    return condition
  }
}
