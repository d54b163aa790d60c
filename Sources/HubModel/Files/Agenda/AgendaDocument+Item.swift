extension AgendaDocument {
  /// One item; its number is its place in the list, from 1.
  public struct Item: Sendable, Hashable {
    /// How it is called in print, where that is not its place: `3.2(a)`.
    public var label: String?
    public var title = LocalizedText()
    /// Once the item has one.
    public var reference: Reference?
    public var purpose: Purpose?
    public var session: Session?
    /// In minutes.
    public var duration: Int?
    /// Those with an account first: who they are beside the others says nothing more.
    public var presenters: [PersonInFile] = []
    public var papers: [Paper] = []
    public var carriedFrom: Reference?
    public var visibility: Visibility?
    /// Markdown; empty when the file has none.
    public var text = LocalizedText()
    var positions = SourcePositions<AgendaKey>()

    public init() {}

    /// Where its heading stands in the file; nil for an item that was not read from one.
    public var position: Fault.Position? { positions.start }

    /// Where one of its keywords stands in the file; nil when the file does not have it.
    public func position(of key: AgendaKey) -> Fault.Position? { positions[key] }
  }

  /// A paper or recommendation that an item deals with.
  public struct Paper: Sendable, Hashable {
    public var reference: Reference
    /// Absent: for information.
    public var role: ConsiderationRole?
    /// Whether this body is the one that decides.
    public var decisive: Bool

    public init(_ reference: Reference, role: ConsiderationRole? = nil, decisive: Bool = false) {
      self.reference = reference
      self.role = role
      self.decisive = decisive
    }
  }
}
