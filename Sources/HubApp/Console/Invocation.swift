import Foundation
package import HubModel
package import HubWords

/// One call of a command: what was asked, in which language, and where the answer goes.
package final class Invocation {
  package let command: Command
  /// Of the command's arguments and options.
  package let values: Values
  package let globals: GlobalOptions
  package let words: Words
  package let terminal: Terminal
  private let connect: (Invocation) throws -> any HubClient
  private var connected: (any HubClient)?

  init(
    command: Command, values: Values, globals: GlobalOptions, terminal: Terminal,
    connect: @escaping (Invocation) throws -> any HubClient
  ) {
    self.command = command
    self.values = values
    self.globals = globals
    words = Words(globals.language)
    self.terminal = terminal
    self.connect = connect
  }

  /// The API; made when a command first asks for it.
  package func client() throws -> any HubClient {
    if let connected { return connected }
    let client = try connect(self)
    connected = client
    return client
  }

  /// The time that `--clock` fixes, else the machine's.
  package var now: Moment { globals.now }

  package var today: Day { globals.today }

  package func flag(_ name: String) -> Bool { values.has(name) }
  package func text(_ name: String) -> String? { values.text(name) }
  package func number(_ name: String) -> Int? { values.number(name) }
  package func day(_ name: String) -> Day? { values.day(name) }
  package func reference(_ name: String) -> Reference? { values.reference(name) }

  /// A required argument; it was checked before the command ran.
  package func required(_ name: String) throws -> String {
    guard let text = text(name) else { throw WrongUsage("usage.argumentMissing", ["name": name]) }
    return text
  }

  package func requiredReference(_ name: String) throws -> Reference {
    guard let reference = reference(name) else {
      throw WrongUsage("usage.argumentMissing", ["name": name])
    }
    return reference
  }
}

extension GlobalOptions {
  package var now: Moment {
    clock ?? Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }

  /// The day it is where the person types.
  package var today: Day { now.local(in: clock == nil ? .current : .gmt).day }
}
