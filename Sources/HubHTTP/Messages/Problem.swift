package import HubText

/// Why a request was refused, as problem details (RFC 9457).
package struct Problem: Error, Sendable, Equatable {
  /// One fault in what was sent.
  package struct FieldError: Sendable, Equatable {
    /// Where in the body: a JSON pointer (RFC 6901) such as `/title/fr`.
    package var pointer: String
    /// What is wrong, as a code that stays the same, such as `required`.
    package var code: String
    /// What is wrong, in the caller's language.
    package var detail: String

    package init(pointer: String, code: String, detail: String) {
      self.pointer = pointer
      self.code = code
      self.detail = detail
    }
  }

  /// A URI for this kind of problem; `about:blank` says that the status is all there is to it.
  package var type: String
  /// What kind of problem it is, in the caller's language.
  package var title: String
  package var status: Int
  /// What happened this time, in the caller's language, or nil.
  package var detail: String?
  /// The identity of this occurrence, or nil.
  package var instance: String?
  /// The kind of problem as a code that stays the same, such as `staleVersion`.
  package var code: String
  /// Every fault in what was sent, at once.
  package var errors: [FieldError]
  /// Further members, such as the current version of a record.
  package var members: [JSON.Member]
  /// Header fields of the answer, such as `Allow` or `Retry-After`.
  package var headers: Headers

  package init(
    type: String = "about:blank", title: String, status: Int, detail: String? = nil,
    instance: String? = nil, code: String, errors: [FieldError] = [], members: [JSON.Member] = [],
    headers: Headers = Headers()
  ) {
    self.type = type
    self.title = title
    self.status = status
    self.detail = detail
    self.instance = instance
    self.code = code
    self.errors = errors
    self.members = members
    self.headers = headers
  }

  /// A problem with its status's phrase as the title.
  package init(
    _ status: Status, code: String, detail: String? = nil, instance: String? = nil,
    errors: [FieldError] = [], headers: Headers = Headers()
  ) {
    self.init(
      title: status.phrase, status: status.rawValue, detail: detail, instance: instance,
      code: code, errors: errors, headers: headers)
  }
}
