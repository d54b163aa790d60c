import HubCrypto
import HubModel

extension FileRevision {
  /// - Parameter beyond: what the file says that not all who see the record may see; nil when there
  ///   is nothing of that kind.
  init(version: Int, beyond text: String?) {
    let digest = text.map { Digest.hex(Array(Digest.blake2b(Array($0.utf8)).prefix(4))) }
    self.init(version: version)
    beyond = digest
  }
}
