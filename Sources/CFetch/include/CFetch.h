#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// HTTP by libcurl, behind plain functions. The library is loaded when the first fetcher is opened. A fetcher belongs

typedef struct sitboard_fetcher sitboard_fetcher;

typedef struct {
  /// An http or https address; nothing else is fetched.
  const char *address;
  const char *user_agent;
  /// "Name: value", ended by a null; null for none.
  const char *const *headers;
  /// Of the body as decoded. A body that grows past it is dropped at once, however small it came.
  size_t most_bytes;
  long connect_milliseconds;
  long whole_milliseconds;
  /// Refuse addresses of this machine, of the local link and of private networks. It is the address that is connected
  /// to that is looked at, so that no name can hide it; and no proxy is used, since behind one it cannot be seen.
  bool public_only;
  /// A file of certificates to trust in place of the system's; null for the system's.
  const char *certificates;
} sitboard_request;

typedef enum {
  sitboard_fetch_done = 0,
  /// The address is private, and `public_only` was asked for.
  sitboard_fetch_private,
  sitboard_fetch_too_large,
  /// Another failure, in the words of `why`.
  sitboard_fetch_failed,
} sitboard_fetch_outcome;

typedef struct {
  /// As it was given to `sitboard_fetcher_start`.
  uint64_t number;
  sitboard_fetch_outcome outcome;
  /// Whether the connection was to a private address.
  bool is_private;
  /// The status of HTTP; 0 where none came.
  long status;
  const uint8_t *body;
  size_t count;
  /// The last response's header lines as they were received.
  const char *headers;
  size_t headers_count;
  /// Where the response redirects to, in full; null for nowhere.
  const char *redirect;
  /// Seconds that the server asks to wait; 0 for nothing asked.
  long retry_after;
  const char *why;
} sitboard_response;

/// Returns null where it cannot be had, with the reason in `why`.
sitboard_fetcher *sitboard_fetcher_open(const char **why);
void sitboard_fetcher_close(sitboard_fetcher *fetcher);

/// Begins a request; what it is made of may go away after the call. False where there is no memory.
bool sitboard_fetcher_start(sitboard_fetcher *fetcher, uint64_t number, const sitboard_request *request);

/// Works on what was begun, and sleeps until there is more to do, at most so long.
void sitboard_fetcher_wait(sitboard_fetcher *fetcher, int milliseconds);


/// Takes a response that is complete; false when there is none. What it points to lasts until the next call.
bool sitboard_fetcher_take(sitboard_fetcher *fetcher, sitboard_response *response);

/// Whether an address in the form of a `sockaddr` is of this machine, of the local link, of a private network, or of no
/// single machine.
bool sitboard_is_private_address(const void *address);
