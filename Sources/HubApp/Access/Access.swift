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

  /// The keys that open a record.
  private static func keys(
    _ header: Header, _ scope: Scope, _ lifeCycle: LifeCycle?
  ) -> [AudienceKey] {
    var keys: [AudienceKey] = []
    switch effectiveVisibility(header, scope, lifeCycle) {
    case .public: return [.world]
    case .network: keys.append(.network(header.network))
    case .body: add(to: &keys, header, scope) { .members(of: $0) }
    case .inCamera: add(to: &keys, header, scope) { .officers(of: $0) }
    case .private:
      if let organization = scope.organization {
        keys.append(.duty(scope.duty, at: organization))
      } else if let author = header.author {
        keys.append(.person(author))
      }
    }
    for reference in header.sharedWith {
      if let body = ID<Body>(reference) { keys.append(.members(of: body)) }
      if let person = ID<Person>(reference) { keys.append(.person(person)) }
    }
    return keys
  }

  /// Staff, those of the body, whoever wrote what has no body, and those whom the record names.
  private static func add(
    to keys: inout [AudienceKey], _ header: Header, _ scope: Scope,
    inBody: (ID<Body>) -> AudienceKey
  ) {
    keys.append(.staff(header.network))
    if let body = scope.body {
      keys.append(inBody(body))
    } else if let author = header.author {
      keys.append(.person(author))
    }
    for person in scope.people { keys.append(.person(person)) }
  }

  /// The keys that open a record, as words, each once and sorted.
  package static func audience(
    _ header: Header, _ scope: Scope, _ lifeCycle: LifeCycle?
  ) -> [String] {
    Set(keys(header, scope, lifeCycle)).map(\.text).sorted()
  }

  /// Whether the caller may see what has this audience.
  static func maySee(_ caller: Caller, audience keys: [AudienceKey]) -> Bool {
    caller.isFounder || keys.contains { caller.keyring.contains($0) }
  }

  package static func maySee<R: Record>(_ caller: Caller, _ record: R) -> Bool {
    maySee(caller, audience: keys(record.header, record.scope, R.lifeCycle))
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

  /// What the caller can do with a record now: `edit`, and the verbs of the open transitions.
  package static func forEachVerb<R: Record>(
    to caller: Caller, _ record: R, _ visit: (String) -> Void
  ) {
    let roles = caller.roles(for: record.header, record.scope)
    if !roles.isDisjoint(with: record.writers) { visit("edit") }
    guard let transitions = R.lifeCycle?.transitions(from: record.header.state) else { return }
    for index in transitions.indices where !transitions[index].by.isDisjoint(with: roles) {
      visit(transitions[index].verb)
    }
  }
}
