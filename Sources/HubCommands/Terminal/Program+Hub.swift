package import HubConsole
import HubModel
import HubWords

extension Program {
  /// `hub`, as its console is told of it.
  package static func hub(
    version: String, everyday: [Example] = Everyday.examples
  ) -> Program {
    Program(
      version: version, options: GlobalOption.hub, everyday: everyday,
      words: { Words(Language(rawValue: $0) ?? .en) },
      hint: { status, globals in
        // Nobody sees little: whoever forgot to say who they are is told so.
        let isNobody = globals.caller == nil && globals.server == nil
        return isNobody && [.notFound, .notAllowed].contains(status) ? "hint.nobody" : nil
      })
  }
}
