package import HubConsole
import HubModel
import HubWords

extension Program {
  /// `hub`, as its console is told of it.
  ///
  /// - Parameter files: a data file and all that belongs to it.
  package static func hub(
    version: String, everyday: [Example] = Everyday.examples,
    files: @escaping @Sendable (_ database: String) -> [String] = { [$0] }
  ) -> Program {
    Program(
      version: version, options: GlobalOption.hub, everyday: everyday,
      words: { Words(Language(rawValue: $0) ?? .en) },
      hint: { status, globals in
        // Nobody sees little: whoever forgot to say who they are is told so.
        guard [.notFound, .notAllowed].contains(status) else { return nil }
        if globals.server != nil { return globals.token == nil ? "hint.signIn" : nil }
        return globals.caller == nil ? "hint.nobody" : nil
      },
      settle: { $0.settled(for: $1) },
      home: HomeScreen.command,
      spares: { files($0.database) })
  }
}
