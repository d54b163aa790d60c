import HubText
import Testing

@testable import HubCommands

/// The lines that a file gets into its header are written as the file is.
@Suite struct HeaderLinesTests {
  private static let answer: JSON = [
    "addLines": ["- Meeting: M-1"], "revision": "7",
  ]

  static let files: [(String, String)] = [
    (
      "# A\n\n- Body: B-1\n\n## 1. X\n\nText\n",
      "# A\n\n- Meeting: M-1\n- Revision: 7\n- Body: B-1\n\n## 1. X\n\nText\n"
    ),
    (
      "# A\r\n\r\n- Body: B-1\r\n\r\n## 1. X\r\n",
      "# A\r\n\r\n- Meeting: M-1\r\n- Revision: 7\r\n- Body: B-1\r\n\r\n## 1. X\r\n"
    ),
    ("# A\n\n– Body: B-1\n– Revision: 3\n", "# A\n\n- Meeting: M-1\n– Body: B-1\n- Revision: 7\n"),
    ("# A\n\n* Instance : B-1\n", "# A\n\n- Meeting: M-1\n- Révision\u{A0}: 7\n* Instance : B-1\n"),
  ]

  @Test(arguments: files)
  func `they stand in the header, with the ends of lines of the file`(file: String, becomes: String)
  {
    let written = HeaderLines(Self.answer).added(to: Array(file.utf8))
    #expect(String(decoding: written, as: UTF8.self) == becomes)
  }
}
