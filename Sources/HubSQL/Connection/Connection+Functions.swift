import CSQLite

/// A function of texts that statements call by its name. It answers the same for the same texts.
package final class TextFunction: Sendable {
  package let name: String
  let texts: Int32
  let answer: @Sendable ([String]) -> String

  /// - Parameter texts: how many it takes.
  package init(
    _ name: String, texts: Int32, answer: @escaping @Sendable ([String]) -> String
  ) {
    self.name = name
    self.texts = texts
    self.answer = answer
  }

  /// Bound to no actor: it is called from whichever thread runs the statement.
  fileprivate static let call:
    @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void = {
      context, count, values in
      guard let known = sqlite3_user_data(context), let values else { return }
      let function = Unmanaged<TextFunction>.fromOpaque(known).takeUnretainedValue()
      let texts = (0..<Int(count)).map { index -> String in
        guard let bytes = sqlite3_value_text(values[index]) else { return "" }
        let length = Int(sqlite3_value_bytes(values[index]))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
      }
      var answer = function.answer(texts)
      answer.withUTF8 { hub_sqlite_answer_text(context, $0.baseAddress, UInt64($0.count)) }
    }

  fileprivate static let release: @convention(c) (UnsafeMutableRawPointer?) -> Void = { known in
    if let known { Unmanaged<TextFunction>.fromOpaque(known).release() }
  }
}

extension Connection {
  /// Makes a function known to the statements of this connection; nothing where it is already.
  package func define(_ function: TextFunction) throws {
    guard definedFunctions.insert(function.name).inserted else { return }
    let known = Unmanaged.passRetained(function).toOpaque()
    // Nothing that a file says can call it.
    let traits = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY
    let result = sqlite3_create_function_v2(
      database, function.name, function.texts, traits, known, TextFunction.call, nil, nil,
      TextFunction.release)
    guard result == SQLITE_OK else { throw SQLError(of: database) }
  }
}
