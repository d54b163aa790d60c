package import HubModel

extension KnowledgeItem: Stored {
  package static let table = RecordTable<KnowledgeItem>()
}
