#include "CXML.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <dlfcn.h>
#include <limits.h>
#include <pthread.h>
#include <stdbool.h>
#include <string.h>

// The library and the character tables behind it take as long to load as the board takes to paint, and most incidents
// have no markup: it is loaded with the first.
#define FUNCTIONS(use) \
  use(htmlCreateMemoryParserCtxt) use(htmlCtxtUseOptions) use(htmlEntityLookup) use(htmlFreeParserCtxt) use(htmlParseDocument) \
  use(xmlCreateMemoryParserCtxt) use(xmlCtxtUseOptions) use(xmlFreeEnumeration) use(xmlFreeParserCtxt) \
  use(xmlInitParser) use(xmlParseDocument) use(xmlStopParser) use(xmlSwitchEncoding)

#define FIELD(name) __typeof__(name) *name;
static struct { FUNCTIONS(FIELD) } library;
static bool library_is_there;

static void load_library(void) {
  void *handle = dlopen("libxml2.so.2", RTLD_NOW | RTLD_LOCAL);
  if (!handle) return;
#define FIND(name) if (!(library.name = (__typeof__(name) *)dlsym(handle, #name))) return;
  FUNCTIONS(FIND)
  // Its locks are made at the first use otherwise, of which two threads can each make their own and wait for ever.
  library.xmlInitParser();
  library_is_there = true;
}

static bool has_library(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load_library);
  return library_is_there;
}

uint32_t sitboard_html_character(const char *name) {
  const htmlEntityDesc *entity = has_library() ? library.htmlEntityLookup((const xmlChar *)name) : NULL;
  return entity ? entity->value : 0;
}

// Events are passed on as they come and no tree is built: memory stays bounded, and so does depth.
typedef struct {
  const sitboard_markup_handler *handler;
  void *context;
  xmlParserCtxtPtr parser;
  int depth, most_depth;
  int elements, most_elements;
  sitboard_markup_outcome outcome;
} reading;

static void stop(reading *state, sitboard_markup_outcome outcome) {
  if (state->outcome == sitboard_markup_whole) state->outcome = outcome;
  library.xmlStopParser(state->parser);
}

static void on_start(void *data, const xmlChar *name, const xmlChar **attributes) {
  reading *state = data;
  if (state->outcome != sitboard_markup_whole) return;
  if (++state->depth > state->most_depth) return stop(state, sitboard_markup_too_deep);
  if (++state->elements > state->most_elements) return stop(state, sitboard_markup_too_many);
  state->handler->start(state->context, (const char *)name, (const char *const *)attributes);
}

static void on_end(void *data, const xmlChar *name) {
  reading *state = data;
  if (state->outcome != sitboard_markup_whole) return;
  if (state->depth > 0) state->depth--;
  state->handler->end(state->context, (const char *)name);
}

static void on_text(void *data, const xmlChar *bytes, int count) {
  reading *state = data;
  if (state->outcome != sitboard_markup_whole || count <= 0) return;
  state->handler->text(state->context, bytes, (size_t)count);
}

static void on_entity(void *data, const xmlChar *name, int type, const xmlChar *public_id, const xmlChar *system_id,
                      xmlChar *content) {
  (void)name, (void)type, (void)public_id, (void)system_id, (void)content;
  stop(data, sitboard_markup_declares);
}

static void on_attribute(void *data, const xmlChar *element, const xmlChar *name, int type, int default_kind,
                         const xmlChar *default_value, xmlEnumerationPtr tree) {
  (void)element, (void)name, (void)type, (void)default_kind, (void)default_value;
  library.xmlFreeEnumeration(tree);
  stop(data, sitboard_markup_declares);
}

static void on_element(void *data, const xmlChar *name, int type, xmlElementContentPtr content) {
  (void)name, (void)type, (void)content;
  stop(data, sitboard_markup_declares);
}

// The library writes no messages of its own.
static void on_message(void *data, const char *format, ...) { (void)data, (void)format; }

static xmlSAXHandler events(void) {
  xmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.startElement = on_start;
  sax.endElement = on_end;
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;
  sax.cdataBlock = on_text;
  sax.entityDecl = on_entity;
  sax.attributeDecl = on_attribute;
  sax.elementDecl = on_element;
  sax.warning = on_message;
  sax.error = on_message;
  sax.fatalError = on_message;
  return sax;
}

static reading begun(const sitboard_markup_handler *handler, void *context, int most_depth, int most_elements) {
  reading state = {.handler = handler, .context = context, .most_depth = most_depth, .most_elements = most_elements};
  return state;
}

sitboard_markup_outcome sitboard_read_html(
    const uint8_t *bytes, size_t count, int most_depth, int most_elements, const sitboard_markup_handler *handler,
    void *context) {
  reading state = begun(handler, context, most_depth, most_elements);
  if (count == 0 || count > INT_MAX) return sitboard_markup_broken;
  if (!has_library()) return sitboard_markup_no_library;
  htmlParserCtxtPtr parser = library.htmlCreateMemoryParserCtxt((const char *)bytes, (int)count);
  if (parser == NULL) return sitboard_markup_broken;
  *parser->sax = events();
  parser->userData = &state;
  state.parser = parser;
  library.htmlCtxtUseOptions(
      parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  library.xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  library.htmlParseDocument(parser);
  library.htmlFreeParserCtxt(parser);
  return state.outcome;
}

sitboard_markup_outcome sitboard_read_xml(
    const uint8_t *bytes, size_t count, int most_depth, int most_elements, const sitboard_markup_handler *handler,
    void *context) {
  reading state = begun(handler, context, most_depth, most_elements);
  if (count == 0 || count > INT_MAX) return sitboard_markup_broken;
  if (!has_library()) return sitboard_markup_no_library;
  xmlParserCtxtPtr parser = library.xmlCreateMemoryParserCtxt((const char *)bytes, (int)count);
  if (parser == NULL) return sitboard_markup_broken;
  *parser->sax = events();
  parser->userData = &state;
  state.parser = parser;
  // Neither NOENT nor DTDLOAD nor HUGE: entities stay unexpanded, other documents unread, the library's bounds in force.
  library.xmlCtxtUseOptions(
      parser, XML_PARSE_SAX1 | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  library.xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  library.xmlParseDocument(parser);
  if (state.outcome == sitboard_markup_whole && !parser->wellFormed) state.outcome = sitboard_markup_broken;
  library.xmlFreeParserCtxt(parser);
  return state.outcome;
}
