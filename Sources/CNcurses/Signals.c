#define _GNU_SOURCE
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

static const int noted_signals[] = {SIGWINCH, SIGTERM, SIGHUP, SIGQUIT, SIGINT, SIGTSTP, SIGCONT};
enum { noted_count = sizeof noted_signals / sizeof *noted_signals };

static struct sigaction former_actions[noted_count];
static int reading_end = -1;
static volatile sig_atomic_t writing_end = -1;
static volatile sig_atomic_t told_to_end;
/// The signal that the process is to end of, should it be stuck; 0 for none.
static volatile sig_atomic_t ending_signal;
enum { seconds_to_end = 1 };

static void note_signal(int signal) {
  int kept_error = errno;
  if (signal == SIGTERM || signal == SIGHUP || signal == SIGQUIT) told_to_end = 1;
  if (signal == SIGTERM || signal == SIGHUP || signal == SIGQUIT || signal == SIGINT) {
    // A terminal that takes nothing any more holds whoever writes to it: then nobody comes to read of this signal.
    ending_signal = signal;
    alarm(seconds_to_end);
  }
  unsigned char byte = (unsigned char)signal;
  // A full pipe already holds reason enough to wake up.
  ssize_t written = write(writing_end, &byte, 1);
  (void)written;
  errno = kept_error;
}

static void note(int signal) {
  struct sigaction action = {.sa_handler = note_signal, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, NULL);
}

int signals_ending(void) { return ending_signal; }

void signals_heard(void) {
  alarm(0);
  // It means what the key means, and ends nothing.
  if (ending_signal == SIGINT) ending_signal = 0;
}

void signals_end_soon(void) {
  if (ending_signal) alarm(seconds_to_end);
}

int signals_open(void) {
  if (reading_end >= 0) return reading_end;
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  reading_end = ends[0];
  writing_end = ends[1];
  for (int i = 0; i < noted_count; i++) {
    if (sigaction(noted_signals[i], NULL, &former_actions[i]) != 0) continue;
    // nohup and shells without job control ask for exactly this.
    if (former_actions[i].sa_handler == SIG_IGN) continue;
    note(noted_signals[i]);
  }
  return reading_end;
}

void signals_close(void) {
  if (reading_end < 0) return;
  for (int i = 0; i < noted_count; i++) sigaction(noted_signals[i], &former_actions[i], NULL);
  int writing = writing_end;
  writing_end = -1;
  close(writing);
  close(reading_end);
  reading_end = -1;
  told_to_end = 0;
  ending_signal = 0;
  alarm(0);
}

void signals_stop_process_group(void) {
  struct sigaction present, ignored = {.sa_handler = SIG_IGN}, standard = {.sa_handler = SIG_DFL};
  if (sigaction(SIGTSTP, NULL, &present) != 0 || present.sa_handler == SIG_IGN) {
    note_signal(SIGCONT);
    return;
  }
  sigemptyset(&ignored.sa_mask);
  sigemptyset(&standard.sa_mask);
  // The others first, and this process by a signal of its own thread, which has come before raise returns; one sent
  // to the group may come when the handler is back in place.
  sigaction(SIGTSTP, &ignored, NULL);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &standard, NULL);
  // Not SIGSTOP: where no shell would wake the group again, the kernel lets SIGTSTP pass.
  raise(SIGTSTP);
  sigaction(SIGTSTP, &present, NULL);
  // Where it was let pass nobody sends SIGCONT either.
  note_signal(SIGCONT);
}

bool signals_await_foreground(int terminal) {
  // A group without a shell is never stopped, so this must end on its own.
  for (int stops = 0; stops < 100; stops++) {
    pid_t group = tcgetpgrp(terminal);
    if (group < 0 || group == getpgrp()) break;
    if (told_to_end) return false;
    kill(0, SIGTTOU);
  }
  return !told_to_end;
}
