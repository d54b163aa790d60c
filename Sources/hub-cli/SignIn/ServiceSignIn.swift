import Foundation
import HubCommands
import HubConsole
import HubModel
import HubText
import HubWords

/// `hub sign-in` and `hub sign-out`: a service knows who asks from then on, and the person types
/// neither its address nor a token.
enum ServiceSignIn {
  static let commands: [Command] = [signIn, signOut]

  private static let signIn = Command(
    "sign-in", options: [Option("invitation", .flag), Option("save-as")],
    examples: [
      Example("hub sign-in --server https://hub.example.org", "example.signInHere"),
      Example("hub sign-in --server https://hub.example.org --invitation", "example.signInInvited"),
    ]
  ) { call in
    guard let server = call.globals.server else { throw WrongUsage("signIn.needsServer") }
    let name = call.text("save-as") ?? ""
    let keeper = try ProfileKeeper(call)
    try keeper.requireFree(name, for: server)
    let client = try RemoteClient(server, call, token: nil)
    let session = try call.flag("invitation") ? invited(client, call) : known(client, call)
    // The session is for browsers; a token reaches as far, and ends by itself.
    let host = ProcessInfo.processInfo.hostName
    let made = try client.json(
      "POST", "/tokens", headers: session.headers,
      body: [
        "name": .string(String("hub (\(host))".prefix(60))), "scopes": ["read", "write", "admin"],
      ])
    _ = try? client.ask("DELETE", "/sessions/current", headers: session.headers)
    try keeper.set(
      [
        "server": server, "token": made["token"]?.string ?? "",
        GlobalOption.tokenNumber: String(made["number"]?.integer ?? 0),
      ], in: name)
    if call.globals.json { return call.write(JSON.object(saved(session, made)).written()) }
    let until = made["expires"]?.string.flatMap { Moment($0) }?.local(in: .current).day
    call.say(
      call.words(
        "signIn.done",
        [
          "server": server, "handle": session.handle,
          "day": until?.long(in: call.words.language) ?? "",
          "command": name.isEmpty ? "hub" : "hub --profile \(name)",
        ]))
  }

  private static func saved(_ session: Session, _ made: JSON) -> [JSON.Member] {
    [
      .init(name: "handle", value: .string(session.handle)),
      .init(name: "number", value: made["number"] ?? .null),
      .init(name: "expires", value: made["expires"] ?? .null),
    ]
  }

  private static let signOut = Command(
    "sign-out", examples: [Example("hub sign-out", "example.signOutHere")]
  ) { call in
    let name = call.globals.profileName
    let keeper = try ProfileKeeper(call)
    guard let profile = keeper.profile(name), let server = profile.values["server"],
      let token = profile.values["token"]
    else { throw Failure(.refused, [call.words("signIn.nobody", ["file": keeper.path])]) }
    let number = profile.values[GlobalOption.tokenNumber] ?? ""
    let client = try RemoteClient(server, call, token: token)
    // A token that is over already is as good as revoked.
    let answer = try? client.send(
      method: "DELETE", path: "/tokens/\(number)", query: [], headers: [], body: [])
    let isEnded = [200, 204, 401, 404].contains(answer?.status ?? 0)
    try keeper.set(["token": nil, GlobalOption.tokenNumber: nil, "server": nil], in: name)
    guard isEnded else { return call.warn(call.words("signIn.forgotten", ["server": server])) }
    call.say(call.words("signIn.ended", ["server": server]))
  }

  /// What a sign-in answered.
  private struct Session {
    let handle: String
    let headers: [(name: String, value: String)]

    init(_ answer: HubAnswer) throws {
      handle = try JSON(parsing: answer.body)["handle"]?.string ?? ""
      let cookie = answer.header("Set-Cookie")?.prefix { $0 != ";" } ?? ""
      // The person directly, as a browser would say.
      headers = [("Cookie", String(cookie)), ("Sec-Fetch-Site", "none")]
    }
  }

  private static func known(_ client: RemoteClient, _ call: Invocation) throws -> Session {
    let typed = call.globals.isTyped("as") ? call.globals.caller : nil
    let whom = typed ?? call.answer(to: call.words("signIn.whom"))
    let isAddress = whom.dropFirst().contains("@")
    let handle = whom.hasPrefix("@") ? String(whom.dropFirst()) : whom
    let body: JSON = .object([
      .init(name: isAddress ? "email" : "handle", value: .string(isAddress ? whom : handle)),
      .init(name: "password", value: .string(call.secret(call.words("signIn.password")))),
    ])
    return try Session(client.ask("POST", "/sessions", body: body))
  }

  private static func invited(_ client: RemoteClient, _ call: Invocation) throws -> Session {
    let secret = call.secret(call.words("signIn.invitation"))
    let password = call.secret(call.words("signIn.newPassword"))
    guard call.secret(call.words("signIn.again")) == password else {
      throw Failure(.refused, [call.words("signIn.different")])
    }
    let blank = secret.filter { !$0.isWhitespace }
    return try Session(
      client.ask(
        "POST", "/invitations",
        body: ["secret": .string(blank), "password": .string(password)]))
  }
}
