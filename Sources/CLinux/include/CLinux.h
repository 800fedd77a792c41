#pragma once
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

// System calls that Swift's own C library module leaves out. Each returns -1 and sets errno where it fails.

/// How many arguments the program was started with, its name among them: those that main is given. Swift's own
/// CommandLine reads them from /proc, and has none where no /proc is mounted.
int system_argument_count(void);

/// One of them, the program's name being the first; NULL past the last.
const char *system_argument(int index);

/// Has the allocator keep one heap for all threads (mallopt(3), M_ARENA_MAX). By default it has eight a core, of which each
/// keeps what its threads have freed: with hundreds of feeds that are read and let go, that is a tenth of the memory.
void system_keep_one_heap(void);

/// Takes the places of standard input, output and error where they are closed, so that no file that is opened later
/// gets one of these numbers. What takes a place can be neither read nor written. False where that is not possible.
bool system_hold_standard_descriptors(void);

/// Opens a path that stays beneath a folder: no `..` above it, no absolute path, no link that leads out of it
/// (openat2(2) with RESOLVE_BENEATH and RESOLVE_NO_MAGICLINKS).
int system_open_beneath(int folder, const char *path, int flags, mode_t mode);

/// A descriptor that only tells what stands at a path beneath a folder: the link itself, or what it leads to beneath.
int system_find_beneath(int folder, const char *path, bool follows_link);

/// True if a file is on a file system that other machines or programs change without this kernel's knowing.
bool system_is_remote(int file);

/// The same of a kind of file system, by the number that statfs(2) gives it.
bool system_is_remote_kind(uint32_t kind);

/// A socket that listens at a path, which must not be taken. It is made with this mode and group (-1 leaves the
/// group) before anybody can reach it. -1 with ENAMETOOLONG for a path that no address holds.
int system_listen(const char *path, mode_t mode, gid_t group, int backlog);

/// Connects to a socket at a path without waiting.
int system_connect(const char *path);

/// The next connection, not blocking and closed in children.
int system_accept(int listening);

/// Who is at the other end of a connection.
bool system_peer(int connection, uid_t *user, gid_t *group);

/// True if a user belongs to a group, by the groups of the user's account.
bool system_user_has_group(uid_t user, gid_t group);

/// The group of a name; false where there is none.
bool system_group_named(const char *name, gid_t *group);

/// The name of a user's account, as much of it as fits; false where there is none.
bool system_user_name(uid_t user, char *name, size_t room);

// A set of descriptors that is itself readable when one of them is ready (epoll(7)).
int system_poller(void);
/// Watches a descriptor for reading and, if asked, for writing; one that is watched already is watched anew.
int system_poller_watch(int poller, int descriptor, bool for_writing);
void system_poller_forget(int poller, int descriptor);
/// Descriptors that are ready, at most `room` of them; never waits.
int system_poller_ready(int poller, int *descriptors, int room);

/// Empties the environment but for the variables whose whole `NAME=value` a caller gives.
bool system_set_environment(const char *const *entries, size_t count);

/// Writes all of some bytes, however many calls that takes; false with errno where they are not all written.
bool system_write_all(int file, const uint8_t *bytes, size_t count);

/// The build identity that the linker gave the program, as much of it as fits; 0 bytes where it gave none.
size_t system_build_identity(uint8_t *bytes, size_t room);

// Character sets by the C library (iconv(3)).

/// What became of a piece of text.
typedef enum {
  system_charset_done = 0,
  /// The bytes that are read next are none of the character set, or a character of it is cut off.
  system_charset_invalid,
  /// There is no more room.
  system_charset_full,
} system_charset_outcome;

/// A decoder to UTF-8; NULL where the library does not know the name.
void *system_charset_open(const char *name);
/// Decodes as much as it can, and tells how many bytes it read and wrote. NULL for the bytes is their end: some sets
/// hold a character back until they see what follows it.
system_charset_outcome system_charset_decode(
    void *decoder, const uint8_t *bytes, size_t count, uint8_t *text, size_t room, size_t *read, size_t *written);
void system_charset_close(void *decoder);

// A program of the system as a process of its own, held to limits.

typedef struct {
  /// Seconds by the clock until it is ended, and of processor time.
  int seconds;
  /// Bytes of memory that it may map.
  size_t memory;
  /// Bytes that it may write; one that writes more is ended.
  size_t output;
} system_run_limits;

typedef enum {
  system_run_done = 0,
  /// There is no such program.
  system_run_missing,
  /// It ended with a failure, or could not be started.
  system_run_failed,
  /// It reached one of its limits.
  system_run_limit,
} system_run_outcome;

/// Runs a program, by its path and with these arguments, on bytes as its standard input. No shell comes into it; it sees
/// no environment of this process and none of its files.
///
/// - take: Is given everything that it wrote, once, where it ended well.
system_run_outcome system_run(
    const char *path, const char *const *arguments, const uint8_t *input, size_t count, system_run_limits limits,
    void (*take)(void *context, const uint8_t *bytes, size_t count), void *context);

/// Starts a program of the user's, found by their PATH, with bytes as its standard input and no output, and waits for
/// nothing. No shell comes into it. -1 with errno where it does not start.
pid_t system_start(const char *const *arguments, const uint8_t *input, size_t count);

/// True if a program that was started has ended; it is told once.
bool system_has_ended(pid_t child);
