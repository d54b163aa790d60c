import FoundationEssentials
import Glibc
import Synchronization

extension Terminal {
  /// The streams of this process.
  ///
  /// A reader that goes away does not end the process on the spot: what it has open is closed first.
  package static func system() -> Terminal {
    signal(SIGPIPE, ignore)
    let rows = isatty(STDOUT_FILENO) == 1 ? windowSize()?.rows : nil
    let output = OutputBuffer(descriptor: STDOUT_FILENO, rows: rows)
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
      readSecret: {
        output.flush()
        return HiddenTyping.readLine()
      },
      flush: { output.flush() },
      finish: { output.finish($0) },
      failure: { output.failure },
      isTerminal: isatty(STDOUT_FILENO) == 1,
      errorIsTerminal: isatty(STDERR_FILENO) == 1,
      inputIsTerminal: isatty(STDIN_FILENO) == 1,
      width: environment["COLUMNS"].flatMap { Int($0) } ?? windowSize()?.columns,
      environment: environment)
  }

  /// Something that does nothing, and not SIG_IGN, which an editor that is started would inherit.
  private static let ignore: @convention(c) (Int32) -> Void = { _ in }

  private static func windowSize() -> (rows: Int, columns: Int)? {
    var size = winsize()
    for descriptor in [STDOUT_FILENO, STDERR_FILENO]
    where ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 {
      return (Int(size.ws_row), Int(size.ws_col))
    }
    return nil
  }
}

/// Shows what is longer than the screen by a program that turns pages.
private enum Pager {
  /// Whether it was shown; the text itself is the pager's to keep on the screen.
  static func show(_ bytes: [UInt8], by pager: String) -> Bool {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(folder)/hub-XXXXXX".utf8CString)
    // Nobody else may read it, nor anybody once the pager is done.
    let file = mkstemp(&name)
    guard file >= 0 else { return false }
    let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    let failure = OutputBuffer.writeAll(bytes, to: file)
    close(file)
    guard failure == nil else { return false }
    // The colours that a terminal has, no page for what fits, and the text stays when it is left.
    let line = "LESS=\"${LESS-FRX}\" LESSCHARSET=utf-8; export LESS LESSCHARSET; \(pager) < \"$1\""
    // 127: there is no such program.
    return TerminalChild.run(line, path).map { $0 != 127 } ?? false
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

/// Holds output back until there is enough of it for one system call; what may be read by a pager
/// until all of it is there.
private final class OutputBuffer: Sendable {
  private struct Held {
    var bytes: [UInt8] = []
    var failure: Int32?
    /// Whether somebody has seen some of it.
    var isBegun = false
  }

  private let descriptor: Int32
  /// How many lines the screen holds; nil where nobody looks.
  private let rows: Int?
  private let most: Int
  private let held = Mutex(Held())

  init(descriptor: Int32, rows: Int?) {
    self.descriptor = descriptor
    self.rows = rows
    most = rows == nil ? 64 * 1024 : 4 * 1024 * 1024
  }

  func add(_ text: String) {
    held.withLock {
      $0.bytes += text.utf8
      if $0.bytes.count > most { empty(&$0) }
    }
  }

  func flush() { held.withLock { empty(&$0) } }

  func finish(_ pager: String?) {
    held.withLock {
      if let pager, let rows, !$0.isBegun, $0.bytes.count(where: { $0 == 0x0A }) >= rows,
        Pager.show($0.bytes, by: pager)
      {
        $0.bytes.removeAll()
      }
      empty(&$0)
    }
  }

  /// Why not everything arrived.
  var failure: Int32? { held.withLock { $0.failure } }

  private func empty(_ held: inout Held) {
    if !held.bytes.isEmpty { held.isBegun = true }
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
