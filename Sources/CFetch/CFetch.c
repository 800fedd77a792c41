#define CURL_DISABLE_TYPECHECK
#include "CFetch.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <dlfcn.h>
#include <errno.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define FUNCTIONS(use) \
  use(curl_easy_cleanup) use(curl_easy_getinfo) use(curl_easy_init) use(curl_easy_setopt) use(curl_easy_strerror) \
  use(curl_global_init) use(curl_multi_add_handle) use(curl_multi_cleanup) use(curl_multi_info_read) \
  use(curl_multi_init) use(curl_multi_perform) use(curl_multi_poll) use(curl_multi_remove_handle) \
  use(curl_multi_setopt) use(curl_slist_append) use(curl_slist_free_all) use(curl_version_info)

#define FIELD(name) __typeof__(name) *name;
static struct { FUNCTIONS(FIELD) } library;
static const char *library_fault;

// Nothing of it is needed where no address is read, and it brings forty libraries with it: it is loaded with the first.
static void load_library(void) {
  void *handle = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!handle) handle = dlopen("libcurl-gnutls.so.4", RTLD_NOW | RTLD_LOCAL);
  library_fault = "libcurl is not installed here: install libcurl4";
  if (!handle) return;
  library_fault = "libcurl is older than 7.85: install a newer libcurl4";
#define FIND(name) if (!(library.name = (__typeof__(name) *)dlsym(handle, #name))) return;
  FUNCTIONS(FIND)
  if (library.curl_version_info(CURLVERSION_NOW)->version_num < 0x075500) return;
  library_fault = "libcurl does not start";
  if (library.curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) return;
  library_fault = NULL;
}

typedef struct transfer {
  uint64_t number;
  CURL *easy;
  struct curl_slist *request_headers;
  bool public_only, was_refused, is_too_large;
  bool is_private;
  size_t most_bytes;
  uint8_t *body;
  size_t count, room;
  char *headers;
  size_t headers_count, headers_room;
  char why[CURL_ERROR_SIZE];
  struct transfer *next;
} transfer;

struct sitboard_fetcher {
  CURLM *multi;
  /// Under way.
  transfer *transfers;
  int count;
  /// Taken last: what it holds is still looked at.
  transfer *taken;
};

// MARK: - Addresses

static bool is_private_v4(uint32_t address) {
  static const struct { uint32_t network; int bits; } ranges[] = {
    {0x00000000, 8}, {0x0A000000, 8}, {0x64400000, 10}, {0x7F000000, 8}, {0xA9FE0000, 16}, {0xAC100000, 12},
    {0xC0000000, 24}, {0xC0A80000, 16}, {0xC6120000, 15}, {0xE0000000, 4}, {0xF0000000, 4},
  };
  for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
    if ((address ^ ranges[i].network) >> (32 - ranges[i].bits) == 0) return true;
  return false;
}

