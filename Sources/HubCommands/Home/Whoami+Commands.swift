import HubConsole
import HubModel
import HubText
import HubWords

/// `hub whoami`: who the caller is for the hub, and in which roles.
enum WhoamiCommands {
  static let all: [Command] = [
    Command("whoami", examples: [Example("hub whoami", "example.whoami")]) { call in
      let me = try call.client().json("GET", "/me")
      if call.globals.json { return call.write(me.written()) }
      let words = call.words
      let text = FieldText(words: words, names: me["names"])
      var arguments = [
        "name": me["name"]?.string ?? "", "handle": me["handle"]?.string ?? "",
        "ref": me["person"]?.string ?? "",
      ]
      call.say(words("whoami.person", arguments))
      if let role = me["hubRole"]?.string, role != "none" {
        call.say("  " + words.choice(role, field: "hubRole", of: .person))
      }
      for membership in me["memberships"]?.array ?? [] {
        arguments["role"] = words.choice(
          membership["role"]?.string ?? "", field: "role", of: .membership)
        arguments["body"] = text.named(membership["body"]?.string ?? "")
        call.say("  " + words("whoami.role", arguments))
      }
      for duty in (me["duties"]?.array ?? []).compactMap(\.string) {
        call.say("  " + words.choice(duty, field: "duties", of: .person))
      }
      arguments["place"] = call.globals.server ?? call.globals.database
      call.say(words("whoami.place", arguments))
    }
  ]
}
