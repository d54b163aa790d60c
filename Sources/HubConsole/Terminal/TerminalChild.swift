import Glibc

/// A program that has the terminal until it ends: an editor.
///
/// Foundation's `Process` puts a child into a process group of its own, and a terminal stops whoever
/// reads from it in the background. This child stays in the group that has the terminal.
package enum TerminalChild {
  /// Runs a line of the shell, with one argument as its `$1`, and waits for its end. Ctrl-C is the
  /// child's meanwhile: whoever waits still has to say where things are.
  ///
  /// - Returns: its exit status, and 128 and the signal that ended it; nil when it cannot be started.
  package static func run(_ line: String, _ argument: String) -> Int32? {
    var signals = sigset_t()
    sigemptyset(&signals)
    let reserved = [SIGINT, SIGQUIT]
    for signal in reserved { sigaddset(&signals, signal) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    let former = reserved.map { Glibc.signal($0, SIG_IGN) }
    defer { for (name, handler) in zip(reserved, former) { _ = Glibc.signal(name, handler) } }

    let texts: [String] = ["sh", "-c", line, "hub", argument]
    var words: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child = pid_t()
    guard posix_spawn(&child, "/bin/sh", nil, &attributes, &words, environ) == 0 else { return nil }
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1 {
      guard errno == EINTR else { return nil }
    }
    let end = status & 0x7F
    return end == 0 ? (status >> 8) & 0xFF : 128 + end
  }
}
