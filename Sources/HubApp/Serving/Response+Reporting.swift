import HubHTTP

extension Response {
  /// The same answer, of which is told what goes wrong while it is written piece by piece: its
  /// reader only sees it end too soon. That the reader has gone is nobody's fault.
  func reporting(_ report: @escaping @Sendable (any Error) -> Void) -> Response {
    guard case .stream(let produce) = body else { return self }
    var response = self
    response.body = .stream { write in
      var hasReader = true
      do {
        try produce { piece in
          do {
            try write(piece)
          } catch {
            hasReader = false
            throw error
          }
        }
      } catch {
        if hasReader { report(error) }
        throw error
      }
    }
    return response
  }
}
