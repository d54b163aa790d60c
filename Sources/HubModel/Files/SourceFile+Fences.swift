/// Code fences: what stands within one is text, whatever it looks like.
///
/// Only a fence at the start of a line counts. One that stands in a list item is indented, and so
/// is what it holds, which can then not be mistaken for a heading.
enum Fences {
  struct Fence {
    let mark: UInt8
    let length: Int
  }

  /// The fence that a line opens: three or more `` ` `` or `~`.
  static func opener(_ line: some Collection<UInt8>) -> Fence? {
    guard let mark = line.first, mark == 0x60 || mark == 0x7E else { return nil }
    let length = line.prefix { $0 == mark }.count
    guard length >= 3, mark == 0x7E || !line.dropFirst(length).contains(mark) else { return nil }
    return Fence(mark: mark, length: length)
  }

  static func closes(_ line: some Collection<UInt8>, _ fence: Fence) -> Bool {
    let rest = line.drop { $0 == 0x20 }
    guard rest.first == fence.mark, line.count - rest.count < 4 else { return false }
    let length = rest.prefix { $0 == fence.mark }.count
    return length >= fence.length
      && rest.dropFirst(length).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// How long a fence of `` ` `` and one of `~` may be to be closed at a line or after it.
  private static func closable(
    _ lines: [SourceFile.Line], in bytes: [UInt8]
  ) -> [InlineArray<2, Int>] {
    var lengths = [InlineArray<2, Int>](repeating: [0, 0], count: lines.count + 1)
    for index in lines.indices.reversed() {
      lengths[index] = lengths[index + 1]
      let rest = bytes[lines[index].range].drop { $0 == 0x20 }
      guard let mark = rest.first, mark == 0x60 || mark == 0x7E else { continue }
      let length = rest.prefix { $0 == mark }.count
      guard closes(bytes[lines[index].range], Fence(mark: mark, length: length)) else { continue }
      let place = mark == 0x60 ? 0 : 1
      lengths[index][place] = max(lengths[index][place], length)
    }
    return lengths
  }

  /// Marks the lines of closed fences as code. One that is never closed stays text, so that it
  /// does not swallow the rest of a file.
  static func mark(_ lines: inout [SourceFile.Line], in bytes: [UInt8]) {
    // Looking from each fence to the end of the file for one that closes it would cost the square
    // of the file: how long a fence can still be closed is known before.
    let closable = closable(lines, in: bytes)
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      guard lines[index].kind == .text, let fence = opener(bytes[lines[index].range]),
        fence.length <= closable[index + 1][fence.mark == 0x60 ? 0 : 1],
        let end = lines[(index + 1)...].firstIndex(where: { closes(bytes[$0.range], fence) })
      else { continue }
      for line in index...end { lines[line].kind = .code }
      index = end
    }
  }
}
