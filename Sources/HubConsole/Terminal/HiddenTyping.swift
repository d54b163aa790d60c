import Glibc

/// A line that a terminal does not show while it is typed: a password.
enum HiddenTyping {
  private static let interrupt: UInt8 = 3

  /// Ctrl-C ends the program as always, but only once the terminal shows again what is typed.
  ///
  /// - Returns: nil where no line is left.
  static func readLine() -> String? {
    var shown = termios()
    let isTerminal = tcgetattr(STDIN_FILENO, &shown) == 0
    if isTerminal {
      var hidden = shown
      hidden.c_lflag &= ~tcflag_t(ECHO | ISIG)
      // Without its signal the key ends the line, and is looked at after it.
      withUnsafeMutableBytes(of: &hidden.c_cc) { $0[Int(VEOL)] = interrupt }
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
    }
    let (line, isBrokenOff) = read()
    if isTerminal { tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown) }
    if isBrokenOff { raise(SIGINT) }
    return line
  }

  private static func read() -> (line: String?, isBrokenOff: Bool) {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count = Glibc.read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      if count == 1, byte == interrupt { return (nil, true) }
      if count == 1, byte != UInt8(ascii: "\n") {
        bytes.append(byte)
        continue
      }
      let isOver = count < 1 && bytes.isEmpty
      return (isOver ? nil : String(decoding: bytes, as: UTF8.self), false)
    }
  }
}
