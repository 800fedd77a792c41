#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <iconv.h>
#include <link.h>
#include <linux/openat2.h>
#include <malloc.h>
#include <poll.h>
#include <pwd.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// MARK: - How the program was started

static int argument_count;
static char **arguments;

static void keep_arguments(int count, char **given, char **environment) {
  (void)environment;
  argument_count = count;
  arguments = given;
}

// glibc gives the functions of this section what it gives main.
__attribute__((section(".init_array"), used)) static void (*const keep)(int, char **, char **) = keep_arguments;

void system_keep_one_heap(void) { mallopt(M_ARENA_MAX, 1); }

int system_argument_count(void) { return argument_count; }

const char *system_argument(int index) {
  return index >= 0 && index < argument_count ? arguments[index] : NULL;
}

bool system_hold_standard_descriptors(void) {
  for (int descriptor = 0; descriptor <= 2; descriptor++) {
    if (fcntl(descriptor, F_GETFD) >= 0) continue;
    // The lowest that is free is the one that is closed. Reading and writing it fail, as they would if it were closed.
    if (errno != EBADF || open("/", O_PATH) != descriptor) return false;
  }
  return true;
}

// MARK: - Files beneath a folder

int system_open_beneath(int folder, const char *path, int flags, mode_t mode) {
  struct open_how how = {
      .flags = (uint64_t)(flags | O_CLOEXEC),
      .mode = (flags & O_CREAT) ? mode : 0,
      .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS,
  };
  return (int)syscall(SYS_openat2, folder, path, &how, sizeof how);
}

bool system_is_remote_kind(uint32_t kind) {
  // NFS, SMB, SMB2, CIFS, 9P, FUSE, Coda, AFS, Ceph, OCFS2, GFS2, Lustre (statfs(2)).
  static const uint32_t types[] = {0x6969,     0x517B,     0xFE534D42, 0xFF534D42, 0x01021997, 0x65735546,
                                   0x73757245, 0x5346414F, 0x00C36400, 0x7461636F, 0x01161970, 0x0BD00BD0};
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (kind == types[i]) return true;
  return false;
}

bool system_is_remote(int file) {
  struct statfs system;
  return fstatfs(file, &system) == 0 && system_is_remote_kind((uint32_t)system.f_type);
}

int system_find_beneath(int folder, const char *path, bool follows_link) {
  return system_open_beneath(folder, path, O_PATH | (follows_link ? 0 : O_NOFOLLOW), 0);
}

// MARK: - Sockets

static bool set_address(struct sockaddr_un *address, const char *path) {
  *address = (struct sockaddr_un){.sun_family = AF_UNIX};
  if (strlen(path) >= sizeof address->sun_path) {
    errno = ENAMETOOLONG;
    return false;
  }
  strcpy(address->sun_path, path);
  return true;
}

static int fail(int descriptor) {
  int reason = errno;
  close(descriptor);
  errno = reason;
  return -1;
}

int system_listen(const char *path, mode_t mode, gid_t group, int backlog) {
  struct sockaddr_un address;
  if (!set_address(&address, path)) return -1;
  int listening = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (listening < 0) return -1;
  // Nobody but the owner until the group is set; nobody can connect before listen. The file that bind makes has the mode
  // of the descriptor (unix(7) is silent on it; Linux, unix_bind). The mask of the process would be that of every thread.
  if (fchmod(listening, 0600) != 0) return fail(listening);
  if (bind(listening, (struct sockaddr *)&address, sizeof address) != 0) return fail(listening);
  bool is_set = (group == (gid_t)-1 || lchown(path, (uid_t)-1, group) == 0) && chmod(path, mode) == 0 &&
                listen(listening, backlog) == 0;
  if (!is_set) {
    int reason = errno;
    unlink(path);
    errno = reason;
    return fail(listening);
  }
  return listening;
}

int system_connect(const char *path) {
  struct sockaddr_un address;
  if (!set_address(&address, path)) return -1;
  int connection = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (connection < 0) return -1;
  if (connect(connection, (struct sockaddr *)&address, sizeof address) != 0) return fail(connection);
  return connection;
}

