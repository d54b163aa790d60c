import Foundation
import HubCommands
import HubModel
import HubTestKit
import HubWords
import Testing

@testable import HubConsole

/// What a person does not want to type twice.
@Suite struct ProfileFileTests {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "hub-profile-\(UUID())")

  /// Runs a command with a profile file.
  private func run(
    _ text: String, mode: Int = 0o600, _ arguments: String..., environment: [String: String] = [:]
  ) throws -> (status: HubConsole.ExitStatus, output: String, errors: String) {
    let path = folder.appending(path: "hub/profile").path
    try FileManager.default.createDirectory(
      at: folder.appending(path: "hub"), withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    defer { try? FileManager.default.removeItem(at: folder) }
    let recorded = RecordedTerminal()
    let tell = Command("tell") { call in call.say("token \(call.globals.token ?? "none")") }
    let console = Console(
      SampleConsole.program, commands: SampleConsole.commands + [tell],
      connect: { _ in throw SampleConsole.NoClient() })
    let status = console.run(
      arguments,
      on: recorded.terminal(
        environment: environment.merging(["XDG_CONFIG_HOME": folder.path]) { $1 }))
    return (status, recorded.output, recorded.errors)
  }

  @Test func `profiles are read, whatever editor wrote them`() {
    let file = ProfileFile(
      "\u{FEFF}# mine\r\nas = ana\r\n lang=fr \r\n\r\n[work]\nserver = http://a?b=c\n[empty]\n")
    #expect(file.profiles[""]?.values == ["as": "ana", "lang": "fr"])
    #expect(file.profiles["work"]?.values == ["server": "http://a?b=c"])
    #expect(file.profiles["empty"]?.values == [:])
    #expect(file.faults.isEmpty)
  }

  @Test func `what is wrong is told by its line`() throws {
    let call = try run(
      "as = ana\nsevrer = http://a\nnonsense\nlang = fr\nlang = en\n", "action", "list")
    #expect(call.status == .wrongUsage)
    for told in ["profile:2", "“server”", "profile:3", "nonsense", "profile:5"] {
      #expect(call.errors.contains(told), "\(told): \(call.errors)")
    }
  }

  @Test(arguments: [(0o600, true), (0o640, false), (0o604, false), (0o644, false)])
  func `a token that others can read is not used`(mode: Int, isUsed: Bool) throws {
    let profile = "server = https://a.example\ntoken = hub_secret\n"
    let call = try run(profile, mode: mode, "tell")
    #expect((call.status == .done) == isUsed, "\(call.errors)")
    #expect(call.output.contains("hub_secret") == isUsed)
    #expect(isUsed || call.errors.contains("chmod 600"))
    // Without a secret it is nobody's business.
    #expect(try run("lang = fr\n", mode: mode, "action", "list").status == .done)
  }

  @Test(arguments: [
    ([], true), (["--server", "https://A.example/"], true),
    (["--server", "https://b.example"], false), (["--profile", "other"], false),
  ])
  func `a token is for its own server alone`(options: [String], isSent: Bool) throws {
    let profile = """
      server = https://a.example
      token = hub_secret
      [other]
      server = https://b.example

      """
    let call =
      switch options.count {
      case 0: try run(profile, "tell")
      default: try run(profile, "tell", options[0], options[1])
      }
    #expect(call.status == .done, "\(call.errors)")
    #expect(call.output.contains("hub_secret") == isSent)
    let elsewhere = try run(profile, "tell", environment: ["HUB_SERVER": "https://b.example"])
    #expect(!elsewhere.output.contains("hub_secret"))
    let given = try run(profile, "tell", "--server", "https://b.example", "--token", "hub_other")
    #expect(given.output.contains("hub_other"))
  }

  @Test func `a profile is written beside what else is there`() {
    let file = ProfileFile("# mine\nlang = fr\n\n[work]\nserver = http://a\ntoken = old\n\n# end\n")
    let text = file.text(
      setting: ["server": "http://b", "token": "new", "token-number": nil], in: "work")
    #expect(
      text == "# mine\nlang = fr\n\n[work]\nserver = http://b\ntoken = new\n\n# end\n", "\(text)")
    #expect(
      ProfileFile("lang = fr\n").text(setting: ["token": "t"], in: "")
        == "lang = fr\ntoken = t\n")
    #expect(ProfileFile("").text(setting: ["token": "t"], in: "x") == "[x]\ntoken = t\n")
    #expect(
      ProfileFile("[x]\nlang = fr\n").text(setting: ["token": "t"], in: "")
        == "token = t\n\n[x]\nlang = fr\n")
    let forgotten = ProfileFile(text).text(setting: ["server": nil, "token": nil], in: "work")
    #expect(ProfileFile(forgotten).profiles["work"]?.values == [:])
  }
}
