#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// PostgreSQL by libpq, behind plain functions. The library is loaded when the first connection is opened, and nothing of
// it is needed to build. A connection belongs to one thread at a time.

typedef struct sitboard_database sitboard_database;

/// Connects, and waits until that is done or has failed. Returns null where the library or memory is missing, with the
/// reason in `why`; otherwise `sitboard_database_is_open` says whether it worked. The names and values are those of
/// libpq's connection parameters, each list ended by a null; a value for `dbname` may be a whole connection string.
sitboard_database *sitboard_database_open(const char *const *names, const char *const *values, const char **why);
void sitboard_database_close(sitboard_database *database);
bool sitboard_database_is_open(const sitboard_database *database);
/// The last error in the library's words; it may run over several lines.
const char *sitboard_database_error(const sitboard_database *database);
/// To be watched for reading; -1 where there is no connection.
int sitboard_database_socket(const sitboard_database *database);
const char *sitboard_database_user(const sitboard_database *database);
int sitboard_database_server_version(const sitboard_database *database);
/// Returns true if a connection string holds a password; false also for one that cannot be read.
bool sitboard_connection_string_has_password(const char *text);
/// A connection string without its password; freed by the caller with free(3). Null where it cannot be read or the
/// library is missing, with the reason in `why`.
char *sitboard_connection_string_summary(const char *text, const char **why);

typedef enum {
  /// A row of a query that gives its rows one by one, or all rows of one that does not.
  sitboard_rows,
  /// Done, without rows.
  sitboard_done,
  /// Refused or failed: `code` and `message` say why.
  sitboard_failed,
} sitboard_outcome;

typedef struct sitboard_result sitboard_result;

/// Begins a statement whose parameters are texts or, where `lengths` is not negative, bytes; a null is SQL's null. With
/// `row_by_row` each row is a result of its own, so that a long answer takes no memory.
bool sitboard_database_begin(
  sitboard_database *database, const char *statement, size_t count, const uint8_t *const *values, const int *lengths,
  bool row_by_row);
/// The next result of what was begun, waiting for it; null when there is no more.
sitboard_result *sitboard_database_next(sitboard_database *database);
/// Several statements without parameters, as one transaction.
sitboard_result *sitboard_database_run(sitboard_database *database, const char *statements);

sitboard_outcome sitboard_result_outcome(const sitboard_result *result);
/// Five characters by which the server names an error; empty where it was not the server.
const char *sitboard_result_code(const sitboard_result *result);
const char *sitboard_result_message(const sitboard_result *result);
int sitboard_result_rows(const sitboard_result *result);
/// How many rows a statement added or changed.
long sitboard_result_touched(const sitboard_result *result);
/// A field as text, and how many bytes it has; null for SQL's null.
const uint8_t *sitboard_result_field(const sitboard_result *result, int row, int column, size_t *count);
void sitboard_result_free(sitboard_result *result);

/// Takes what has come in without waiting. False where the connection is lost.
bool sitboard_database_take_in(sitboard_database *database);
/// Returns true if a notification has come; each is told once.
bool sitboard_database_next_notice(sitboard_database *database);
