#include "CArchive.h"

#include <archive.h>
#include <archive_entry.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define FUNCTIONS(use) \
  use(archive_read_new) use(archive_read_free) use(archive_read_open_memory) use(archive_read_next_header) \
  use(archive_read_data) use(archive_read_support_filter_gzip) use(archive_read_support_filter_bzip2) \
  use(archive_read_support_filter_xz) use(archive_read_support_filter_zstd) use(archive_read_support_format_raw) \
  use(archive_read_support_format_zip) use(archive_entry_pathname)

#define FIELD(name) __typeof__(name) *name;
static struct { FUNCTIONS(FIELD) } library;
static bool library_is_there;

static void load_library(void) {
  void *handle = dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL);
  if (!handle) return;
#define FIND(name) if (!(library.name = (__typeof__(name) *)dlsym(handle, #name))) return;
  FUNCTIONS(FIND)
  library_is_there = true;
}

static bool has_library(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load_library);
  return library_is_there;
}

static sitboard_archive_outcome read_entry(
    struct archive *archive, size_t most, void (*take)(void *, const uint8_t *, size_t), void *context) {
  uint8_t *held = NULL;
  size_t count = 0, room = 0;
  sitboard_archive_outcome outcome = sitboard_archive_whole;
  while (true) {
    if (count == room) {
      room = room ? room * 2 : 64 * 1024;
      uint8_t *grown = realloc(held, room);
      if (!grown) {
        outcome = sitboard_archive_too_large;
        break;
      }
      held = grown;
    }
    la_ssize_t got = library.archive_read_data(archive, held + count, room - count);
    if (got < 0) outcome = sitboard_archive_broken;
    if (got <= 0) break;
    count += (size_t)got;
    if (count > most) {
      outcome = sitboard_archive_too_large;
      break;
    }
  }
  if (outcome == sitboard_archive_whole) take(context, held, count);
  free(held);
  return outcome;
}

// Members of an archive that are looked through for a name.
enum { most_members = 10000 };

sitboard_archive_outcome sitboard_read_archive(
    const uint8_t *bytes, size_t count, const char *name, size_t most,
    void (*take)(void *context, const uint8_t *bytes, size_t count), void *context) {
  if (!has_library()) return sitboard_archive_no_library;
  struct archive *archive = library.archive_read_new();
  if (!archive) return sitboard_archive_broken;
  if (name) {
    library.archive_read_support_format_zip(archive);
  } else {
    library.archive_read_support_format_raw(archive);
    library.archive_read_support_filter_gzip(archive);
    library.archive_read_support_filter_bzip2(archive);
    library.archive_read_support_filter_xz(archive);
    library.archive_read_support_filter_zstd(archive);
  }
  sitboard_archive_outcome outcome = sitboard_archive_broken;
  if (library.archive_read_open_memory(archive, bytes, count) == ARCHIVE_OK) {
    struct archive_entry *entry;
    for (int i = 0; i < most_members; i++) {
      int code = library.archive_read_next_header(archive, &entry);
      if (code == ARCHIVE_EOF) outcome = sitboard_archive_whole;
      if (code != ARCHIVE_OK && code != ARCHIVE_WARN) break;
      const char *path = library.archive_entry_pathname(entry);
      if (name && (!path || strcmp(path, name))) continue;
      outcome = read_entry(archive, most, take, context);
      break;
    }
  }
  library.archive_read_free(archive);
  return outcome;
}
