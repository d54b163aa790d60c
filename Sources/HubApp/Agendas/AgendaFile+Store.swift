import HubModel
import HubSQL

extension Reading {
  /// The bodies that a reference or a name in either language means, of those that the caller may
  /// see: one, unless several have the same name.
  func bodies(named name: String) throws -> [Body] {
    if let reference = Reference(name), let id = ID<Body>(reference) {
      let found = try seen(id)
      let successor = try found?.mergedInto.map { try seen($0) } ?? found
      return successor.map { [$0] } ?? []
    }
    let found: [Body] = try all(
      where: "t.merged_into IS NULL AND (t.name_en = \(name) OR t.name_fr = \(name))")
    let own = found.filter { $0.header.network == caller.network }
    return own.count == 1 ? own : found
  }

  /// The names of the bodies that the caller may see.
  func bodyNames() throws -> [String] {
    let bodies: [Body] = try all(where: "t.merged_into IS NULL")
    return bodies.flatMap { [$0.name.en, $0.name.fr] }.filter { !$0.isEmpty }
  }

  /// The meeting of a body with a title that begins within a span, of those that the caller may
  /// see.
  func meeting(
    of body: ID<Body>, titled title: LocalizedText, from: Moment, to: Moment
  ) throws -> Meeting? {
    try all(
      Meeting.self,
      where: """
        t.body = \(body.number) AND t.starts_at >= \(from.milliseconds) \
        AND t.starts_at < \(to.milliseconds) \
        AND t.title_en = \(title.en) AND t.title_fr = \(title.fr)
        """
    ).first
  }
}
