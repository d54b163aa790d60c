package import HubModel
import HubWords

/// What every command takes.
package enum GlobalOption {
  package static let all: [Option] = [
    Option("database", .file),
    Option("server", .address),
    Option("token"),
    Option("profile"),
    Option("as", .handle),
    Option("lang", .choice(["en", "fr"])),
    Option("json", .flag),
    Option("no-color", .flag),
    Option("quiet", .flag, short: "q"),
    Option("clock", .moment, hidden: true),
    Option("help", .flag, short: "h"),
    Option("version", .flag),
  ]
}

/// The values of the global options, after options, environment and profile were put together.
package struct GlobalOptions: Sendable {
  package var database = "hub.db"
  /// The service to ask instead of a database.
  package var server: String?
  package var token: String?
  /// The handle of the caller, without `@`.
  package var caller: String?
  package var language = Language.en
  package var json = false
  package var colour = false
  package var quiet = false
  /// The time to take for now; nil for the machine's clock.
  package var clock: Moment?
}
