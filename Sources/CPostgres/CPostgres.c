#include "CPostgres.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The part of libpq that is used, as its manual gives it: these declarations have been the same since version 9.2.
typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;
typedef void (*PQnoticeProcessor)(void *argument, const char *message);
typedef struct pgNotify {
  char *relname;
  int be_pid;
  char *extra;
  struct pgNotify *next;
} PGnotify;
typedef struct {
  char *keyword, *envvar, *compiled, *val, *label, *dispchar;
  int dispsize;
} PQconninfoOption;
enum { connection_ok = 0 };
enum { command_ok = 1, tuples_ok = 2, single_tuple = 9 };
enum { text_format = 0, bytes_format = 1 };
enum { field_sqlstate = 'C', field_message = 'M' };

extern PGconn *PQconnectdbParams(const char *const *keywords, const char *const *values, int expand_dbname);
extern void PQfinish(PGconn *connection);
extern int PQstatus(const PGconn *connection);
extern char *PQerrorMessage(const PGconn *connection);
extern int PQsocket(const PGconn *connection);
extern char *PQuser(const PGconn *connection);
extern int PQserverVersion(const PGconn *connection);
extern int PQsendQueryParams(
  PGconn *connection, const char *command, int count, const unsigned *types, const char *const *values,
  const int *lengths, const int *formats, int result_format);
extern int PQsetSingleRowMode(PGconn *connection);
extern PGresult *PQgetResult(PGconn *connection);
extern PGresult *PQexec(PGconn *connection, const char *query);
extern int PQresultStatus(const PGresult *result);
extern char *PQresultErrorField(const PGresult *result, int field);
extern char *PQresultErrorMessage(const PGresult *result);
extern int PQntuples(const PGresult *result);
extern char *PQcmdTuples(PGresult *result);
extern char *PQgetvalue(const PGresult *result, int row, int column);
extern int PQgetlength(const PGresult *result, int row, int column);
extern int PQgetisnull(const PGresult *result, int row, int column);
extern void PQclear(PGresult *result);
extern int PQconsumeInput(PGconn *connection);
extern PGnotify *PQnotifies(PGconn *connection);
extern void PQfreemem(void *pointer);
extern PQnoticeProcessor PQsetNoticeProcessor(PGconn *connection, PQnoticeProcessor processor, void *argument);
extern PQconninfoOption *PQconninfoParse(const char *text, char **error);
extern void PQconninfoFree(PQconninfoOption *options);

#define FUNCTIONS(use) \
  use(PQconnectdbParams) use(PQfinish) use(PQstatus) use(PQerrorMessage) use(PQsocket) use(PQuser) \
  use(PQserverVersion) use(PQsendQueryParams) use(PQsetSingleRowMode) use(PQgetResult) use(PQexec) \
  use(PQresultStatus) use(PQresultErrorField) use(PQresultErrorMessage) use(PQntuples) use(PQcmdTuples) \
  use(PQgetvalue) use(PQgetlength) use(PQgetisnull) use(PQclear) use(PQconsumeInput) use(PQnotifies) use(PQfreemem) \
  use(PQsetNoticeProcessor) use(PQconninfoParse) use(PQconninfoFree)

#define FIELD(name) __typeof__(name) *name;
static struct { FUNCTIONS(FIELD) } library;
static const char *library_fault;

// Nothing of it is needed where there is no desk on a server, and it brings Kerberos and TLS with it.
static void load_library(void) {
  void *handle = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
  library_fault = "libpq is not installed here: install libpq5";
  if (!handle) return;
  library_fault = "libpq lacks a function: install a newer libpq5";
#define FIND(name) if (!(library.name = (__typeof__(name) *)dlsym(handle, #name))) return;
  FUNCTIONS(FIND)
  library_fault = NULL;
}

static const char *fault(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load_library);
  return library_fault;
}

struct sitboard_database {
  PGconn *connection;
};

struct sitboard_result {
  PGresult *result;
};

// The server's remarks are dropped: the library would write them to standard error, over the board.
static void drop_remark(void *argument, const char *message) { (void)argument, (void)message; }

// MARK: - Connections

sitboard_database *sitboard_database_open(const char *const *names, const char *const *values, const char **why) {
  if ((*why = fault())) return NULL;
  sitboard_database *database = calloc(1, sizeof *database);
  if (database) database->connection = library.PQconnectdbParams(names, values, 1);
  if (database && database->connection) {
    library.PQsetNoticeProcessor(database->connection, drop_remark, NULL);
    return database;
  }
  free(database);
  *why = "there is no memory to connect with";
  return NULL;
}

void sitboard_database_close(sitboard_database *database) {
  if (!database) return;
  library.PQfinish(database->connection);
  free(database);
}

