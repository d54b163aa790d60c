package import HubModel

/// Who may see a record, and who may change it: decided here and nowhere else.
///
/// A record has an *audience*, a set of keys; a caller has keys; the caller sees the record when
/// they have one in common. The same set is what SQL compares (`Access.condition`) and what the
/// full-text index filters by, so a page, a list, a search and an export cannot disagree.
package enum Access {
  /// How widely a record may be seen now: its own visibility, kept narrower while its state is
  /// not a released one and while something it depends on holds it back.
  package static func effectiveVisibility(
    _ header: Header, _ scope: Scope, _ lifeCycle: LifeCycle?
  ) -> Visibility {
    let ceiling = lifeCycle?.ceilings[header.state] ?? .public
    return max(header.visibility, max(ceiling, scope.ceiling))
  }

  /// The keys that open a record, sorted.
  package static func audience(
    _ header: Header, _ scope: Scope, _ lifeCycle: LifeCycle?
  ) -> [String] {
    var keys: Set<String> = []
    switch effectiveVisibility(header, scope, lifeCycle) {
    case .public: return [AudienceKey.world]
    case .network: keys = [AudienceKey.network(header.network)]
    case .body:
      keys = [AudienceKey.staff(header.network)]
      if let body = scope.body { keys.insert(AudienceKey.members(of: body)) }
      if scope.body == nil, let author = header.author { keys.insert(AudienceKey.person(author)) }
      keys.formUnion(scope.people.map(AudienceKey.person))
    case .inCamera:
      keys = [AudienceKey.staff(header.network)]
      if let body = scope.body { keys.insert(AudienceKey.officers(of: body)) }
      if scope.body == nil, let author = header.author { keys.insert(AudienceKey.person(author)) }
      keys.formUnion(scope.people.map(AudienceKey.person))
    case .private:
      if let organization = scope.organization {
        keys = [AudienceKey.duty(scope.duty, at: organization)]
      } else if let author = header.author {
        keys = [AudienceKey.person(author)]
      }
    }
    for reference in header.sharedWith {
      if let body = ID<Body>(reference) { keys.insert(AudienceKey.members(of: body)) }
      if let person = ID<Person>(reference) { keys.insert(AudienceKey.person(person)) }
    }
    return keys.sorted()
  }

  package static func maySee(_ caller: Caller, audience: [String]) -> Bool {
    caller.isFounder || audience.contains { caller.keys.contains($0) }
  }

  package static func maySee<R: Record>(_ caller: Caller, _ record: R) -> Bool {
    maySee(caller, audience: audience(record.header, record.scope, R.lifeCycle))
  }

  /// Whether the caller may create such a record, or change its fields.
  package static func mayWrite<R: Record>(_ caller: Caller, _ record: R) -> Bool {
    !caller.roles(for: record.header, record.scope).isDisjoint(with: record.writers)
  }

  /// Whether the caller may create such a record. Whoever does becomes its author, and can name
  /// themselves in it: that alone is no right to create it, or anybody could anywhere.
  package static func mayCreate<R: Record>(_ caller: Caller, _ record: R) -> Bool {
    var roles = caller.roles(for: record.header, record.scope)
    if !caller.isFounder { roles.subtract([.author, .assignee, .oneself]) }
    return !roles.isDisjoint(with: R.creators)
  }

  /// The transitions that are open to the caller now.
  package static func openTransitions<R: Record>(
    _ caller: Caller, _ record: R
  ) -> [LifeCycle.Transition] {
    guard let lifeCycle = R.lifeCycle else { return [] }
    let roles = caller.roles(for: record.header, record.scope)
    return lifeCycle.transitions(from: record.header.state).filter {
      !$0.by.isDisjoint(with: roles)
    }
  }
}
