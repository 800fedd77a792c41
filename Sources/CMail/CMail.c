#include "CMail.h"

#include <dlfcn.h>
#include <gmime/gmime.h>
#include <pthread.h>
#include <strings.h>

// It brings GLib with it, and most incidents have no mail: it is loaded with the first.
#define FUNCTIONS(use) \
  use(g_mime_init) use(g_mime_stream_mem_new_with_buffer) use(g_mime_stream_mem_new) \
  use(g_mime_stream_mem_get_byte_array) use(g_mime_parser_new_with_stream) use(g_mime_parser_set_format) \
  use(g_mime_parser_construct_message) use(g_mime_parser_eos) use(g_mime_message_get_subject) \
  use(g_mime_message_get_from) use(g_mime_message_get_message_id) use(g_mime_message_get_mime_part) \
  use(g_mime_object_get_header) use(g_mime_object_get_content_type) use(g_mime_object_get_content_type_parameter) \
  use(g_mime_object_get_disposition) use(g_mime_content_type_get_mime_type) \
  use(g_mime_content_type_get_media_subtype) use(g_mime_multipart_get_type) use(g_mime_multipart_get_count) \
  use(g_mime_multipart_get_part) use(g_mime_message_part_get_type) use(g_mime_message_part_get_message) \
  use(g_mime_part_get_type) use(g_mime_part_get_content) use(g_mime_part_get_filename) \
  use(g_mime_part_get_content_location) use(g_mime_data_wrapper_write_to_stream) \
  use(internet_address_list_length) use(internet_address_list_get_address) use(internet_address_get_name) \
  use(internet_address_to_string) use(g_type_check_instance_is_a) use(g_object_unref) use(g_free)

#define FIELD(name) __typeof__(name) *name;
static struct { FUNCTIONS(FIELD) } library;
static bool library_is_there;

static void load_library(void) {
  void *handle = dlopen("libgmime-3.0.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!handle) return;
#define FIND(name) if (!(library.name = (__typeof__(name) *)dlsym(handle, #name))) return;
  FUNCTIONS(FIND)
  library.g_mime_init();
  library_is_there = true;
}

static bool has_library(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load_library);
  return library_is_there;
}

typedef struct {
  const sitboard_mail_handler *handler;
  void *context;
  int most_depth;
  int parts, most_parts;
  sitboard_mail_outcome outcome;
} reading;

static bool is(void *object, GType type) {
  return object && library.g_type_check_instance_is_a((GTypeInstance *)object, type);
}

static void read_message(reading *state, GMimeMessage *message, int depth);

static void read_part(reading *state, GMimePart *part) {
  GMimeObject *object = (GMimeObject *)part;
  GMimeDataWrapper *content = library.g_mime_part_get_content(part);
  if (!content) return;
  GMimeStream *memory = library.g_mime_stream_mem_new();
  library.g_mime_data_wrapper_write_to_stream(content, memory);
  GByteArray *bytes = library.g_mime_stream_mem_get_byte_array((GMimeStreamMem *)memory);
  char *type = library.g_mime_content_type_get_mime_type(library.g_mime_object_get_content_type(object));
  const char *disposition = library.g_mime_object_get_disposition(object);
  sitboard_mail_part told = {
      .type = type,
      .charset = library.g_mime_object_get_content_type_parameter(object, "charset"),
      .file_name = library.g_mime_part_get_filename(part),
      .location = library.g_mime_part_get_content_location(part),
      .is_attachment = disposition && !strcasecmp(disposition, "attachment"),
      .bytes = bytes ? bytes->data : NULL,
      .count = bytes ? bytes->len : 0,
  };
  state->handler->part(state->context, &told);
  library.g_free(type);
  library.g_object_unref(memory);
}

static void read_object(reading *state, GMimeObject *object, int depth) {
  if (!object || state->outcome != sitboard_mail_whole) return;
  if (depth > state->most_depth || ++state->parts > state->most_parts) {
    state->outcome = sitboard_mail_beyond;
    return;
  }
  if (is(object, library.g_mime_multipart_get_type())) {
    GMimeMultipart *group = (GMimeMultipart *)object;
    state->handler->group(
        state->context, library.g_mime_content_type_get_media_subtype(library.g_mime_object_get_content_type(object)));
    int count = library.g_mime_multipart_get_count(group);
    for (int i = 0; i < count; i++) read_object(state, library.g_mime_multipart_get_part(group, i), depth + 1);
    state->handler->group_end(state->context);
  } else if (is(object, library.g_mime_message_part_get_type())) {
    read_message(state, library.g_mime_message_part_get_message((GMimeMessagePart *)object), depth + 1);
  } else if (is(object, library.g_mime_part_get_type())) {
    read_part(state, (GMimePart *)object);
  }
}

static void read_message(reading *state, GMimeMessage *message, int depth) {
  if (!message || state->outcome != sitboard_mail_whole) return;
  GMimeObject *object = (GMimeObject *)message;
  const char *from = NULL;
  char *whole = NULL;
  InternetAddressList *senders = library.g_mime_message_get_from(message);
  if (senders && library.internet_address_list_length(senders) > 0) {
    InternetAddress *sender = library.internet_address_list_get_address(senders, 0);
    from = library.internet_address_get_name(sender);
    if (!from || !*from) from = whole = library.internet_address_to_string(sender, NULL, FALSE);
  }
  const char *location = library.g_mime_object_get_header(object, "Snapshot-Content-Location");
  if (!location) location = library.g_mime_object_get_header(object, "Content-Location");
  state->handler->message(
      state->context, library.g_mime_message_get_message_id(message), library.g_mime_message_get_subject(message), from,
      library.g_mime_object_get_header(object, "Date"), location);
  library.g_free(whole);
  read_object(state, library.g_mime_message_get_mime_part(message), depth);
  state->handler->message_end(state->context);
}

sitboard_mail_outcome sitboard_read_mail(
    const uint8_t *bytes, size_t count, bool is_box, int most_depth, int most_parts,
    const sitboard_mail_handler *handler, void *context) {
  if (!has_library()) return sitboard_mail_no_library;
  reading state = {.handler = handler, .context = context, .most_depth = most_depth, .most_parts = most_parts};
  GMimeStream *stream = library.g_mime_stream_mem_new_with_buffer((const char *)bytes, count);
  GMimeParser *parser = library.g_mime_parser_new_with_stream(stream);
  library.g_mime_parser_set_format(parser, is_box ? GMIME_FORMAT_MBOX : GMIME_FORMAT_MESSAGE);
  int messages = 0;
  do {
    GMimeMessage *message = library.g_mime_parser_construct_message(parser, NULL);
    if (!message) break;
    messages++;
    read_message(&state, message, 0);
    library.g_object_unref(message);
  } while (is_box && state.outcome == sitboard_mail_whole && !library.g_mime_parser_eos(parser));
  library.g_object_unref(parser);
  library.g_object_unref(stream);
  if (messages == 0) return sitboard_mail_broken;
  return state.outcome;
}
