/// A text file cut into lines, with the faults found in it so far.
///
/// Everything works on UTF-8 bytes and makes a `String` only of what is kept.
struct SourceFile {
  let bytes: [UInt8]
  private(set) var lines: [Line] = []
  private(set) var faults: [Fault] = []
  /// How many there are beside those that are kept.
  private var furtherFaults = 0

  struct Line {
    var start: Int
    /// Without the end of the line.
    var end: Int
    var kind: Kind

    var range: Range<Int> { start..<end }
  }

  enum Kind: Equatable {
    case blank
    /// A heading of level 1, 2 or 3 at the start of a line.
    case heading(Int)
    case text
    /// Within a fence or a fence itself: never a heading, never escaped.
    case code
  }

  /// How many faults are kept: more than anybody reads at a time. A file that is nothing but faults
  /// would cost a thousand times its length.
  static let mostFaults = 1000

  /// The most a file may hold, in bytes: a hundred pages and more.
  static let limit = 500_000

  /// Cuts a file; an empty, a too long and an unreadable one get their fault.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if bytes.count > Self.limit {
      faults.append(
        Fault("fileTooLong", ["most": String(Self.limit)], position: .init(line: 1, column: 1)))
      return
    }
    cut(from: start)
    Fences.mark(&lines, in: bytes)
    reportFences()
    if let bad = InvalidUTF8.first(in: bytes) {
      let line = lines.lastIndex { $0.start <= bad } ?? 0
      faults.append(Fault("notUTF8", position: position(line, at: bad)))
    }
    if isUnreadable {
      faults.append(Fault("emptyFile", position: .init(line: 1, column: 1)))
    }
  }

  private mutating func cut(from first: Int) {
    var start = first
    lines.reserveCapacity(bytes.count / 24 + 8)
    bytes.withUnsafeBufferPointer { bytes in
      for at in first..<bytes.count where bytes[at] == 0x0A {
        lines.append(Self.line(bytes, start, at))
        start = at + 1
      }
      if start < bytes.count { lines.append(Self.line(bytes, start, bytes.count)) }
    }
  }

  private static func line(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Line {
    let end = end > start && bytes[end - 1] == 0x0D ? end - 1 : end
    return Line(start: start, end: end, kind: kind(bytes[start..<end]))
  }

  /// What a line is by itself.
  static func kind(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Kind {
    guard let first = line.first else { return .blank }
    if first == 0x23 {
      let level = headingLevel(line)
      return level > 0 ? .heading(level) : .text
    }
    if first == 0x20 || first == 0x09 {
      return line.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? .blank : .text
    }
    return .text
  }

  /// 1 to 3 for `# `, `## ` and `### `, 0 for anything else. The blank may be forgotten after two
  /// or three signs; after one it makes a `#hashtag`.
  static func headingLevel(_ line: some Collection<UInt8>) -> Int {
    let level = line.prefix(4).prefix { $0 == 0x23 }.count
    guard (1...3).contains(level) else { return 0 }
    guard let next = line.dropFirst(level).first else { return level }
    return level > 1 || next == 0x20 || next == 0x09 ? level : 0
  }

  private mutating func reportFences() {
    for index in lines.indices where lines[index].kind == .text {
      if Fences.opener(bytes[lines[index].range]) != nil {
        fault("unclosedFence", line: index)
      }
    }
  }

  /// The place of a byte of a line, counted in characters.
  func position(_ line: Int, at byte: Int? = nil) -> Fault.Position {
    guard lines.indices.contains(line) else { return .init(line: 1, column: 1) }
    let start = lines[line].start
    // A character has one byte that does not continue another.
    let characters = bytes[start..<max(start, byte ?? start)].count { $0 & 0xC0 != 0x80 }
    return .init(line: line + 1, column: characters + 1)
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The range without blanks, tabs, ends of lines and non-breaking spaces around it.
  func trimmed(_ range: Range<Int>) -> Range<Int> { Blanks.trimmed(bytes[range]).indices }

  /// Whether there is nothing in it to read.
  var isUnreadable: Bool { lines.allSatisfy { $0.kind == .blank } }

  /// Adds a fault of a line, or counts it where enough are kept.
  mutating func fault(
    _ code: String, at pointer: String = "", _ arguments: [String: String] = [:], line: Int,
    byte: Int? = nil
  ) {
    guard faults.count < Self.mostFaults else {
      furtherFaults += 1
      return
    }
    faults.append(Fault(code, at: pointer, arguments, position: position(line, at: byte)))
  }

  /// The faults by their places in the file, and at the end how many there are, where not all are
  /// told.
  var sortedFaults: [Fault] {
    var sorted = sortedByPlace
    if furtherFaults > 0 {
      let counts = ["most": String(faults.count), "count": String(faults.count + furtherFaults)]
      sorted.append(Fault("moreFaults", counts, position: position(lines.count - 1)))
    }
    return sorted
  }

  private var sortedByPlace: [Fault] {
    faults.enumerated().sorted {
      ($0.element.position ?? .init(line: 1, column: 1), $0.offset)
        < ($1.element.position ?? .init(line: 1, column: 1), $1.offset)
    }.map(\.element)
  }
}
