import CFetch
import Intake
import Situation

/// Fetches over HTTP, many addresses at once, on the one thread that uses it.
package struct Fetcher: ~Copyable {
  private let handle: OpaquePointer
  /// Of certificates to trust in place of the system's.
  private let certificates: String?

  /// Bytes of a body, decoded. A longer one is dropped.
  package static let mostBytes = 32 << 20
  package static let connectSeconds = 15
  package static let wholeSeconds = 60

  package struct Response: Sendable {
    package enum Outcome: Hashable, Sendable {
      case done
      /// An address of this machine or a private network, where only public ones are allowed.
      case privateAddress
      case tooLarge
      /// In the words of the library.
      case failed(String)
    }

    package var number: UInt64
    package var outcome: Outcome
    package var status: Int
    package var body: [UInt8]
    package var headers: ResponseHeaders
    package var redirect: String?
    package var retryAfter: Int
    /// Whether the connection was to an address of this machine or a private network.
    package var isPrivate: Bool
  }

  /// - Throws: What to install, where the library is missing.
  package init(certificates: String? = nil) throws(FetchError) {
    var why: UnsafePointer<CChar>?
    guard let opened = sitboard_fetcher_open(&why) else {
      throw FetchError(reason: why.map { String(cString: $0) } ?? "nothing can be fetched")
    }
    handle = opened
    self.certificates = certificates
  }

  deinit { sitboard_fetcher_close(handle) }

  /// Begins a request. Returns false where there is no memory for it.
  package func start(
    _ number: UInt64, _ address: WebAddress, headers: [String], publicOnly: Bool, mostBytes: Int = mostBytes,
    wholeSeconds: Int = wholeSeconds
  ) -> Bool {
    CStringArray.with(headers) { headers in
      address.text.withCString { address in
        Fetcher.userAgent.withCString { agent in
          withOptional(certificates) { certificates in
            var request = sitboard_request(
              address: address, user_agent: agent, headers: headers, most_bytes: mostBytes,
              connect_milliseconds: Fetcher.connectSeconds * 1000, whole_milliseconds: wholeSeconds * 1000,
              public_only: publicOnly, certificates: certificates)
            return sitboard_fetcher_start(handle, number, &request)
          }
        }
      }
    }
  }

  /// Works on what was begun, for at most so long.
  package func wait(milliseconds: Int) {
    sitboard_fetcher_wait(handle, Int32(clamping: milliseconds))
  }

  /// A response that is complete.
  package func take() -> Response? {
    var response = sitboard_response()
    guard sitboard_fetcher_take(handle, &response) else { return nil }
    let outcome: Response.Outcome =
      switch response.outcome {
      case sitboard_fetch_done: .done
      case sitboard_fetch_private: .privateAddress
      case sitboard_fetch_too_large: .tooLarge
      default: .failed(response.why.map { String(cString: $0) } ?? "no answer")
      }
    let headers = UnsafeRawBufferPointer(start: response.headers, count: response.headers_count)
    return Response(
      number: response.number, outcome: outcome, status: Int(response.status),
      body: Array(UnsafeBufferPointer(start: response.body, count: response.count)),
      headers: ResponseHeaders(headers), redirect: response.redirect.map { String(cString: $0) },
      retryAfter: Int(response.retry_after), isPrivate: response.is_private)
  }

  static let userAgent = "sitboard/" + Release.version

  private func withOptional<Result>(_ text: String?, _ body: (UnsafePointer<CChar>?) -> Result) -> Result {
    guard let text else { return body(nil) }
    return text.withCString { body($0) }
  }
}

/// Why nothing can be fetched at all, and what to do.
package struct FetchError: Error, Hashable, Sendable {
  package var reason: String
}
