import Foundation
import HubHTTP
import HubModel
import HubText
import Testing

/// Signing in from a terminal: once, and then nobody types an address or a token.
@Suite struct ServiceSignInTests {
  private let serving: ServingHub
  private let home: URL

  init() throws {
    serving = try ServingHub()
    home = serving.folder.appending(path: "home")
    try serving.start()
  }

  private var server: String { "http://127.0.0.1:\(serving.port)" }
  private var profile: String { home.appending(path: "hub/profile").path }

  /// Runs a command of somebody whose profile is in their home.
  private func run(_ arguments: String..., typed: String = "") throws -> (
    status: Int32, output: String, errors: String
  ) {
    let process = Process()
    process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "hub")
    process.arguments = arguments
    process.environment = ["LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": home.path]
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(typed.utf8))
    try input.fileHandleForWriting.close()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: said, as: UTF8.self),
      String(decoding: complained, as: UTF8.self)
    )
  }

  private func invitation() throws -> String {
    let made = try HubCommand.run([
      "person", "invite", "@facilitator", "--database", serving.path, "--as", "@admin", "--json",
    ])
    return try #require(JSON(parsing: made.output)["secret"]?.string)
  }

  @Test func `an invitation, a password, and out again`() throws {
    let password = "trois chevaux mauves"
    let invited = try run(
      "sign-in", "--server", server, "--invitation",
      typed: "\(try invitation())\n\(password)\n\(password)\n")
    #expect(invited.status == 0, "\(invited.errors)")
    #expect(invited.output.contains("@facilitator"))
    #expect(!invited.output.contains("hub_") && !invited.errors.contains(password))
    let mode = try FileManager.default.attributesOfItem(atPath: profile)[.posixPermissions]
    #expect(mode as? Int == 0o600)

    let who = try run("whoami")
    #expect(who.output.contains("@facilitator"), "\(who.errors)")
    #expect(try run("action", "list", "--all").output.contains("A-1"))

    let out = try run("sign-out")
    #expect(out.status == 0, "\(out.errors)")
    #expect(try !String(contentsOfFile: profile, encoding: .utf8).contains("token"))
    #expect(try run("whoami", "--server", server).status == 4)

    let again = try run(
      "sign-in", "--server", server, "--as", "@facilitator", typed: password + "\n")
    #expect(again.status == 0, "\(again.errors)")
    #expect(try run("whoami").status == 0)
    // The token of the first time is no more.
    #expect(try run("token", "list").output.contains("hub ("))
  }

  @Test func `what is typed wrongly changes nothing`() throws {
    let wrong = try run("sign-in", "--server", server, "--as", "@facilitator", typed: "guess\n")
    #expect(wrong.status == 4, "\(wrong.errors)")
    let different = try run(
      "sign-in", "--server", server, "--invitation",
      typed: "\(try invitation())\ntrois chevaux mauves\ntrois chevaux bleus\n")
    #expect(different.status == 1)
    #expect(!FileManager.default.fileExists(atPath: profile))
    #expect(try run("sign-in").status == 2)
  }

  @Test func `several services have profiles of their own`() throws {
    let password = "trois chevaux mauves"
    _ = try run(
      "sign-in", "--server", server, "--invitation",
      typed: "\(try invitation())\n\(password)\n\(password)\n")
    let other = server.replacing("127.0.0.1", with: "localhost")
    let taken = try run(
      "sign-in", "--server", other, "--as", "@facilitator", typed: password + "\n")
    #expect(taken.status == 5, "\(taken.errors)")
    let named = try run(
      "sign-in", "--server", other, "--save-as", "work", "--as", "@facilitator",
      typed: password + "\n")
    #expect(named.status == 0, "\(named.errors)")
    #expect(try run("whoami", "--profile", "work").status == 0)
    #expect(try run("sign-out", "--profile", "work").status == 0)
    #expect(try run("whoami").status == 0)
  }
}
