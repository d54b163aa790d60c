import HubApp
import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import HubWords
import Testing

@Suite struct MeTests {
  @Test func `the caller is told who they are`() throws {
    let door = try Door()
    let answer = door.send(.get, "/me", nil, door.bearer(try door.token("facilitator", ["write"])))
    let expected: JSON = [
      "person": "P-3", "handle": "facilitator", "name": "Rosa Delgado-Peña",
      "preferredLanguage": "en", "network": "N-1", "organization": nil, "hubRole": "none",
      "duties": [], "scopes": ["read", "write"],
      "memberships": [
        ["ref": "BM-1", "body": "B-1", "role": "facilitator", "onBehalfOf": nil]
      ],
      "names": [
        "B-1": ["en": "Housing group", "fr": "Groupe sur le logement"],
        "N-1": ["en": "Pilot network", "fr": "Réseau pilote"],
        "P-3": ["en": "Rosa Delgado-Peña", "fr": "Rosa Delgado-Peña"],
      ],
    ]
    let me = try answer.json
    #expect(me == expected)
    #expect(answer.headers["Cache-Control"] == "private, no-cache")
    #expect(answer.headers["Vary"] == "Accept-Language, Authorization, Cookie")
  }

  @Test(arguments: [
    (nil, "fr", "Introuvable"), (nil, "en", "Not found"), ("en", "fr", "Not found"),
    ("fr-CA", "en", "Introuvable"), ("de", "fr", "Introuvable"), ("*", "fr", "Not found"),
  ])
  func `an answer is in the language asked for, else in the person's`(
    asked: String?, preferred: String, title: String
  ) throws {
    let door = try Door()
    try door.hub.write(as: .founder) { writing in
      _ = try writing.edit(ID<Person>(3)) { $0.preferredLanguage = preferred == "fr" ? .fr : .en }
    }
    var headers = door.bearer(try door.token("facilitator"))
    if let asked { headers.add("Accept-Language", asked) }
    let answer = door.send(.get, "/meetings/M-99", nil, headers)
    #expect(try answer.json["title"]?.string == title)
  }

  @Test(arguments: Language.allCases)
  func `whoever is not let in is told in their language`(language: Language) throws {
    let door = try Door()
    let words = Words(language)
    var headers: Headers = ["Accept-Language": language.rawValue]
    let wrong = door.signIn("nobody", password: "wrong wrong wrong", headers)
    #expect(try wrong.json["detail"]?.string == words("problem.badCredentials"))
    headers.add("Authorization", "Bearer hub_x")
    let token = door.send(.get, "/me", nil, headers)
    #expect(try token.json["detail"]?.string == words("problem.badToken"))
    #expect(token.headers["Content-Type"] == "application/problem+json")
  }
}
