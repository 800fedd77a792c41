#pragma once
#include <stddef.h>
#include <stdint.h>

/// What a reading of markup meets, in the order of the text. Strings end with a zero and hold UTF-8; they are gone after the call.
typedef struct {
  /// `attributes` holds names and values by turns and ends with a null name; it is null where there are none, and a value
  /// may be null.
  void (*start)(void *context, const char *name, const char *const *attributes);
  void (*end)(void *context, const char *name);
  void (*text)(void *context, const uint8_t *bytes, size_t count);
} sitboard_markup_handler;

typedef enum {
  sitboard_markup_whole = 0,
  /// Not well formed: what came before was told.
  sitboard_markup_broken,
  /// More elements inside one another, or more in all, than allowed: what came before was told.
  sitboard_markup_too_deep,
  sitboard_markup_too_many,
  /// The document declares entities or attributes of its own. Nothing of it is expanded, and nothing after it is read.
  sitboard_markup_declares,
  /// libxml2 is not installed here, or not in a version that has what is needed: nothing was read.
  sitboard_markup_no_library,
} sitboard_markup_outcome;

/// Reads HTML in UTF-8, as forgiving as a browser. No network, no files; memory does not grow with the document.
sitboard_markup_outcome sitboard_read_html(
    const uint8_t *bytes, size_t count, int most_depth, int most_elements, const sitboard_markup_handler *handler,
    void *context);

/// Reads XML in UTF-8, strictly. No network, no files, no external documents, no entities but the five of XML.
sitboard_markup_outcome sitboard_read_xml(
    const uint8_t *bytes, size_t count, int most_depth, int most_elements, const sitboard_markup_handler *handler,
    void *context);

/// The character that HTML gives a name, such as "nbsp"; 0 for none.
uint32_t sitboard_html_character(const char *name);
