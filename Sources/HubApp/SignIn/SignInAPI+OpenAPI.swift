import HubHTTP
import HubModel
import HubText

extension SignInAPI {
  static func descriptions(_ words: Words) -> [RouteDescription] {
    let all =
      sessions(words) + passwords(words) + tokens(words) + [me(words)] + invitations(words)
    return all.map { description in
      var secretive = description
      secretive.isRepeatable = false
      return secretive
    }
  }

  private static let person = JSONSchema.reference(to: [.person])
  private static let handle = JSONSchema.text
  private static let secret: JSON = ["type": "string", "minLength": 1]

  private static func sessions(_ words: Words) -> [RouteDescription] {
    let session = JSONSchema.object([
      ("person", person), ("handle", handle), ("created", JSONSchema.moment),
      ("lastSeen", JSONSchema.moment), ("expires", JSONSchema.moment),
    ])
    let request = JSONSchema.object(
      [("handle", secret), ("email", secret), ("password", secret)], required: ["password"],
      isClosed: true
    ).adding("oneOf", [["required": ["handle"]], ["required": ["email"]]])
    var signIn = route("sign in", words("openapi.signIn"), [signedIn(words)]).taking(request)
    signIn.problems.formUnion([.forbidden, .tooManyRequests])
    return [
      signIn,
      route("sign out everywhere", words("openapi.signOutEverywhere"), [ended(words)]).writing(),
      route("show session", words("openapi.showSession"), [answer(words, session)], [.notFound])
        .signedIn,
      route("sign out", words("openapi.signOut"), [ended(words)]).writing([.notFound]),
    ]
  }

  private static func passwords(_ words: Words) -> [RouteDescription] {
    let request = JSONSchema.object([("current", secret), ("new", secret)], isClosed: true)
    return [
      route("change password", words("openapi.changePassword"), [signedIn(words)])
        .taking(request).writing([.tooManyRequests])
    ]
  }

  private static func tokens(_ words: Words) -> [RouteDescription] {
    let scopes = JSONSchema.list(of: JSONSchema.word(of: Scopes.named.map(\.name)))
    let number: JSON = ["type": "integer", "minimum": 1]
    let moment = JSONSchema.nullable(JSONSchema.moment)
    let members: [(String, JSON)] = [
      ("number", number), ("name", JSONSchema.text), ("scopes", scopes),
      ("created", JSONSchema.moment), ("expires", JSONSchema.moment), ("lastUsed", moment),
      ("revoked", moment),
    ]
    let once = JSONSchema.text.adding("description", text: words("openapi.secret"))
    let request = JSONSchema.object(
      [
        ("name", ["type": "string", "minLength": 1, "maxLength": 100]), ("scopes", scopes),
        ("expires", JSONSchema.text.adding("description", text: words("openapi.tokenExpires"))),
      ], required: ["name"], isClosed: true)
    let list = JSONSchema.object([
      ("items", JSONSchema.list(of: JSONSchema.object(members))), ("next", JSONSchema.null),
    ])
    let made = RouteDescription.Answer(
      status: 201, text: words("openapi.madeToken"),
      schema: JSONSchema.object(members + [("token", once)]),
      headers: [("Location", JSONSchema.text)])
    var revoke = route("revoke token", words("openapi.revokeToken"), [ended(words)])
    revoke.path["number"] = number
    return [
      route("list tokens", words("openapi.listTokens"), [answer(words, list)]).signedIn,
      route("make token", words("openapi.makeToken"), [made]).taking(request).writing(),
      revoke.writing([.notFound]),
      route(
        "revoke tokens", words("openapi.revokeTokens"),
        [answer(words, JSONSchema.object([("revoked", JSONSchema.count)]))]
      ).writing(),
    ]
  }

  private static func me(_ words: Words) -> RouteDescription {
    let membership = JSONSchema.object([
      ("ref", JSONSchema.reference(to: [.membership])),
      ("body", JSONSchema.reference(to: [.body])),
      ("role", JSONSchema.word(of: MembershipRole.allCases.map(\.rawValue))),
      (
        "onBehalfOf",
        JSONSchema.nullable(JSONSchema.word(of: StakeholderGroup.allCases.map(\.rawValue)))
      ),
    ])
    let me = JSONSchema.object([
      ("person", person), ("handle", handle), ("name", JSONSchema.text),
      ("preferredLanguage", JSONSchema.word(of: Language.allCases.map(\.rawValue))),
      ("network", JSONSchema.reference(to: [.network])),
      ("organization", JSONSchema.nullable(JSONSchema.reference(to: [.organization]))),
      ("hubRole", JSONSchema.word(of: HubRole.allCases.map(\.rawValue))),
      ("duties", JSONSchema.list(of: JSONSchema.word(of: Duty.allCases.map(\.rawValue)))),
      ("scopes", JSONSchema.list(of: JSONSchema.word(of: Scopes.named.map(\.name)))),
      ("memberships", JSONSchema.list(of: membership)), ("names", JSONSchema.named("Names")),
    ])
    return route("show caller", words("openapi.me"), [answer(words, me)]).signedIn
  }

  private static func invitations(_ words: Words) -> [RouteDescription] {
    let invitation = JSONSchema.object([
      ("person", person), ("handle", handle),
      ("secret", JSONSchema.text.adding("description", text: words("openapi.secret"))),
      ("expires", JSONSchema.moment),
    ])
    let ended = JSONSchema.object([
      ("person", person), ("handle", handle), ("sessions", JSONSchema.count),
      ("tokens", JSONSchema.count), ("invitations", JSONSchema.count),
      ("password", JSONSchema.flag),
    ])
    let use = JSONSchema.object([("secret", secret), ("password", secret)], isClosed: true)
    let password = JSONSchema.object(
      [("password", JSONSchema.nullable(JSONSchema.flag))], required: [], isClosed: true)
    var made = answer(words, invitation)
    made.status = 201
    var invite = route("invite person", words("openapi.invite"), [made]).writing([.notFound])
    var used = route("use invitation", words("openapi.useInvitation"), [signedIn(words)])
      .taking(use)
    var end = route(
      "end sign-ins of person", words("openapi.endSignIns"), [answer(words, ended)]
    ).taking(password, isRequired: false).writing([.notFound])
    used.problems.formUnion([.forbidden, .notFound])
    invite.path["ref"] = JSONSchema.namedReference(to: [.person])
    end.path["ref"] = JSONSchema.namedReference(to: [.person])
    return [invite, used, end]
  }

  private static func route(
    _ name: String, _ summary: String, _ answers: [RouteDescription.Answer],
    _ problems: Set<Status> = []
  ) -> RouteDescription {
    RouteDescription(
      name: name, tag: "sign-in", summary: summary, answers: answers, problems: problems)
  }

  private static func answer(_ words: Words, _ schema: JSON) -> RouteDescription.Answer {
    RouteDescription.Answer(status: 200, text: words("openapi.asItIs"), schema: schema)
  }

  private static func ended(_ words: Words) -> RouteDescription.Answer {
    RouteDescription.Answer(
      status: 204, text: words("openapi.done"), optionalHeaders: [("Set-Cookie", JSONSchema.text)])
  }

  private static func signedIn(_ words: Words) -> RouteDescription.Answer {
    RouteDescription.Answer(
      status: 201, text: words("openapi.signedIn"),
      schema: JSONSchema.object([
        ("person", person), ("handle", handle), ("expires", JSONSchema.moment),
      ]), headers: [("Set-Cookie", JSONSchema.text), ("Location", JSONSchema.text)])
  }
}
