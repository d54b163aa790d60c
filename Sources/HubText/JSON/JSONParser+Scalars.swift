extension JSONParser {
  /// A number: a whole one of 64 bits as such, any other as it was written.
  mutating func number() throws(JSONError) -> JSON {
    let start = position
    var whole = true
    if next == UInt8(ascii: "-") { position += 1 }
    if next == UInt8(ascii: "0") {
      position += 1
      if let byte = next, isDigit(byte) { throw fault(.invalidNumber, at: start) }
    } else {
      try digits(from: start)
    }
    if next == UInt8(ascii: ".") {
      whole = false
      position += 1
      try digits(from: start)
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      whole = false
      position += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
      try digits(from: start)
    }
    let digits = UnsafeBufferPointer(rebasing: bytes[start..<position])
    if whole, let value = integer(digits) { return .integer(value) }
    return .number(String(decoding: digits, as: UTF8.self))
  }

  @inline(__always)
  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private mutating func digits(from start: Int) throws(JSONError) {
    let first = position
    while let byte = next, isDigit(byte) { position += 1 }
    if position == first {
      throw next == nil ? fault(.truncated) : fault(.invalidNumber, at: start)
    }
  }

  /// The value, counted downward because the least 64-bit number has no positive counterpart;
  /// nil for `-0` and for what does not fit.
  private func integer(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    let negative = text[0] == UInt8(ascii: "-")
    var value: Int64 = 0
    for byte in negative ? text[1...] : text[...] {
      let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflow2) = shifted.subtractingReportingOverflow(Int64(byte &- 0x30))
      if overflow || overflow2 { return nil }
      value = sum
    }
    if negative { return value == 0 ? nil : value }
    return value == .min ? nil : -value
  }

  /// A string, from its opening quote to behind its closing one.
  mutating func string() throws(JSONError) -> String {
    position += 1
    let start = position
    try skipPlain()
    if next == UInt8(ascii: "\"") {
      let text = try unicode(UnsafeBufferPointer(rebasing: bytes[start..<position]), from: start)
      position += 1
      return text
    }
    var copy: [UInt8] = []
    var run = start
    while next == UInt8(ascii: "\\") {
      copy.append(contentsOf: bytes[run..<position])
      try escape(into: &copy)
      run = position
      try skipPlain()
    }
    copy.append(contentsOf: bytes[run..<position])
    position += 1
    return try copy.withUnsafeBufferPointer { buffer throws(JSONError) in
      try unicode(buffer, from: start)
    }
  }

  private func unicode(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) throws(JSONError) -> String {
    guard let text = String(utf8: bytes) else {
      throw fault(.invalidUTF8, at: start)
    }
    if CombiningMarks.areTooMany(in: bytes) { throw fault(.tooManyMarks, at: start) }
    return text
  }

  /// Moves to the next quote or backslash.
  private mutating func skipPlain() throws(JSONError) {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
      if byte < 0x20 { throw fault(.controlCharacter) }
      position += 1
    }
    throw fault(.truncated)
  }

  private mutating func escape(into copy: inout [UInt8]) throws(JSONError) {
    let start = position
    position += 1
    guard let byte = next else { throw fault(.truncated) }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): copy.append(byte)
    case UInt8(ascii: "b"): copy.append(0x08)
    case UInt8(ascii: "f"): copy.append(0x0C)
    case UInt8(ascii: "n"): copy.append(0x0A)
    case UInt8(ascii: "r"): copy.append(0x0D)
    case UInt8(ascii: "t"): copy.append(0x09)
    case UInt8(ascii: "u"): copy.append(contentsOf: try scalar(from: start).utf8Bytes)
    default: throw fault(.invalidEscape, at: start)
    }
  }

  private mutating func scalar(from start: Int) throws(JSONError) -> Unicode.Scalar {
    let first = try hexUnit(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    else { throw fault(.loneSurrogate, at: start) }
    position += 2
    let second = UInt32(try hexUnit(from: start))
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (second - 0xDC00))
    else { throw fault(.loneSurrogate, at: start) }
    return scalar
  }

  private mutating func hexUnit(from start: Int) throws(JSONError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = next else { throw fault(.truncated) }
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw fault(.invalidEscape, at: start)
      }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }
}

extension Unicode.Scalar {
  fileprivate var utf8Bytes: UTF8.EncodedScalar {
    UTF8.encode(self) ?? UTF8.encodedReplacementCharacter
  }
}
