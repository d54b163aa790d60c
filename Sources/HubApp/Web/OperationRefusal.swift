import HubHTTP
import HubText

/// Why one operation of a batch was refused.
struct OperationRefusal {
  let index: Int
  private let answer: Response
  private let json: JSON

  init(_ answer: Response, _ json: JSON, at index: Int) {
    self.answer = answer
    self.json = json
    self.index = index
  }

  /// Its faults, with the place of the operation before each pointer; what is refused as a whole is
  /// one fault of it.
  private var faults: [Problem.FieldError] {
    let errors = json["errors"]?.array ?? []
    guard errors.isEmpty else {
      return errors.map {
        Problem.FieldError(
          pointer: "/operations/\(index)/body" + ($0["pointer"]?.string ?? ""),
          code: $0["code"]?.string ?? "", detail: $0["detail"]?.string ?? "")
      }
    }
    return [
      Problem.FieldError(
        pointer: "/operations/\(index)", code: json["code"]?.string ?? "",
        detail: json["detail"]?.string ?? json["title"]?.string ?? "")
    ]
  }

  /// The problem of a batch whose first refusal this is, with the faults of all.
  func problem(among all: [OperationRefusal]) -> Problem {
    let told = ["Allow", "Retry-After", "WWW-Authenticate"]
    return Problem(
      title: json["title"]?.string ?? "", status: answer.status, detail: json["detail"]?.string,
      code: json["code"]?.string ?? "", errors: all.flatMap(\.faults),
      members: [JSON.Member(name: "operation", value: .integer(Int64(index)))],
      headers: Headers(answer.headers.fields.filter { told.contains($0.name) }))
  }
}
