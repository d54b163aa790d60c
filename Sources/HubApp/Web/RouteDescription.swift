import HubHTTP
import HubText
import HubWords

/// What is to be known of a route beyond its method and its path. What those who serve it go by
/// is there at once; what only the document says is made in the language that it is asked in.
package struct RouteDescription: Sendable {
  /// Who may ask at all. What exactly they may is decided in `Access`, by the record.
  enum Askers: Sendable {
    /// Signed in or not.
    case anybody
    case signedIn
    case admins
  }

  /// With what a request can share its transaction.
  enum Company: Sendable, Equatable {
    /// With a key, under which its answer is kept, and with the other operations of a batch.
    case batch
    /// With a key, but with no batch: it is one.
    case key
    /// With nothing. In a batch there is no such route, and a key makes no difference.
    case none
    /// With nothing, and who asks for more is refused by this fault.
    case refused(fault: String)
  }

  /// The largest body that a route takes unless it says otherwise, in bytes: room for the longest
  /// texts of a record, and for twice the longest file.
  static let usualBody = 1024 * 1024
  /// The largest that is needed to sign in, and the largest that a stranger can send unless the
  /// route says otherwise.
  static let smallBody = 16 * 1024

  /// The form of nearly every answer.
  static let json = "application/json"

  var askers = Askers.anybody
  /// Whether it changes what the hub holds.
  var writes = false
  var company = Company.none
  /// The largest body that it takes, in bytes.
  var largestBody = usualBody
  /// The same from somebody who is not known.
  var largestBodyOfStrangers = smallBody
  /// Whether an answer may hold a secret: then it is neither kept nor compressed.
  var holdsSecret = false
  /// Whether it looks through everything that there is.
  var searches = false
  /// Whether the answer is made in well under a millisecond: then it is no work for others.
  var isBrief = false
  /// The parameters of the query with which the answer is another one from one minute to the
  /// next. Without them no answer is, within a quarter of an hour: a day begins at the beginning
  /// of one in every zone.
  var momentary: Set<String> = []
  /// The forms in which it answers, the usual one first; none where it answers without a body.
  var forms = [Self.json]
  /// The parameters of the query that it takes.
  var query: @Sendable (Words) -> [JSON] = { _ in [] }
  /// Whether the handler itself refuses all others, together with whatever else is wrong.
  var checksQuery = false
  /// What else the document says of it.
  let document: @Sendable (Words) -> RouteDocument

  /// Whether a request can bring a key under which it is done once.
  var takesKey: Bool { company == .batch || company == .key }

  /// At what pace it is asked by one of these methods; nil for any.
  func pace(of method: Method) -> Pacing.Kind? {
    if !method.isSafe { return .writing }
    return searches ? .searching : nil
  }

  /// The largest body that it takes from somebody who is known, or from a stranger.
  func largestBody(isKnown: Bool) -> Int {
    isKnown ? largestBody : min(largestBody, largestBodyOfStrangers)
  }

  /// Whether a query is answered otherwise from one minute to the next.
  func isMomentary(_ query: Query) -> Bool {
    query.pairs.contains { momentary.contains($0.name) }
  }
}

extension RouteDescription {
  /// A route that reads what anybody may ask for.
  static func reading(_ document: @escaping @Sendable (Words) -> RouteDocument) -> Self {
    RouteDescription(document: document)
  }

  /// A route that writes what somebody signed in brings.
  static func writing(_ document: @escaping @Sendable (Words) -> RouteDocument) -> Self {
    var made = RouteDescription(document: document)
    made.askers = .signedIn
    made.writes = true
    made.company = .batch
    return made
  }

  /// The same with something else about it.
  func with(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
  }

  /// The same for a route that takes these parameters in its query, and no other.
  func taking(_ query: @escaping @Sendable (Words) -> [JSON]) -> Self {
    with { $0.query = query }
  }

  /// The same for a route that answers in other forms.
  func answering(in forms: [String]) -> Self { with { $0.forms = forms } }

  /// The same for a route that answers with a file.
  var givingFile: Self { answering(in: ["text/markdown; charset=utf-8"]) }

  /// The same for a route that answers without a body.
  var bodiless: Self { answering(in: []) }

  /// The same for a route whose answer is made in well under a millisecond.
  var brief: Self { with { $0.isBrief = true } }

  /// The same for a route that looks through everything.
  var searching: Self { with { $0.searches = true } }

  /// The same for who may ask.
  func asked(by askers: Askers) -> Self { with { $0.askers = askers } }

  /// The same for a route that reads a file, which anybody may have checked.
  var readingFile: Self { with { $0.largestBodyOfStrangers = 128 * 1024 } }

  /// The same for a route that makes, shows or ends credentials.
  var secret: Self {
    with {
      $0.holdsSecret = true
      $0.company = .none
      $0.largestBody = Self.smallBody
    }
  }
}
