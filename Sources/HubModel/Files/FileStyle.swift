/// In which language a file is written.
struct FileStyle {
  /// That of its keywords.
  let language: Language
  /// The language in which a line without a separator will be read.
  let bare: Language

  /// - Parameter bare: that of the keywords unless given.
  init(_ language: Language, bare: Language? = nil) {
    self.language = language
    self.bare = bare ?? language
  }
}
