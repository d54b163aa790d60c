/// What a request is met with: a response that is there already, or the work that makes one.
package enum Answer: Sendable {
  case ready(Response)
  /// To be run once, by a thread that may take its time.
  case work(@Sendable () -> Response)
  /// The same for work that is mostly waiting, such as for the disk: as much of it as there is
  /// can be done at a time.
  case wait(@Sendable () -> Response)

  /// The response, made now where it is not there.
  package var response: Response {
    switch self {
    case .ready(let response): response
    case .work(let make), .wait(let make): make()
    }
  }

  /// The same with something done to the response, whenever it comes about.
  package func map(_ change: @escaping @Sendable (Response) -> Response) -> Answer {
    switch self {
    case .ready(let response): .ready(change(response))
    case .work(let make): .work { change(make()) }
    case .wait(let make): .wait { change(make()) }
    }
  }
}
