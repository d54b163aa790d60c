import FoundationEssentials
import Glibc
import Synchronization

extension Terminal {
  /// The streams of this process.
  ///
  /// A reader that goes away does not end the process on the spot: what it has open is closed first.
  package static func system() -> Terminal {
    signal(SIGPIPE, ignore)
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
      readLine: {
        output.flush()
        return Input.readLine(from: STDIN_FILENO)
      },
      flush: { output.flush() },
      failure: { output.failure },
      isTerminal: isatty(STDOUT_FILENO) == 1,
      errorIsTerminal: isatty(STDERR_FILENO) == 1,
      inputIsTerminal: isatty(STDIN_FILENO) == 1,
      width: environment["COLUMNS"].flatMap { Int($0) } ?? windowWidth(),
      environment: environment)
  }

  /// Something that does nothing, and not SIG_IGN, which an editor that is started would inherit.
  private static let ignore: @convention(c) (Int32) -> Void = { _ in }

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
  /// Byte for byte: what follows the line is somebody else's to read.
  static func readLine(from descriptor: Int32) -> String? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count = Glibc.read(descriptor, &byte, 1)
      if count < 0, errno == EINTR { continue }
      if count == 1, byte != UInt8(ascii: "\n") {
        bytes.append(byte)
        continue
      }
      return count < 1 && bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
  }

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
  private let held = Mutex<(bytes: [UInt8], failure: Int32?)>(([], nil))

  init(descriptor: Int32) { self.descriptor = descriptor }

  func add(_ text: String) {
    held.withLock {
      $0.bytes += text.utf8
      if $0.bytes.count > 64 * 1024 { empty(&$0) }
    }
  }

  func flush() { held.withLock { empty(&$0) } }

  /// Why not everything arrived.
  var failure: Int32? { held.withLock { $0.failure } }

  private func empty(_ held: inout (bytes: [UInt8], failure: Int32?)) {
    held.failure = held.failure ?? Self.writeAll(held.bytes, to: descriptor)
    held.bytes.removeAll(keepingCapacity: true)
  }

  /// - Returns: the system's number for why not all of it could be written.
  @discardableResult
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer in
      var at = 0
      while at < buffer.count {
        let written = Glibc.write(descriptor, buffer.baseAddress! + at, buffer.count - at)
        if written < 0, errno != EINTR { return errno }
        at += max(0, written)
      }
      return nil
    }
  }
}
