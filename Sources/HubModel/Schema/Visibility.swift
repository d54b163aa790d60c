/// Who a record is for, from the widest to the narrowest.
public enum Visibility: String, Sendable, CaseIterable, Hashable, Comparable {
  /// Anyone, signed in or not.
  case `public`
  /// Any signed-in person of the network.
  case network
  /// The members of the record's body, and staff.
  case body
  /// The body's chair, facilitator and secretary, staff, and people named for the record.
  case inCamera
  /// One organization's named people: not staff, not admin.
  case `private`

  var rank: Int {
    switch self {
    case .public: 0
    case .network: 1
    case .body: 2
    case .inCamera: 3
    case .private: 4
    }
  }

  /// `a < b` when `a` is wider than `b`.
  public static func < (a: Visibility, b: Visibility) -> Bool { a.rank < b.rank }
}
