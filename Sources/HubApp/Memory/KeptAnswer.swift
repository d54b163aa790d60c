import HubHTTP

/// An answer with what is sent in its place to a caller who has it already, made once.
struct KeptAnswer: Sendable {
  /// The answer to one who has no copy.
  let whole: Response
  private let tag: EntityTag?
  /// 304 for a copy in the form that the answer has, and in the other one.
  private let unchanged: Response
  private let unchangedPlain: Response

  init(_ whole: Response) {
    self.whole = whole
    tag = whole.tag
    let isGzipped = whole.headers["Content-Encoding"] != nil
    unchangedPlain = whole.answering(.any)
    unchanged = unchangedPlain.naming(tag.map { .tags([$0]) }, gzipped: isGzipped)
  }

  /// 304 where the caller's condition names this answer's tag, else the answer.
  func answering(_ condition: EntityTagCondition?) -> Response {
    guard let condition, let tag, condition.names(tag) else { return whole }
    if case .tags(let held) = condition, held.contains(where: { $0.value == tag.value }) {
      return unchanged
    }
    return unchangedPlain
  }
}
