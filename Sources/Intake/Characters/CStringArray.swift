/// Strings as C functions take a list of them: pointers to their bytes, each ended by a zero, and a null pointer last.
package enum CStringArray {
  /// Calls `body` with the list; it is valid only during the call.
  package static func with<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
  ) -> Result {
    let lines = strings.map { Array($0.utf8CString) }
    return lines.flatMap { $0 }.withUnsafeBufferPointer { buffer in
      var pointers: [UnsafePointer<CChar>?] = []
      var offset = 0
      for line in lines {
        pointers.append(buffer.baseAddress.map { $0 + offset })
        offset += line.count
      }
      pointers.append(nil)
      return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
    }
  }
}
