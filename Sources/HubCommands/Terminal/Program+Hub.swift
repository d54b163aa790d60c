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
        let isNobody = globals.caller == nil && globals.server == nil
        return isNobody && [.notFound, .notAllowed].contains(status) ? "hint.nobody" : nil
      },
      settle: { $0.settled(for: $1) },
      home: HomeScreen.command,
      spares: { files($0.database) })
  }
}
