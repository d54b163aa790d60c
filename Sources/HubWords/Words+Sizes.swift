import HubModel

extension Words {
  /// How large something is, as people say it: `1.2 MiB`.
  package func size(_ bytes: Int) -> String {
    if bytes < 1024 { return self("size.bytes", ["count": number(bytes)]) }
    let kilobytes = (bytes + 512) / 1024
    if kilobytes < 1024 { return self("size.kilobytes", ["count": number(kilobytes)]) }
    let tenths = (bytes * 10 + 512 * 1024) / (1024 * 1024)
    let point = language == .fr ? "," : "."
    let text = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10)\(point)\(tenths % 10)"
    return self("size.megabytes", ["count": text])
  }
}
