import HubText

/// Why a command did not do what it was asked, in sentences that are already in the right language.
package struct Failure: Error, Sendable, Hashable {
  package let status: ExitStatus
  package let sentences: [String]
  /// The fields that the sentences are about, by pointer; empty where it is the whole.
  package let pointers: [String]
  /// What each sentence is about, where it is told of several things: a reference.
  package let subjects: [String]
  /// The lines begin with the name of a file instead of the program's.
  package let bare: Bool

  package init(
    _ status: ExitStatus, _ sentences: [String], pointers: [String] = [],
    subjects: [String] = [], bare: Bool = false
  ) {
    self.status = status
    self.sentences = sentences
    self.pointers = pointers
    self.subjects = subjects
    self.bare = bare
  }

  /// With a sentence more, about what to do now.
  package func adding(_ sentence: String) -> Failure {
    Failure(status, sentences + [sentence], pointers: pointers, subjects: subjects, bare: bare)
  }

  /// From an answer with problem details (RFC 9457): what is wrong with each field where that is
  /// told, else the problem as a whole.
  package init(problem answer: HubAnswer) {
    status = ExitStatus(answer: answer.status)
    subjects = []
    bare = false
    let problem = try? JSON(parsing: answer.body)
    let errors = problem?["errors"]?.array ?? []
    let details = errors.compactMap { $0["detail"]?.string }
    pointers = errors.map { $0["pointer"]?.string ?? "" }
    let whole = problem?["detail"]?.string ?? problem?["title"]?.string ?? "HTTP \(answer.status)"
    sentences = details.isEmpty ? [whole] : details
  }
}

extension ExitStatus {
  /// What an HTTP status means to a script.
  package init(answer status: Int) {
    switch status {
    case ..<400: self = .done
    case 401, 403: self = .notAllowed
    case 404: self = .notFound
    case 409, 412: self = .conflict
    default: self = .refused
    }
  }
}
