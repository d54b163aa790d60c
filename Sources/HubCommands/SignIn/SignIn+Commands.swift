import HubConsole
import HubHTTP
import HubModel
import HubText
import HubWords

/// `hub person invite`, `hub person sign-out`, `hub person sign-ins` and `hub token …`.
enum SignInCommands {
  static let all: [Command] = [invite, signOut, signIns, create, list, revoke]

  private static let invite = Command(
    "person", "invite", arguments: [Argument("person", .person)],
    examples: [Example("hub person invite @rosa", "example.invite")]
  ) { call in
    let person = try call.requiredReference("person")
    let answer = try call.client().ask("POST", "/people/\(person)/invitations")
    if call.globals.json { return call.write(answer.body) }
    let made = try JSON(parsing: answer.body)
    call.say(
      call.words(
        "invite.made",
        [
          "handle": made["handle"]?.string ?? "", "person": made["person"]?.string ?? "",
          "when": Clocks.text(made["expires"], call) ?? "",
          "place": Places.name(call.places.own),
        ]))
    call.show([made["secret"]?.string ?? ""])
  }

  private static let signOut = Command(
    "person", "sign-out", arguments: [Argument("person", .person, optional: true)],
    options: [Option("remove-password", .flag), .yes],
    examples: [Example("hub person sign-out @rosa", "example.signOut")]
  ) { call in
    let person = try call.reference("person")?.description ?? me(call)
    try call.confirm { call.words("confirm.signOut", ["person": person]) }
    let answer = try call.client().ask(
      "POST", "/people/\(person)/sign-out",
      body: ["password": .bool(call.flag("remove-password"))])
    if call.globals.json { return call.write(answer.body) }
    let done = try JSON(parsing: answer.body)
    var arguments = ["handle": done["handle"]?.string ?? ""]
    for kind in ["sessions", "tokens", "invitations"] {
      arguments[kind] = String(done[kind]?.integer ?? 0)
    }
    call.say(call.words("signOut.done", arguments))
    if done["password"]?.bool == true { call.say(call.words("signOut.password", arguments)) }
  }

  /// What was done with one's own credentials: who was invited by somebody else sees it here.
  private static let signIns = Command(
    "person", "sign-ins", examples: [Example("hub person sign-ins", "example.signIns")]
  ) { call in
    let answer = try call.client().ask("GET", "/me/sign-in-history")
    if call.globals.json { return call.write(answer.body) }
    let items = try JSON(parsing: answer.body)["items"]?.array ?? []
    guard !items.isEmpty else { return call.say(call.words("signIns.none")) }
    let words = call.words
    var table = Table([
      Table.Column(Clocks.heading(call), fixed: true),
      Table.Column(words("column.what"), main: true),
      Table.Column(words("column.who")),
    ])
    for item in items {
      let act = words("act.\(item["act"]?.string ?? "")")
      let token = item["token"]?.integer.map { " \($0)" } ?? ""
      table.row(
        Styled(Clocks.text(item["at"], call) ?? ""), Styled(act + token),
        Styled(item["by"]?.string ?? ""))
    }
    call.show(table)
  }

  private static let create = Command(
    "token", "create",
    options: [Option("name", required: true), Option("scopes"), Option("expires", .day)],
    examples: [
      Example(
        "hub token create --name \"Nightly import\" --scopes read,write --expires +3m",
        "example.createToken")
    ]
  ) { call in
    var members = [JSON.Member(name: "name", value: .string(call.text("name") ?? ""))]
    if let scopes = call.text("scopes") {
      let words = scopes.split { $0 == "," || $0 == " " }.map { JSON.string(String($0)) }
      members.append(.init(name: "scopes", value: .array(words)))
    }
    if let day = call.day("expires") {
      members.append(.init(name: "expires", value: .string(day.description)))
    }
    let answer = try call.client().ask("POST", "/tokens", body: .object(members))
    if call.globals.json { return call.write(answer.body) }
    let made = try JSON(parsing: answer.body)
    call.say(
      call.words(
        "token.made",
        [
          "number": String(made["number"]?.integer ?? 0),
          "when": Clocks.text(made["expires"], call) ?? "",
          "place": Places.name(call.places.own),
        ]))
    call.show([made["token"]?.string ?? ""])
  }

  private static let list = Command(
    "token", "list", examples: [Example("hub token list", "example.listTokens")]
  ) { call in
    let answer = try call.client().ask("GET", "/tokens")
    if call.globals.json { return call.write(answer.body) }
    let items = try JSON(parsing: answer.body)["items"]?.array ?? []
    guard !items.isEmpty else { return call.say(call.words("token.none")) }
    call.show(table(items, call))
  }

  private static let revoke = Command(
    "token", "revoke", arguments: [Argument("number", .number(1...Int.max), optional: true)],
    options: [Option("all", .flag), .yes],
    examples: [
      Example("hub token revoke 3", "example.revokeToken"),
      Example("hub token revoke --all", "example.revokeTokens"),
    ]
  ) { call in
    guard (call.number("number") != nil) != call.flag("all") else {
      throw WrongUsage("usage.tokenOrAll")
    }
    try call.confirm {
      call.flag("all")
        ? call.words("confirm.revokeAll")
        : call.words("confirm.revoke", ["number": String(call.number("number") ?? 0)])
    }
    if call.flag("all") {
      let answer = try call.client().ask("DELETE", "/tokens")
      if call.globals.json { return call.write(answer.body) }
      let count = try JSON(parsing: answer.body)["revoked"]?.integer ?? 0
      return call.say(call.words("token.allRevoked", ["count": String(count)]))
    }
    let number = String(call.number("number") ?? 0)
    let answer = try call.client().ask("DELETE", "/tokens/\(number)")
    if call.globals.json { return call.write(answer.body) }
    call.say(call.words("token.revoked", ["number": number]))
  }

  private static func table(_ items: [JSON], _ call: Invocation) -> Table {
    let words = call.words
    var table = Table([
      Table.Column(words("column.number"), right: true),
      Table.Column(words("column.name"), main: true), Table.Column(words("column.scopes")),
      Table.Column(words("column.expires")), Table.Column(words("column.lastUsed")),
    ])
    for item in items {
      let isRevoked = item["revoked"]?.string != nil
      let scopes = (item["scopes"]?.array ?? []).compactMap(\.string).joined(separator: ", ")
      table.row(
        Styled(String(item["number"]?.integer ?? 0)), Styled(item["name"]?.string ?? ""),
        Styled(scopes),
        Styled(isRevoked ? words("token.isRevoked") : Clocks.text(item["expires"], call) ?? ""),
        Styled(Clocks.text(item["lastUsed"], call) ?? words("token.neverUsed")))
    }
    return table
  }

  private static func me(_ call: Invocation) throws -> String {
    let answer = try call.client().ask("GET", "/me")
    return try JSON(parsing: answer.body)["person"]?.string ?? ""
  }
}
