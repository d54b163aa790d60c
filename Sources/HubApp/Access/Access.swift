package import HubModel

/// Who may see a record, and who may change it: decided here and nowhere else.
///
/// A record has an *audience*, a set of keys; a caller has keys; the caller sees the record when
/// they have one in common. The same set is what SQL compares (`Access.condition`) and what words
/// stand beside in the full-text index, so a page, a list, a search and an export cannot disagree.
package enum Access {
  /// How widely a record may be seen now: its own visibility, kept narrower while its state is
  /// not a released one and while something it depends on holds it back.
  package static func effectiveVisibility(
    _ header: Header, _ scope: Scope, _ lifeCycle: LifeCycle?
  ) -> Visibility {
    let ceiling = lifeCycle?.ceilings[header.state] ?? .public
    return max(header.visibility, max(ceiling, scope.ceiling))
  }

  /// Names the keys that open a record by its own visibility.
  private static func forEachOwnKey(
    _ visibility: Visibility, _ header: Header, _ scope: Scope, _ visit: (AudienceKey) -> Void
  ) {
    switch visibility {
    case .public: visit(.world)
    case .network: visit(.network(header.network))
    case .body: forEachInsider(header, scope, inBody: AudienceKey.members, visit)
    case .inCamera: forEachInsider(header, scope, inBody: AudienceKey.officers, visit)
    case .private:
      if let organization = scope.organization {
        visit(.duty(scope.duty, at: organization))
      } else if let author = header.author {
        visit(.person(author))
      }
    }
  }

  /// Staff, those of the body, and whoever wrote what has no body.
  private static func forEachInsider(
    _ header: Header, _ scope: Scope, inBody: (ID<Body>) -> AudienceKey,
    _ visit: (AudienceKey) -> Void
  ) {
    visit(.staff(header.network))
    if let body = scope.body {
      visit(inBody(body))
    } else if let author = header.author {
      visit(.person(author))
    }
  }

  /// The keys that open a record.
  ///
  /// - Parameter bounds: the audiences of what it belongs to. Whoever is not among them does not
  ///   see the record either, but for those whom somebody who runs it named in it or shared it
  ///   with.
  static func keys(
    _ header: Header, _ scope: Scope, _ lifeCycle: LifeCycle?, within bounds: [[AudienceKey]]
  ) -> Set<AudienceKey> {
    let visibility = effectiveVisibility(header, scope, lifeCycle)
    var keys: Set<AudienceKey> = []
    forEachOwnKey(visibility, header, scope) { keys.insert($0) }
    for bound in bounds {
      let outer = bound.filter { key in keys.contains { $0.includes(key) } }
      keys = keys.filter { key in bound.contains { $0.includes(key) } }.union(outer)
    }
    let isOpen = keys.contains(.world) || keys.contains(.network(header.network))
    if !isOpen, visibility != .private {
      if let person = scope.person { keys.insert(.person(person)) }
      for person in scope.others { keys.insert(.person(person)) }
    }
    if keys.contains(.world) { return [.world] }
    for reference in header.sharedWith {
      if let body = ID<Body>(reference) { keys.insert(.members(of: body)) }
      if let person = ID<Person>(reference) { keys.insert(.person(person)) }
    }
    return keys
  }

  /// The keys that open a record, as words, each once and sorted.
  static func audience(
    _ header: Header, _ scope: Scope, _ lifeCycle: LifeCycle?, within bounds: [[AudienceKey]]
  ) -> [String] {
    keys(header, scope, lifeCycle, within: bounds).map(\.text).sorted()
  }

  /// Whether the caller may see what has this audience.
  static func maySee(_ caller: Caller, audience keys: some Sequence<AudienceKey>) -> Bool {
    caller.isFounder || keys.contains { caller.keyring.contains($0) }
  }

  /// Whether the caller may see a record; `Reading.maySee` knows what it belongs to.
  static func maySee<R: Record>(
    _ caller: Caller, _ record: R, within bounds: [[AudienceKey]]
  ) -> Bool {
    maySee(
      caller, audience: keys(record.header, record.scope, R.lifeCycle, within: bounds))
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
    // What was merged is changed by nobody.
    if record.successor == nil, !roles.isDisjoint(with: record.writers) { visit("edit") }
    guard let transitions = R.lifeCycle?.transitions(from: record.header.state) else { return }
    for index in transitions.indices
    where isOpen(transitions[index], to: caller, being: roles, record) {
      visit(transitions[index].verb)
    }
  }

  private static func isOpen<R: Record>(
    _ transition: LifeCycle.Transition, to caller: Caller, being roles: Roles, _ record: R
  ) -> Bool {
    guard !transition.by.isDisjoint(with: roles) else { return false }
    guard let other = record.stepOfAnother, other.verb == transition.verb else { return true }
    return other.person != caller.person
  }

  /// The steps of its life cycle that a caller can take with a record now.
  static func openTransitions<R: Record>(
    to caller: Caller, _ record: R
  ) -> [LifeCycle.Transition] {
    let roles = caller.roles(for: record.header, record.scope)
    return (R.lifeCycle?.transitions(from: record.header.state) ?? []).filter {
      isOpen($0, to: caller, being: roles, record)
    }
  }
}
