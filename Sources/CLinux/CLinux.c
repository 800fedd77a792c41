#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <iconv.h>
#include <link.h>
#include <linux/openat2.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
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
  // Nobody but the owner until the group is set; nobody can connect before listen.
  mode_t former = umask(0177);
  int bound = bind(listening, (struct sockaddr *)&address, sizeof address);
  umask(former);
  if (bound != 0) return fail(listening);
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
