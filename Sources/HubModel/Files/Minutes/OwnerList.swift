/// Owners between commas, *and* and semicolons; names, which have commas of their own, between
/// semicolons alone: `@ann, O-3; Jane Roe (Director, Ministry of Labour)`.
struct OwnerList {
  var handles: [String] = []
  var references: [Reference] = []
  var names: [ArraySlice<UInt8>] = []

  init(_ bytes: ArraySlice<UInt8>) {
    for part in Self.parts(bytes) { read(part) }
  }

  /// Between semicolons that stand in no brackets.
  private static func parts(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var depth = 0
    return bytes.split { byte in
      depth += byte == 0x28 ? 1 : byte == 0x29 ? -1 : 0
      return byte == 0x3B && depth <= 0
    }.map { Blanks.trimmed($0) }.filter { !$0.isEmpty }
  }

  private mutating func read(_ part: ArraySlice<UInt8>) {
    var words = Tail.words(part)[...]
    while let word = words.first, take(word) || Tail.isBetween(word) {
      words.removeFirst()
    }
    // Those after a name stand before those of the next part.
    let place = (handles.count, references.count)
    while let word = words.last, words.count > 1 {
      if Tail.isBetween(word) {
        words.removeLast()
      } else if let handle = Tail.handle(word) {
        handles.insert(handle, at: place.0)
        words.removeLast()
      } else if let reference = Self.reference(word), words.count > 1 {
        references.insert(reference, at: place.1)
        words.removeLast()
      } else {
        break
      }
    }
    guard let first = words.first, let last = words.last else { return }
    var name = part[first.startIndex..<last.endIndex]
    while let end = name.last, ",.".utf8.contains(end) { name = Blanks.trimmed(name.dropLast()) }
    if !name.isEmpty { names.append(name) }
  }

  private mutating func take(_ word: ArraySlice<UInt8>) -> Bool {
    if let handle = Tail.handle(word) {
      handles.append(handle)
    } else if let reference = Self.reference(word) {
      references.append(reference)
    } else {
      return false
    }
    return true
  }

  private static func reference(_ word: ArraySlice<UInt8>) -> Reference? {
    var bare = word
    while let end = bare.last, ",.;".utf8.contains(end) { bare = bare.dropLast() }
    return Reference(String(decoding: bare, as: UTF8.self))
  }
}
