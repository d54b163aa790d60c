extension StringProtocol where SubSequence == Substring {
  /// The text without spaces and tabs at its ends.
  var trimmedSpace: Substring {
    var rest = self[...]
    while let first = rest.utf8.first, first == 0x20 || first == 0x09 { rest = rest.dropFirst() }
    while let last = rest.utf8.last, last == 0x20 || last == 0x09 { rest = rest.dropLast() }
    return rest
  }
}
