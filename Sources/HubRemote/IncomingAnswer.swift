import CCurl

/// What curl hands over piece by piece while an answer arrives.
final class IncomingAnswer {
  var headers: [(name: String, value: String)] = []
  var bytes: [UInt8] = []

  static let body: hub_curl_sink = { start, size, count, context in
    guard let start, let context else { return 0 }
    let answer = Unmanaged<IncomingAnswer>.fromOpaque(context).takeUnretainedValue()
    let raw = UnsafeRawBufferPointer(start: start, count: size * count)
    answer.bytes.append(contentsOf: raw)
    return size * count
  }

  /// A header line of its own each; a status line begins a new answer (after `100 Continue`).
  static let header: hub_curl_sink = { start, size, count, context in
    guard let start, let context else { return 0 }
    let answer = Unmanaged<IncomingAnswer>.fromOpaque(context).takeUnretainedValue()
    let raw = UnsafeRawBufferPointer(start: start, count: size * count)
    let line = String(decoding: raw, as: UTF8.self)
    if line.hasPrefix("HTTP/") {
      answer.headers = []
    } else if let colon = line.firstIndex(of: ":") {
      let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      let end = value.firstIndex { $0.isNewline } ?? value.endIndex
      answer.headers.append((String(line[..<colon]), String(value[..<end])))
    }
    return size * count
  }
}
