/// The states of a kind of record and every way from one to another.
///
/// One table that the write function, the API, the help, the OpenAPI document and the tests read;
/// a class, because it is looked at for every record that is shown, and never copied.
public final class LifeCycle: Sendable {
  public let states: [String]
  public let initial: String
  public let transitions: [Transition]
  /// Who may see a record at most in the states before it is released to those whom its
  /// visibility admits; a state that is not named here is a released one.
  public let ceilings: [String: Visibility]
  /// The states of a record that was published, and of what it becomes from there.
  public let published: Set<String>
  /// States that were renamed: what each is called today. The history keeps the former word.
  public let formerly: [String: String]
  /// The transitions that leave each of the states.
  private let departures: [[Transition]]

  /// One way from some states to another.
  public struct Transition: Sendable, Hashable {
    /// The word of the command: `hub action start A-3`.
    public let verb: String
    public let from: [String]
    public let to: String
    /// Who may; a person with one of these roles suffices.
    public let by: Roles
    /// Releases the record to those its visibility admits: **(pub)**. Every text must then be
    /// there in all of the network's languages.
    public let publishes: Bool
    /// Must say why.
    public let needsReason: Bool
    /// Fields that must be filled, by name.
    public let requires: [String]
    /// Further fields that are usually set along with it, by name.
    public let accepts: [String]
  }

  /// - Parameters:
  ///   - states: the raw values are the API's.
  ///   - unreleased: the states before release, and who may see a record in them at most; none
  ///     means that a record is released from the start.
  ///   - formerly: states that were renamed, by their former words.
  public init<State: RawRepresentable & CaseIterable & Sendable & Hashable>(
    _ states: State.Type, initial: State, unreleased: [State: Visibility] = [:],
    formerly: [String: State] = [:], _ moves: [Move<State>]
  ) where State.RawValue == String {
    self.states = State.allCases.map(\.rawValue)
    self.initial = initial.rawValue
    ceilings = Dictionary(uniqueKeysWithValues: unreleased.map { ($0.key.rawValue, $0.value) })
    self.formerly = formerly.mapValues(\.rawValue)
    let transitions = moves.map {
      Transition(
        verb: $0.verb, from: $0.from.map(\.rawValue), to: $0.to.rawValue, by: $0.by,
        publishes: $0.publishes, needsReason: $0.needsReason, requires: $0.requires,
        accepts: $0.accepts)
    }
    self.transitions = transitions
    var published: Set<String> = []
    var found = transitions.filter(\.publishes).map(\.to)
    while let state = found.popLast() {
      guard published.insert(state).inserted else { continue }
      found += transitions.filter { $0.from.contains(state) }.map(\.to)
    }
    self.published = published
    departures = self.states.map { state in transitions.filter { $0.from.contains(state) } }
  }

  /// A transition written with the type's own states.
  public struct Move<State: Sendable>: Sendable {
    let verb: String
    let from: [State]
    let to: State
    let by: Roles
    let publishes: Bool
    let needsReason: Bool
    let requires: [String]
    let accepts: [String]

    public init(
      _ verb: String, _ from: [State], _ to: State, by: Roles, publishes: Bool = false,
      needsReason: Bool = false, requires: [String] = [], accepts: [String] = []
    ) {
      self.verb = verb
      self.from = from
      self.to = to
      self.by = by
      self.publishes = publishes
      self.needsReason = needsReason
      self.requires = requires
      self.accepts = accepts
    }
  }

  /// The transitions that leave a state, in the table's order.
  public func transitions(from state: String) -> [Transition] {
    states.firstIndex(of: state).map { departures[$0] } ?? []
  }

  public func transition(from state: String, to target: String) -> Transition? {
    transitions.first { $0.to == target && $0.from.contains(state) }
  }

  /// The words of the commands, each once, in the table's order.
  public var verbs: [String] {
    transitions.reduce(into: []) { if !$0.contains($1.verb) { $0.append($1.verb) } }
  }
}
