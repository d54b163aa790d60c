import HubHTTP
import HubModel
import HubText

/// What a request is part of.
enum Surroundings: Sendable {
  /// Of nothing larger: it was sent as it is.
  case none
  /// Of a batch, whose other operations land with it or not at all.
  case batch
}

extension RouteDescription {
  /// Whether the answer to a request is kept under the key that it brings: only somebody who is
  /// known can have anything kept, or the writers wait for its keeping.
  ///
  /// - Throws: `Refusal` where the route has to stand alone.
  func keepsAnswer(to request: Request) throws -> Bool {
    guard request.method == .post else { return false }
    if case .refused(let fault) = company { throw Refusal.fault(fault) }
    return takesKey && request.principal != nil
  }

  /// Lets a request in, or says why not: by the length of its body, by what it is part of, by the
  /// forms of an answer that it takes, by the names in its query.
  func admit(_ request: Request, within surroundings: Surroundings) throws {
    guard request.body.count <= largestBody(isKnown: request.principal != nil) else {
      throw Problem(.contentTooLarge, code: "bodyTooLarge")
    }
    if surroundings == .batch { try admitToBatch() }
    if let accept = request.accept, !forms.isEmpty, accept.choose(from: forms) == nil {
      throw Problem.notAcceptable(forms)
    }
    if !request.query.pairs.isEmpty { try check(request.query) }
  }

  /// Lets in only those who may ask at all. A handler that forgot to look would otherwise be open;
  /// what exactly somebody may is still its own to find out.
  ///
  /// - Throws: `Refusal.signInRequired` and `notAllowed`.
  func admit(_ identity: Identity, to hub: Hub) throws {
    switch askers {
    case .anybody: break
    case .signedIn: if identity == .anonymous { throw Refusal.signInRequired }
    case .admins: try hub.read(as: identity) { try Access.requireAdmin($0.caller) }
    }
  }

  private func admitToBatch() throws {
    switch company {
    case .batch: break
    case .refused(let fault): throw Refusal.fault(fault)
    case .key, .none: throw Problem(.notFound, code: "unknownPath")
    }
  }
}

extension Problem {
  /// The caller takes none of the forms that there are.
  static func notAcceptable(_ forms: [String]) -> Problem {
    let names = forms.map { String($0.prefix { $0 != ";" }) }
    var problem = Problem(
      .notAcceptable, code: "notAcceptable", detail: names.joined(separator: ", "))
    problem.members = [.init(name: "available", value: .array(names.map { .string($0) }))]
    return problem
  }
}
