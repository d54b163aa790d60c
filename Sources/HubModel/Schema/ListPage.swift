/// A page of a list, as it is asked for.
public enum ListPage {
  /// How many records it holds at most.
  public static let most = 500
}
