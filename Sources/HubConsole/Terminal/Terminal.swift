/// Where a command reads and writes: the process's own streams, or a test's record of them.
///
/// Nothing below the console touches a stream of the process by itself.
package struct Terminal: Sendable {
  /// Adds to standard output.
  package var write: @Sendable (String) -> Void
  /// Adds to standard error.
  package var writeError: @Sendable (String) -> Void
  /// Adds bytes as they are to standard output: what is for a file or a program.
  package let deliver: @Sendable (String) -> Void
  /// Adds to standard error, codes that move about the screen included.
  let draw: @Sendable (String) -> Void
  /// Everything that standard input still holds.
  package var readAll: @Sendable () -> [UInt8]
  /// The next line of standard input, without its end; nil once there is none.
  package var readLine: @Sendable () -> String?
  /// The next line of standard input, which a terminal does not show while it is typed.
  package var readSecret: @Sendable () -> String?
  /// Hands what was held back to the process's streams.
  package var flush: @Sendable () -> Void
  /// Hands over the rest once nothing more comes: by a pager, where nobody has seen anything yet and
  /// all of it is more than the screen holds; a line of the shell, nil for none.
  package var finish: @Sendable (_ pager: String?) -> Void
  /// The system's number for why not all of standard output arrived, once it was handed over.
  package var failure: @Sendable () -> Int32?
  /// Whether a person sees standard output, and not a file or a program.
  package var isTerminal: Bool
  package var errorIsTerminal: Bool
  package var inputIsTerminal: Bool
  /// Columns; nil when unknown.
  package var width: Int?
  package var environment: [String: String]

  package init(
    write: @escaping @Sendable (String) -> Void,
    writeError: @escaping @Sendable (String) -> Void,
    readAll: @escaping @Sendable () -> [UInt8] = { [] },
    readLine: @escaping @Sendable () -> String? = { nil },
    readSecret: @escaping @Sendable () -> String? = { nil },
    flush: @escaping @Sendable () -> Void = {},
    finish: @escaping @Sendable (_ pager: String?) -> Void = { _ in },
    failure: @escaping @Sendable () -> Int32? = { nil },
    isTerminal: Bool = false, errorIsTerminal: Bool = false, inputIsTerminal: Bool = false,
    width: Int? = nil, environment: [String: String] = [:]
  ) {
    self.write = write
    self.writeError = writeError
    deliver = write
    draw = writeError
    self.readAll = readAll
    self.readLine = readLine
    self.readSecret = readSecret
    self.flush = flush
    self.finish = finish
    self.failure = failure
    self.isTerminal = isTerminal
    self.errorIsTerminal = errorIsTerminal
    self.inputIsTerminal = inputIsTerminal
    self.width = width
    self.environment = environment
  }

  /// The same, with nothing on the screen but text.
  func harmless(colour: Bool) -> Terminal {
    var terminal = self
    terminal.write = { [deliver] in deliver(HarmlessText.of($0, colour: colour)) }
    terminal.writeError = { [draw] in draw(HarmlessText.of($0)) }
    return terminal
  }

  /// An environment variable that is set to something.
  package func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The pager of the person, as a line of the shell: `HUB_PAGER`, `PAGER`, else less. One that is
  /// set to nothing is none.
  var pager: String? {
    guard isTerminal, inputIsTerminal, variable("TERM") != "dumb" else { return nil }
    let asked = environment["HUB_PAGER"] ?? environment["PAGER"] ?? "less"
    return asked.isEmpty || asked == "cat" ? nil : asked
  }

  /// Columns to fill: the terminal's, or 80.
  package var columns: Int { max(20, width ?? 80) }

  /// Whether lines can be drawn with more than ASCII: the locale says UTF-8, or says nothing.
  package var drawsUnicode: Bool {
    let locale = variable("LC_ALL") ?? variable("LC_CTYPE") ?? variable("LANG")
    guard let locale = locale?.lowercased() else { return true }
    return locale.contains("utf-8") || locale.contains("utf8")
  }
}
