/// Which release of the program this is.
package enum Release {
  /// As the program tells it to its users, and to the servers that it asks.
  package static let version = "0.1.0"
}