bool sitboard_database_is_open(const sitboard_database *database) {
  return library.PQstatus(database->connection) == connection_ok;
}

const char *sitboard_database_error(const sitboard_database *database) {
  return library.PQerrorMessage(database->connection);
}

int sitboard_database_socket(const sitboard_database *database) { return library.PQsocket(database->connection); }

const char *sitboard_database_user(const sitboard_database *database) { return library.PQuser(database->connection); }

int sitboard_database_server_version(const sitboard_database *database) {
  return library.PQserverVersion(database->connection);
}

bool sitboard_connection_string_has_password(const char *text) {
  if (fault()) return false;
  PQconninfoOption *options = library.PQconninfoParse(text, NULL);
  bool found = false;
  for (PQconninfoOption *one = options; one && one->keyword; one++)
    if (!strcmp(one->keyword, "password") && one->val && *one->val) found = true;
  library.PQconninfoFree(options);
  return found;
}

char *sitboard_connection_string_summary(const char *text, const char **why) {
  if ((*why = fault())) return NULL;
  PQconninfoOption *options = library.PQconninfoParse(text, NULL);
  if (!options) {
    *why = "it is not a connection string that libpq understands";
    return NULL;
  }
  static const char *const told[] = {"service", "host", "port", "dbname"};
  size_t room = 64 + 4 * strlen(text), at = 0;
  char *summary = calloc(1, room);
  for (PQconninfoOption *one = options; summary && one->keyword; one++)
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
      if (!strcmp(one->keyword, told[i]) && one->val && *one->val)
        at += (size_t)snprintf(summary + at, room - at, "%s%s=%s", at ? " " : "", one->keyword, one->val);
  library.PQconninfoFree(options);
  if (!summary) *why = "there is no memory";
  return summary;
}

// MARK: - Statements

bool sitboard_database_begin(
  sitboard_database *database, const char *statement, size_t count, const uint8_t *const *values, const int *lengths,
  bool row_by_row
) {
  int *formats = calloc(count + 1, sizeof *formats);
  if (!formats) return false;
  for (size_t i = 0; i < count; i++) formats[i] = lengths[i] >= 0 ? bytes_format : text_format;
  bool is_begun = library.PQsendQueryParams(
    database->connection, statement, (int)count, NULL, (const char *const *)values, lengths, formats, text_format);
  free(formats);
  if (is_begun && row_by_row) library.PQsetSingleRowMode(database->connection);
  return is_begun;
}

static sitboard_result *wrapped(PGresult *result) {
  if (!result) return NULL;
  sitboard_result *wrapper = malloc(sizeof *wrapper);
  if (wrapper) wrapper->result = result;
  else library.PQclear(result);
  return wrapper;
}

sitboard_result *sitboard_database_next(sitboard_database *database) {
  return wrapped(library.PQgetResult(database->connection));
}

sitboard_result *sitboard_database_run(sitboard_database *database, const char *statements) {
  return wrapped(library.PQexec(database->connection, statements));
}

sitboard_outcome sitboard_result_outcome(const sitboard_result *result) {
  switch (library.PQresultStatus(result->result)) {
    case command_ok: return sitboard_done;
    case tuples_ok:
    case single_tuple: return sitboard_rows;
    default: return sitboard_failed;
  }
}

const char *sitboard_result_code(const sitboard_result *result) {
  const char *code = library.PQresultErrorField(result->result, field_sqlstate);
  return code ? code : "";
}

const char *sitboard_result_message(const sitboard_result *result) {
  const char *message = library.PQresultErrorField(result->result, field_message);
  return message ? message : library.PQresultErrorMessage(result->result);
}

int sitboard_result_rows(const sitboard_result *result) { return library.PQntuples(result->result); }

long sitboard_result_touched(const sitboard_result *result) {
  return strtol(library.PQcmdTuples(result->result), NULL, 10);
}

const uint8_t *sitboard_result_field(const sitboard_result *result, int row, int column, size_t *count) {
  *count = 0;
  if (library.PQgetisnull(result->result, row, column)) return NULL;
  *count = (size_t)library.PQgetlength(result->result, row, column);
  return (const uint8_t *)library.PQgetvalue(result->result, row, column);
}

void sitboard_result_free(sitboard_result *result) {
  if (!result) return;
  library.PQclear(result->result);
  free(result);
}

// MARK: - Notifications

bool sitboard_database_take_in(sitboard_database *database) {
  return library.PQconsumeInput(database->connection) == 1;
}

bool sitboard_database_next_notice(sitboard_database *database) {
  PGnotify *notice = library.PQnotifies(database->connection);
  if (!notice) return false;
  library.PQfreemem(notice);
  return true;
}
