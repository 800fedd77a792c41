// Everything here that a signal handler calls is async-signal-safe: no locks, no allocation, no ncurses.
#define _GNU_SOURCE
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <termios.h>
#include <unistd.h>

/// Signals that end a process which does nothing about them, and that nobody here has a use for.
static const int fatal_signals[] = {SIGSEGV, SIGABRT, SIGILL,  SIGTRAP, SIGBUS,  SIGFPE,
                                    SIGSYS,  SIGPIPE, SIGXCPU, SIGXFSZ, SIGALRM, SIGUSR1, SIGUSR2};
enum { fatal_count = sizeof fatal_signals / sizeof *fatal_signals };
static struct sigaction former_actions[fatal_count];

static int terminal_descriptor = -1;
static struct termios settings;
static bool settings_known;
static char farewell_text[512];
static volatile sig_atomic_t armed;

/// Bytes of the end of standard error that are shown once the screen is gone.
enum { kept_complaint = 8192 };
/// Where standard error goes while it would be written across the screen; -1 when it goes where it always did.
static volatile sig_atomic_t held_complaints = -1;
static volatile sig_atomic_t true_standard_error = -1;

static void write_all(int descriptor, const char *text, size_t length) {
  // A terminal that takes nothing any more must not keep a dying process alive: so nothing is waited for.
  int flags = fcntl(descriptor, F_GETFL);
  if (flags >= 0) fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
  for (int refusals = 0; length > 0 && refusals < 100;) {
    ssize_t written = write(descriptor, text, length);
    if (written > 0) {
      text += written;
      length -= (size_t)written;
    } else if (written < 0 && errno != EINTR && errno != EAGAIN) {
      break;
    } else {
      refusals++;
      struct pollfd wait = {.fd = descriptor, .events = POLLOUT};
      if (written < 0 && errno == EAGAIN && poll(&wait, 1, 1) == 0) continue;
    }
  }
  // The flags are those of everybody who has the terminal.
  if (flags >= 0) fcntl(descriptor, F_SETFL, flags);
}

// MARK: - Standard error

static bool is_the_terminal(int descriptor) {
  struct stat one, other;
  if (!isatty(descriptor) || fstat(descriptor, &one) != 0 || fstat(terminal_descriptor, &other) != 0) return false;
  // 5:0 is /dev/tty, another name for whichever terminal it is.
  return one.st_rdev == other.st_rdev || other.st_rdev == makedev(5, 0);
}

/// A runtime's last words would be drawn across the screen and wiped away with it; keeps them for afterwards.
static void hold_standard_error(void) {
  if (held_complaints >= 0 || !is_the_terminal(STDERR_FILENO)) return;
  int memory = memfd_create("standard error", MFD_CLOEXEC);
  int copy = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (memory < 0 || copy < 0 || dup2(memory, STDERR_FILENO) < 0) {
    if (memory >= 0) close(memory);
    if (copy >= 0) close(copy);
    return;
  }
  true_standard_error = copy;
  held_complaints = memory;
}

static void release_standard_error(void) {
  int memory = held_complaints, copy = true_standard_error;
  if (memory < 0) return;
  held_complaints = -1;
  true_standard_error = -1;
  dup2(copy, STDERR_FILENO);
  close(copy);

  static char text[kept_complaint];
  off_t length = lseek(memory, 0, SEEK_END);
  off_t from = length > kept_complaint ? length - kept_complaint : 0;
  ssize_t got = length > 0 ? pread(memory, text, kept_complaint, from) : 0;
  close(memory);
  for (ssize_t i = 0; i < got; i++) {
    // It may quote a stranger's text.
    bool harmless = (text[i] >= 0x20 && text[i] < 0x7F) || text[i] == '\n';
    if (!harmless) text[i] = '?';
  }
  if (got > 0) write_all(STDERR_FILENO, text, (size_t)got);
}

// MARK: - The settings

bool restoration_in_foreground(void) {
  pid_t group = tcgetpgrp(terminal_descriptor);
  // Not our controlling terminal: nobody contends for it.
  return group < 0 || group == getpgrp();
}

static void put_settings_back(void) {
  if (settings_known) tcsetattr(terminal_descriptor, TCSANOW, &settings);
}

static void end_on_signal(int signal, siginfo_t *information, void *context) {
  (void)context;
  int kept_error = errno;
  if (armed) {
    armed = 0;
    if (restoration_in_foreground()) {
      write_all(terminal_descriptor, farewell_text, strlen(farewell_text));
      put_settings_back();
    }
    release_standard_error();
  }
  for (int i = 0; i < fatal_count; i++) {
    if (fatal_signals[i] == signal) sigaction(signal, &former_actions[i], NULL);
  }
  errno = kept_error;
  // The time to end in order is over: what asked for it ends the process now.
  int asked = signal == SIGALRM ? signals_ending() : 0;
  if (asked) {
    struct sigaction standard = {.sa_handler = SIG_DFL};
    sigemptyset(&standard.sa_mask);
    sigaction(asked, &standard, NULL);
    raise(asked);
    return;
  }
  // A fault happens again on return, with its address and registers for whoever reports on it; what was sent, or is
  // reported after the instruction, has to be sent again.
  bool happens_again = information && information->si_code > 0 && signal != SIGTRAP && signal != SIGSYS;
  if (!happens_again) raise(signal);
}

/// A stack that is full cannot run a handler.
static void provide_signal_stack(void) {
  stack_t present;
  if (sigaltstack(NULL, &present) != 0 || !(present.ss_flags & SS_DISABLE)) return;
  enum { stack_size = 64 * 1024 };
  void *memory =
      mmap(NULL, stack_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
  if (memory == MAP_FAILED) return;
  stack_t stack = {.ss_sp = memory, .ss_size = stack_size};
  sigaltstack(&stack, NULL);
}

static void watch_fatal_signals(void) {
  static bool watching;
  if (watching) return;
  watching = true;
  provide_signal_stack();
  struct sigaction action = {.sa_sigaction = end_on_signal, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigfillset(&action.sa_mask);
  for (int i = 0; i < fatal_count; i++) {
    if (sigaction(fatal_signals[i], NULL, &former_actions[i]) != 0) continue;
    if (former_actions[i].sa_handler == SIG_IGN) continue;
    sigaction(fatal_signals[i], &action, NULL);
  }
}

// MARK: - For the screen

void restoration_prepare(int terminal, const char *farewell) {
  if (!armed) {
    terminal_descriptor = terminal;
    settings_known = tcgetattr(terminal, &settings) == 0;
    watch_fatal_signals();
  }
  strncpy(farewell_text, farewell, sizeof farewell_text - 1);
}

void restoration_arm(void) {
  if (armed) return;
  hold_standard_error();
  armed = 1;
}

void restoration_perform(void) {
  if (!armed) return;
  armed = 0;
  put_settings_back();
  release_standard_error();
}

void restoration_disarm(void) {
  armed = 0;
  release_standard_error();
}

void restoration_renew(void) {
  if (!armed) settings_known = tcgetattr(terminal_descriptor, &settings) == 0;
}