int system_accept(int listening) {
  return accept4(listening, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
}

bool system_peer(int connection, uid_t *user, gid_t *group) {
  struct ucred credentials;
  socklen_t size = sizeof credentials;
  if (getsockopt(connection, SOL_SOCKET, SO_PEERCRED, &credentials, &size) != 0) return false;
  *user = credentials.uid;
  *group = credentials.gid;
  return true;
}

// MARK: - Accounts

bool system_user_has_group(uid_t user, gid_t group) {
  struct passwd entry, *found = NULL;
  char text[16 * 1024];
  if (getpwuid_r(user, &entry, text, sizeof text, &found) != 0 || !found) return false;
  gid_t groups[1024];
  int count = sizeof groups / sizeof *groups;
  if (getgrouplist(found->pw_name, found->pw_gid, groups, &count) < 0) return false;
  for (int i = 0; i < count; i++) {
    if (groups[i] == group) return true;
  }
  return false;
}

bool system_group_named(const char *name, gid_t *group) {
  struct group entry, *found = NULL;
  char text[64 * 1024];
  if (getgrnam_r(name, &entry, text, sizeof text, &found) != 0 || !found) return false;
  *group = found->gr_gid;
  return true;
}

bool system_user_name(uid_t user, char *name, size_t room) {
  struct passwd entry, *found = NULL;
  char text[16 * 1024];
  if (room == 0 || getpwuid_r(user, &entry, text, sizeof text, &found) != 0 || !found) return false;
  strncpy(name, found->pw_name, room - 1);
  name[room - 1] = 0;
  return true;
}

// MARK: - Many descriptors as one

int system_poller(void) { return epoll_create1(EPOLL_CLOEXEC); }

int system_poller_watch(int poller, int descriptor, bool for_writing) {
  struct epoll_event event = {.events = EPOLLIN | (for_writing ? EPOLLOUT : 0), .data.fd = descriptor};
  if (epoll_ctl(poller, EPOLL_CTL_MOD, descriptor, &event) == 0) return 0;
  return errno == ENOENT ? epoll_ctl(poller, EPOLL_CTL_ADD, descriptor, &event) : -1;
}

void system_poller_forget(int poller, int descriptor) { epoll_ctl(poller, EPOLL_CTL_DEL, descriptor, NULL); }

int system_poller_ready(int poller, int *descriptors, int room) {
  struct epoll_event events[256];
  int most = room < 256 ? room : 256;
  int count = epoll_wait(poller, events, most, 0);
  for (int i = 0; i < count; i++) descriptors[i] = events[i].data.fd;
  return count;
}

// MARK: - The environment

bool system_set_environment(const char *const *entries, size_t count) {
  if (clearenv() != 0) return false;
  for (size_t i = 0; i < count; i++) {
    const char *equals = strchr(entries[i], '=');
    if (!equals) return false;
    char *name = strndup(entries[i], (size_t)(equals - entries[i]));
    bool is_set = name && setenv(name, equals + 1, 1) == 0;
    free(name);
    if (!is_set) return false;
  }
  return true;
}

// MARK: - Writing

bool system_write_all(int file, const uint8_t *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(file, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes += written;
    count -= (size_t)written;
  }
  return true;
}

// MARK: - Which program this is

size_t system_build_identity(uint8_t *bytes, size_t room) {
  const ElfW(Phdr) *headers = (const ElfW(Phdr) *)getauxval(AT_PHDR);
  size_t count = getauxval(AT_PHNUM);
  if (!headers) return 0;
  // Addresses in the file are from where it was loaded, which its table of headers tells.
  uintptr_t base = 0;
  for (size_t i = 0; i < count; i++)
    if (headers[i].p_type == PT_PHDR) base = (uintptr_t)headers - headers[i].p_vaddr;
  for (size_t i = 0; i < count; i++) {
    if (headers[i].p_type != PT_NOTE) continue;
    const uint8_t *notes = (const uint8_t *)(base + headers[i].p_vaddr);
    // Linkers put notes of different alignment into one segment, so that their lengths do not lead from one to the
    // next: the one that is meant is found by how it begins.
    for (size_t at = 0; at + sizeof(ElfW(Nhdr)) + 4 <= headers[i].p_memsz; at += 4) {
      ElfW(Nhdr) note;
      memcpy(&note, notes + at, sizeof note);
      const uint8_t *name = notes + at + sizeof note;
      if (note.n_type != NT_GNU_BUILD_ID || note.n_namesz != 4 || memcmp(name, "GNU", 4) != 0) continue;
      if (note.n_descsz > headers[i].p_memsz - at - sizeof note - 4) return 0;
      size_t size = note.n_descsz < room ? note.n_descsz : room;
      memcpy(bytes, name + 4, size);
      return size;
    }
  }
  return 0;
}

// MARK: - Character sets

void *system_charset_open(const char *name) {
  iconv_t decoder = iconv_open("UTF-8", name);
  return decoder == (iconv_t)-1 ? NULL : decoder;
}

system_charset_outcome system_charset_decode(
    void *decoder, const uint8_t *bytes, size_t count, uint8_t *text, size_t room, size_t *read, size_t *written) {
  // The library leaves what it reads as it is; its interface is older than const.
  char *in = (char *)(uintptr_t)bytes, *out = (char *)text;
  size_t in_left = count, out_left = room;
  size_t code = iconv((iconv_t)decoder, bytes ? &in : NULL, &in_left, &out, &out_left);
  int why = errno;
  *read = count - in_left;
  *written = room - out_left;
  if (code != (size_t)-1) return system_charset_done;
  return why == E2BIG ? system_charset_full : system_charset_invalid;
}

void system_charset_close(void *decoder) { iconv_close((iconv_t)decoder); }

// MARK: - Programs

// Bytes as a file without a name, which nothing changes any more.
static int file_of(const uint8_t *bytes, size_t count) {
  int file = memfd_create("input", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (file < 0) return -1;
  if (system_write_all(file, bytes, count) && lseek(file, 0, SEEK_SET) == 0 &&
      fcntl(file, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL) == 0)
    return file;
  close(file);
  return -1;
}

// - environment: Null for that of this process, and the program is then looked for in its PATH.
// - output: A descriptor; -1 for nowhere.
static int spawn(
    pid_t *child, const char *path, const char *const *arguments, char *const *environment, int input, int output) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  if (posix_spawn_file_actions_init(&actions) != 0) return ENOMEM;
  if (posix_spawnattr_init(&attributes) != 0) {
    posix_spawn_file_actions_destroy(&actions);
    return ENOMEM;
  }
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  if (output >= 0) {
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  } else {
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  }
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  // A process group of its own: the keys of the terminal are not meant for it.
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  // The arguments are copied by the system, and not changed.
  char *const *words = (char *const *)(uintptr_t)arguments;
  int code = environment ? posix_spawn(child, path, &actions, &attributes, words, environment)
                         : posix_spawnp(child, path, &actions, &attributes, words, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return code;
}

static void limit(pid_t child, int what, rlim_t most) {
  struct rlimit bound = {.rlim_cur = most, .rlim_max = most};
  prlimit(child, what, &bound, NULL);
}

static int64_t milliseconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

// Everything that comes through a pipe until it ends; false at a limit.
static bool drain(int from, system_run_limits limits, uint8_t **held, size_t *count) {
  int64_t end = milliseconds_now() + (int64_t)limits.seconds * 1000;
  size_t room = 0;
  while (true) {
    int64_t left = end - milliseconds_now();
    struct pollfd wait = {.fd = from, .events = POLLIN};
    int ready = left > 0 ? poll(&wait, 1, (int)left) : 0;
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return false;
    if (*count == room) {
      room = room ? room * 2 : 64 * 1024;
      uint8_t *grown = realloc(*held, room);
      if (!grown) return false;
      *held = grown;
    }
    ssize_t got = read(from, *held + *count, room - *count);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return got == 0;
    *count += (size_t)got;
    if (*count > limits.output) return false;
  }
}

static bool ends_soon(pid_t child) {
  struct pollfd wait = {.fd = (int)syscall(SYS_pidfd_open, child, 0), .events = POLLIN};
  if (wait.fd < 0) return false;
  int ready;
  do ready = poll(&wait, 1, 1000);
  while (ready < 0 && errno == EINTR);
  close(wait.fd);
  return ready > 0;
}

system_run_outcome system_run(
    const char *path, const char *const *arguments, const uint8_t *input, size_t count, system_run_limits limits,
    void (*take)(void *context, const uint8_t *bytes, size_t count), void *context) {
  if (access(path, X_OK) != 0) return system_run_missing;
  int ends[2];
  int file = file_of(input, count);
  if (file < 0) return system_run_failed;
  if (pipe2(ends, O_CLOEXEC) != 0) {
    close(file);
    return system_run_failed;
  }
  pid_t child;
  char *const environment[] = {(char[]){"LC_ALL=C.UTF-8"}, (char[]){"PATH=/usr/bin:/bin"}, NULL};
  int code = spawn(&child, path, arguments, environment, file, ends[1]);
  close(file);
  close(ends[1]);
  if (code != 0) {
    close(ends[0]);
    return code == ENOENT ? system_run_missing : system_run_failed;
  }
  limit(child, RLIMIT_AS, limits.memory);
  limit(child, RLIMIT_CPU, (rlim_t)limits.seconds);
  limit(child, RLIMIT_FSIZE, 0);
  limit(child, RLIMIT_CORE, 0);
  limit(child, RLIMIT_NPROC, 0);
  uint8_t *held = NULL;
  size_t taken = 0;
  bool isWithin = drain(ends[0], limits, &held, &taken);
  close(ends[0]);
  // One that has said everything ends at once, or is ended.
  if (!isWithin || !ends_soon(child)) kill(child, SIGKILL);
  int status = 0;
  pid_t ended;
  do ended = waitpid(child, &status, 0);
  while (ended < 0 && errno == EINTR);
  bool isWell = isWithin && ended == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
  if (isWell) take(context, held, taken);
  free(held);
  if (isWell) return system_run_done;
  bool isLimit = !isWithin || (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL));
  return isLimit ? system_run_limit : system_run_failed;
}

pid_t system_start(const char *const *arguments, const uint8_t *input, size_t count) {
  int file = file_of(input, count);
  if (file < 0) return -1;
  pid_t child;
  int code = spawn(&child, arguments[0], arguments, NULL, file, -1);
  close(file);
  if (code == 0) return child;
  errno = code;
  return -1;
}

bool system_has_ended(pid_t child) {
  int status;
  return waitpid(child, &status, WNOHANG) != 0;
}
