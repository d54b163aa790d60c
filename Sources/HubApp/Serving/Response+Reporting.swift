import HubHTTP

extension Response {
  /// The same answer, of which is told what goes wrong while it is written piece by piece: its
  /// reader only sees it end too soon. That the reader has gone is nobody's fault.
  func reporting(_ report: @escaping @Sendable (any Error) -> Void) -> Response {
    var response = self
    switch body {
    case .none, .bytes: break
    case .stream(let produce): response.body = .stream(reporting(produce, report))
    case .measured(let size, let produce):
      response.body = .measured(size, reporting(produce, report))
    }
    return response
  }

  private typealias Produce = @Sendable (_ write: ([UInt8]) throws -> Void) throws -> Void

  private func reporting(
    _ produce: @escaping Produce, _ report: @escaping @Sendable (any Error) -> Void
  ) -> Produce {
    { write in
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
  }
}
