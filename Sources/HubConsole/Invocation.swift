/// One call of a command: what was asked, in which language, and where the answer goes.
package final class Invocation {
  package let command: Command
  /// Of the command's arguments and options.
  package internal(set) var values = Values()
  package internal(set) var globals: GlobalOptions
  package let program: Program
  package let wording: any Wording
  package let terminal: Terminal
  private let connect: (Invocation) throws -> any HubClient
  private var connected: (any HubClient)?
  private var endings: [() -> Void] = []
  private var found: [ObjectIdentifier: Any] = [:]

  init(
    command: Command, globals: GlobalOptions, program: Program, wording: any Wording,
    terminal: Terminal,
    connect: @escaping (Invocation) throws -> any HubClient
  ) {
    self.command = command
    self.globals = globals
    self.program = program
    self.wording = wording
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

  /// What a command asks for once, whoever asks again.
  package func once<Found>(_ find: () -> Found) -> Found {
    let key = ObjectIdentifier(Found.self)
    if let found = found[key] as? Found { return found }
    let new = find()
    found[key] = new
    return new
  }

  /// Has something done once the command has ended, however it ends; what was asked last comes
  /// first. A process that ends by `exit` lets go of nothing by itself.
  package func atEnd(_ body: @escaping () -> Void) { endings.append(body) }

  func end() {
    while let last = endings.popLast() { last() }
  }

  package func flag(_ name: String) -> Bool { values.has(name) }
  package func text(_ name: String) -> String? { values.text(name) }
  package func number(_ name: String) -> Int? { values.number(name) }

  /// A required argument; it was checked before the command ran.
  package func required(_ name: String) throws -> String {
    guard let text = text(name) else { throw WrongUsage("usage.argumentMissing", ["name": name]) }
    return text
  }
}
