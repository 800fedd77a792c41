#pragma once
#include <stddef.h>
#include <stdint.h>

// Compressed files and archives by libarchive, behind one plain function. The library is loaded with the first of them.

typedef enum {
  sitboard_archive_whole = 0,
  /// Damaged, or no archive.
  sitboard_archive_broken,
  /// What it holds is larger than allowed, however small it came.
  sitboard_archive_too_large,
  /// libarchive is not installed here, or not in a version that has what is needed: nothing was read.
  sitboard_archive_no_library,
} sitboard_archive_outcome;

/// Gives what a compressed file holds, or what a ZIP archive holds under a name.
///
/// - name: The member of the archive; null for the one content of a file in gzip, bzip2, xz or zstd.
/// - most: Bytes that are given at most; a file that holds more gives nothing.
/// - take: Is given the bytes once; not called where there is no such member.
sitboard_archive_outcome sitboard_read_archive(
    const uint8_t *bytes, size_t count, const char *name, size_t most,
    void (*take)(void *context, const uint8_t *bytes, size_t count), void *context);
