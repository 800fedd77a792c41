#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Mails, mailboxes and pages saved as MHTML by GMime, behind plain functions. The library is loaded with the first mail.

typedef struct {
  /// "text/html" in small letters.
  const char *type;
  /// Each null where it is not given.
  const char *charset;
  const char *file_name;
  const char *location;
  /// To be shown apart from the text.
  bool is_attachment;
  /// As it was before it was encoded for the way.
  const uint8_t *bytes;
  size_t count;
} sitboard_mail_part;

/// What a reading meets, in the order of the mail. Strings end with a zero; they are gone after the call, and each may
/// be null.
typedef struct {
  /// A mail, or one that is enclosed in another. Fields are decoded.
  void (*message)(
      void *context, const char *identity, const char *subject, const char *from, const char *date, const char *location);
  void (*message_end)(void *context);
  /// A part of parts: "alternative", "related", "mixed" and others.
  void (*group)(void *context, const char *kind);
  void (*group_end)(void *context);
  void (*part)(void *context, const sitboard_mail_part *part);
} sitboard_mail_handler;

typedef enum {
  sitboard_mail_whole = 0,
  /// No mail: what came before was told.
  sitboard_mail_broken,
  /// Parts stand deeper inside one another, or are more, than allowed: what came before was told.
  sitboard_mail_beyond,
  /// GMime is not installed here, or not in a version that has what is needed: nothing was read.
  sitboard_mail_no_library,
} sitboard_mail_outcome;

/// Reads a mail, or all mails of a mailbox (mbox). Nothing is fetched, decrypted or run.
sitboard_mail_outcome sitboard_read_mail(
    const uint8_t *bytes, size_t count, bool is_box, int most_depth, int most_parts,
    const sitboard_mail_handler *handler, void *context);
