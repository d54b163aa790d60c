import FoundationEssentials
import Glibc
import Synchronization

extension Terminal {
  /// The streams of this process.
  package static func system() -> Terminal {
    let output = OutputBuffer(descriptor: STDOUT_FILENO)
    let environment = ProcessInfo.processInfo.environment
    return Terminal(
      write: { output.add($0) },
      writeError: { text in
        // What was said before on standard output stands before it on the screen.
        output.flush()
        OutputBuffer.writeAll(Array(text.utf8), to: STDERR_FILENO)
      },
      readAll: {
        output.flush()
        return Input.readAll(from: STDIN_FILENO)
      },
      flush: { output.flush() },
      isTerminal: isatty(STDOUT_FILENO) == 1,
      errorIsTerminal: isatty(STDERR_FILENO) == 1,
      inputIsTerminal: isatty(STDIN_FILENO) == 1,
      width: environment["COLUMNS"].flatMap { Int($0) } ?? windowWidth(),
      environment: environment)
  }

  private static func windowWidth() -> Int? {
    var size = winsize()
    for descriptor in [STDOUT_FILENO, STDERR_FILENO]
    where ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return nil
  }
}

private enum Input {
  /// Everything up to its end.
  static func readAll(from descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += piece[..<count]
    }
  }
}

/// Holds output back until there is enough of it for one system call.
private final class OutputBuffer: Sendable {
  private let descriptor: Int32
  private let held = Mutex<[UInt8]>([])

  init(descriptor: Int32) { self.descriptor = descriptor }

  func add(_ text: String) {
    held.withLock {
      $0 += text.utf8
      if $0.count > 64 * 1024 { Self.empty(&$0, to: descriptor) }
    }
  }

  func flush() { held.withLock { Self.empty(&$0, to: descriptor) } }

  private static func empty(_ bytes: inout [UInt8], to descriptor: Int32) {
    writeAll(bytes, to: descriptor)
    bytes.removeAll(keepingCapacity: true)
  }

  /// A reader that went away ends the process by SIGPIPE, as it does `ls | head`.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var at = 0
      while at < buffer.count {
        let written = Glibc.write(descriptor, buffer.baseAddress! + at, buffer.count - at)
        if written < 0, errno != EINTR { return }
        at += max(0, written)
      }
    }
  }
}