static uint32_t v4_in(const uint8_t *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static bool is_private_v6(const uint8_t *bytes) {
  static const uint8_t zeros[12] = {0};
  static const uint8_t mapped[12] = {[10] = 0xFF, [11] = 0xFF};
  static const uint8_t translated[12] = {0x00, 0x64, 0xFF, 0x9B};
  // Addresses that carry one of the fourth version: mapped, translated (RFC 6052), 6to4, and the old compatible ones.
  if (!memcmp(bytes, mapped, 12) || !memcmp(bytes, translated, 12)) return is_private_v4(v4_in(bytes + 12));
  if (bytes[0] == 0x20 && bytes[1] == 0x02) return is_private_v4(v4_in(bytes + 2));
  if (!memcmp(bytes, zeros, 12)) return true;
  // Global unicast is 2000::/3; all else is of this machine, the link, the site, or many.
  return (bytes[0] & 0xE0) != 0x20;
}

bool sitboard_is_private_address(const void *address) {
  const struct sockaddr *any = address;
  if (any->sa_family == AF_INET) return is_private_v4(ntohl(((const struct sockaddr_in *)address)->sin_addr.s_addr));
  if (any->sa_family == AF_INET6) return is_private_v6(((const struct sockaddr_in6 *)address)->sin6_addr.s6_addr);
  return true;
}

static bool is_private_text(const char *text) {
  struct in_addr four;
  struct in6_addr six;
  if (inet_pton(AF_INET, text, &four) == 1) return is_private_v4(ntohl(four.s_addr));
  if (inet_pton(AF_INET6, text, &six) == 1) return is_private_v6(six.s6_addr);
  return true;
}

// Before anything is sent there.
static curl_socket_t on_open_socket(void *data, curlsocktype purpose, struct curl_sockaddr *address) {
  (void)purpose;
  transfer *one = data;
  if (one->public_only && sitboard_is_private_address(&address->addr)) {
    one->was_refused = true;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// And where a connection of before is used again.
static int on_request(void *data, char *remote, char *local, int remote_port, int local_port) {
  (void)local, (void)remote_port, (void)local_port;
  transfer *one = data;
  one->is_private = is_private_text(remote);
  if (!one->public_only || !one->is_private) return CURL_PREREQFUNC_OK;
  one->was_refused = true;
  return CURL_PREREQFUNC_ABORT;
}

// MARK: - What comes

static bool grow(void **bytes, size_t *room, size_t wanted) {
  if (wanted <= *room) return true;
  size_t new_room = *room ? *room : 16 * 1024;
  while (new_room < wanted) new_room *= 2;
  void *grown = realloc(*bytes, new_room);
  if (!grown) return false;
  *bytes = grown, *room = new_room;
  return true;
}

static size_t on_body(char *bytes, size_t size, size_t count, void *data) {
  transfer *one = data;
  count *= size;
  if (count > one->most_bytes - one->count) {
    one->is_too_large = true;
    return CURL_WRITEFUNC_ERROR;
  }
  if (!grow((void **)&one->body, &one->room, one->count + count)) return CURL_WRITEFUNC_ERROR;
  memcpy(one->body + one->count, bytes, count);
  one->count += count;
  return count;
}

enum { most_header_bytes = 64 * 1024 };

static size_t on_header(char *bytes, size_t size, size_t count, void *data) {
  transfer *one = data;
  count *= size;
  // A status line begins the headers of another response: an interim one came before.
  if (count > 5 && !memcmp(bytes, "HTTP/", 5)) one->headers_count = 0;
  if (one->headers_count + count > most_header_bytes) return count;
  if (!grow((void **)&one->headers, &one->headers_room, one->headers_count + count + 1)) return 0;
  memcpy(one->headers + one->headers_count, bytes, count);
  one->headers_count += count;
  one->headers[one->headers_count] = 0;
  return count;
}

// MARK: - Requests

sitboard_fetcher *sitboard_fetcher_open(const char **why) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load_library);
  *why = library_fault;
  if (library_fault) return NULL;
  sitboard_fetcher *fetcher = calloc(1, sizeof *fetcher);
  if (fetcher) fetcher->multi = library.curl_multi_init();
  if (fetcher && fetcher->multi) return fetcher;
  free(fetcher);
  *why = "there is no memory to fetch with";
  return NULL;
}

static void end(transfer *one) {
  if (!one) return;
  if (one->easy) library.curl_easy_cleanup(one->easy);
  library.curl_slist_free_all(one->request_headers);
  free(one->body);
  free(one->headers);
  free(one);
}

void sitboard_fetcher_close(sitboard_fetcher *fetcher) {
  if (!fetcher) return;
  while (fetcher->transfers) {
    transfer *one = fetcher->transfers;
    fetcher->transfers = one->next;
    library.curl_multi_remove_handle(fetcher->multi, one->easy);
    end(one);
  }
  end(fetcher->taken);
  library.curl_multi_cleanup(fetcher->multi);
  free(fetcher);
}

static bool set_up(transfer *one, const sitboard_request *request) {
  CURL *easy = one->easy;
  bool isSet = true;
#define SET(option, value) isSet = isSet && library.curl_easy_setopt(easy, option, value) == CURLE_OK
  SET(CURLOPT_URL, request->address);
  SET(CURLOPT_PROTOCOLS_STR, "http,https");
  SET(CURLOPT_FOLLOWLOCATION, 0L);
  SET(CURLOPT_NOSIGNAL, 1L);
  SET(CURLOPT_USERAGENT, request->user_agent);
  // Every encoding that the library decodes.
  SET(CURLOPT_ACCEPT_ENCODING, "");
  SET(CURLOPT_CONNECTTIMEOUT_MS, request->connect_milliseconds);
  SET(CURLOPT_TIMEOUT_MS, request->whole_milliseconds);
  SET(CURLOPT_SSL_VERIFYPEER, 1L);
  SET(CURLOPT_SSL_VERIFYHOST, 2L);
  if (request->certificates) SET(CURLOPT_CAINFO, request->certificates);
  if (request->public_only) SET(CURLOPT_NOPROXY, "*");
  SET(CURLOPT_OPENSOCKETFUNCTION, on_open_socket);
  SET(CURLOPT_OPENSOCKETDATA, one);
  SET(CURLOPT_PREREQFUNCTION, on_request);
  SET(CURLOPT_PREREQDATA, one);
  SET(CURLOPT_WRITEFUNCTION, on_body);
  SET(CURLOPT_WRITEDATA, one);
  SET(CURLOPT_HEADERFUNCTION, on_header);
  SET(CURLOPT_HEADERDATA, one);
  SET(CURLOPT_ERRORBUFFER, one->why);
  SET(CURLOPT_PRIVATE, one);
  for (const char *const *header = request->headers; header && *header; header++) {
    struct curl_slist *longer = library.curl_slist_append(one->request_headers, *header);
    if (!longer) return false;
    one->request_headers = longer;
  }
  if (one->request_headers) SET(CURLOPT_HTTPHEADER, one->request_headers);
#undef SET
  return isSet;
}

bool sitboard_fetcher_start(sitboard_fetcher *fetcher, uint64_t number, const sitboard_request *request) {
  transfer *one = calloc(1, sizeof *one);
  if (!one) return false;
  one->number = number;
  one->public_only = request->public_only;
  one->most_bytes = request->most_bytes;
  one->easy = library.curl_easy_init();
  if (!one->easy || !set_up(one, request) ||
      library.curl_multi_add_handle(fetcher->multi, one->easy) != CURLM_OK) {
    end(one);
    return false;
  }
  one->next = fetcher->transfers;
  fetcher->transfers = one;
  fetcher->count++;
  return true;
}

void sitboard_fetcher_wait(sitboard_fetcher *fetcher, int milliseconds) {
  int running = 0;
  library.curl_multi_perform(fetcher->multi, &running);
  // What ended in this very call is to be taken: nothing more would wake a wait for it.
  if (running < fetcher->count) return;
  int waiting = 0;
  library.curl_multi_poll(fetcher->multi, NULL, 0, milliseconds, &waiting);
  library.curl_multi_perform(fetcher->multi, &running);
}


bool sitboard_fetcher_take(sitboard_fetcher *fetcher, sitboard_response *response) {
  end(fetcher->taken);
  fetcher->taken = NULL;
  CURLMsg *message;
  int left;
  do {
    message = library.curl_multi_info_read(fetcher->multi, &left);
    if (!message) return false;
  } while (message->msg != CURLMSG_DONE);
  CURLcode code = message->data.result;
  CURL *easy = message->easy_handle;
  transfer *one = NULL;
  library.curl_easy_getinfo(easy, CURLINFO_PRIVATE, &one);
  library.curl_multi_remove_handle(fetcher->multi, easy);
  for (transfer **place = &fetcher->transfers; *place; place = &(*place)->next) {
    if (*place != one) continue;
    *place = one->next;
    fetcher->count--;
    break;
  }
  fetcher->taken = one;
  curl_off_t retry_after = 0;
  memset(response, 0, sizeof *response);
  library.curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &response->status);
  library.curl_easy_getinfo(easy, CURLINFO_REDIRECT_URL, &response->redirect);
  library.curl_easy_getinfo(easy, CURLINFO_RETRY_AFTER, &retry_after);
  response->number = one->number;
  response->is_private = one->is_private;
  response->outcome = code == CURLE_OK         ? sitboard_fetch_done
                      : one->was_refused       ? sitboard_fetch_private
                      : one->is_too_large      ? sitboard_fetch_too_large
                                               : sitboard_fetch_failed;
  response->body = one->body;
  response->count = one->count;
  response->headers = one->headers;
  response->headers_count = one->headers_count;
  response->retry_after = retry_after > 0 ? (long)retry_after : 0;
  response->why = code == CURLE_OK ? NULL : one->why[0] ? one->why : library.curl_easy_strerror(code);
  return true;
}
