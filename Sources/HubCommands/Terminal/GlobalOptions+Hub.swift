import Foundation
package import HubConsole
package import HubModel

/// What every command of the hub takes.
extension GlobalOption {
  static let hub: [GlobalOption] = [
    GlobalOption(Option("database", .file), variable: "HUB_DATABASE", remembered: true),
    GlobalOption(Option("server", .address), variable: "HUB_SERVER", remembered: true),
    GlobalOption(Option("token"), variable: "HUB_TOKEN", remembered: true),
    .profile,
    GlobalOption(Option("as", .handle), variable: "HUB_AS", remembered: true),
    .language(Language.allCases.map(\.rawValue)),
    .json,
    .noColour,
    .noPager,
    .quiet,
    GlobalOption(Option("clock", .moment, hidden: true), variable: "HUB_CLOCK"),
    .help,
    .version,
  ]
}

extension GlobalOptions {
  package var database: String { values.text("database") ?? "hub.db" }

  /// The service to ask instead of a database. A database that is named beats a server that is
  /// merely remembered.
  package var server: String? {
    isTyped("database") && !isTyped("server") ? nil : values.text("server")
  }

  /// A token that a profile remembers is for the server that it remembers beside it, and is sent to
  /// no other.
  package var token: String? {
    guard let profile = profile(of: "token") else { return values.text("token") }
    let own = profile.values["server"].map(Self.address)
    return own != nil && own == server.map(Self.address) ? values.text("token") : nil
  }

  /// An address as it is compared.
  private static func address(_ text: String) -> String {
    var text = text.lowercased()
    while text.hasSuffix("/") { text.removeLast() }
    return text
  }

  /// The handle of the caller, without `@`.
  package var caller: String? { values.text("as") }

  /// The time to take for now; nil for the machine's clock.
  package var clock: Moment? { values.moment("clock") }

  package var now: Moment {
    clock ?? Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }

  /// The day from which `friday` counts: the network's, once that was asked for; it is not asked for
  /// where nothing counts from it, and then that of the machine is as good.
  package var today: Day { values.all(Self.today, as: Day.self).last ?? now.local(in: .gmt).day }

  mutating func set(today: Day) { add(today, Self.today, isTyped: false) }

  private static let today = "today"
}
