/// A kind of record of which the same one is easily recorded twice. One of them is merged into the
/// other, stays as it was, and says where it went.
public protocol Mergeable: Record {
  /// The record in its place; nil for one that stands for itself.
  var mergedInto: ID<Self>? { get set }
}

extension Mergeable {
  public var successor: Reference? { mergedInto?.reference }
}
