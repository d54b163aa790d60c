import HubHTTP
import HubModel
import HubText
import HubWords

extension MeAPI {
  static func document(_ words: Words) -> RouteDocument {
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
      ("person", SignInAPI.person), ("handle", SignInAPI.handle), ("name", JSONSchema.text),
      ("preferredLanguage", JSONSchema.word(of: Language.allCases.map(\.rawValue))),
      ("network", JSONSchema.reference(to: [.network])),
      ("organization", JSONSchema.nullable(JSONSchema.reference(to: [.organization]))),
      ("hubRole", JSONSchema.word(of: HubRole.allCases.map(\.rawValue))),
      ("duties", JSONSchema.list(of: JSONSchema.word(of: Duty.allCases.map(\.rawValue)))),
      ("scopes", JSONSchema.list(of: JSONSchema.word(of: Scopes.named.map(\.name)))),
      ("memberships", JSONSchema.list(of: membership)), ("names", JSONSchema.named("Names")),
    ])
    return SignInAPI.document(words("openapi.me"), SignInAPI.answer(words, me))
  }
}
