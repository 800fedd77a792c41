#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#include "CNcurses.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

// Macros of term.h that would rewrite every variable of that name.
#undef columns
#undef lines

static SCREEN *screen;
static FILE *input_stream;
static FILE *output_stream;
static int output_descriptor = -1;
/// Where ncurses writes while it draws, so that a frame goes to the terminal in one piece; -1 where there is no such
/// place, and it goes in the many pieces in which ncurses writes it: one for each move of the cursor.
static int drawn_descriptor = -1;
static bool pastes_bracketed;

/// True if the mouse is asked for; true if the description of the terminal knows of one.
static bool mouse_is_wanted;
static bool mouse_is_known;

// Presses, moves with a button held, and numbers in digits, which no byte limits.
static const char mouse_on[] = "\033[?1000h\033[?1002h\033[?1006h";
static const char mouse_off[] = "\033[?1006l\033[?1002l\033[?1000l";

static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";

// MARK: - The terminal's description

static bool charset_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

static const char *asked_for_locale(void) {
  static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const char *value = getenv(names[i]);
    if (value && *value) return value;
  }
  return "";
}

bool screen_take_locale(void) {
  if (setlocale(LC_CTYPE, "") == NULL) {
    const char *asked = asked_for_locale();
    if (strcasestr(asked, "utf-8") || strcasestr(asked, "utf8")) setlocale(LC_CTYPE, "C.UTF-8");
  }
  return charset_is_utf8();
}

/// A capability of the current description, or null both where it is missing and where it has been cancelled.
static const char *capability(const char *name) {
  const char *value = tigetstr((char *)name);
  return value == (char *)-1 ? NULL : value;
}

enum screen_description screen_describe(const char *term, int output, int *colors) {
  int reason = 0;
  if (setupterm((char *)term, output, &reason) != OK) {
    // 1 is a terminal that prints on paper.
    return reason == 1 ? screen_description_cannot_move : screen_description_unknown;
  }
  bool can_move = capability("cup") && capability("clear");
  *colors = tigetnum("colors");
  del_curterm(cur_term);
  return can_move ? screen_description_good : screen_description_cannot_move;
}

// MARK: - The screen

/// Adds a capability to the farewell without the delays that slow printers needed, which are written `$<5>`.
static void append_capability(char *text, size_t room, const char *string) {
  if (!string) return;
  size_t at = strlen(text);
  while (*string && at + 1 < room) {
    if (string[0] == '$' && string[1] == '<') {
      const char *end = strchr(string, '>');
      if (end) {
        string = end + 1;
        continue;
      }
    }
    text[at++] = *string++;
  }
  text[at] = 0;
}

/// What leaves the screen as ncurses would leave it, for ends that ncurses does not see.
static void compose_farewell(char *text, size_t room) {
  text[0] = 0;
  if (pastes_bracketed) append_capability(text, room, paste_off);
  if (mouse_is_known) append_capability(text, room, mouse_off);
  append_capability(text, room, exit_alt_charset_mode);
  append_capability(text, room, exit_attribute_mode);
  append_capability(text, room, orig_pair);
  append_capability(text, room, keypad_local);
  append_capability(text, room, cursor_normal);
  if (exit_ca_mode) {
    append_capability(text, room, exit_ca_mode);
  } else {
    // Nothing to go back to: go on below what stands there.
    append_capability(text, room, tiparm(cursor_address, LINES - 1, 0));
    append_capability(text, room, "\r\n");
  }
}

static void send_bytes(const char *bytes, size_t left) {
  while (left > 0) {
    ssize_t written = write(output_descriptor, bytes, left);
    if (written > 0) {
      bytes += written;
      left -= (size_t)written;
    } else if (written < 0 && errno == EAGAIN) {
      // Somebody who has the terminal open as well does not want to wait for it; the board does.
      struct pollfd room = {.fd = output_descriptor, .events = POLLOUT};
      poll(&room, 1, -1);
    } else if (written == 0 || errno != EINTR) {
      return;
    }
  }
}

static void send_now(const char *text) { send_bytes(text, strlen(text)); }

static void send_capability(const char *string) {
  char text[128] = "";
  append_capability(text, sizeof text, string);
  send_now(text);
}

/// Switches on what ncurses would only switch on when asked for a key, and what it does not know.
static void enter_key_modes(void) {
  send_capability(keypad_xmit);
  if (pastes_bracketed) send_now(paste_on);
  if (mouse_is_wanted) send_now(mouse_on);
}

/// ncurses closes no stream of a screen, and a copy keeps it from closing the caller's.
static FILE *stream_on(int descriptor, const char *mode) {
  int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  return copy < 0 ? NULL : fdopen(copy, mode);
}

static void close_streams(void) {
  if (input_stream) fclose(input_stream);
  if (output_stream) fclose(output_stream);
  if (drawn_descriptor >= 0) close(drawn_descriptor);
  input_stream = NULL;
  output_stream = NULL;
  output_descriptor = -1;
  drawn_descriptor = -1;
}

bool screen_ask_size(int *columns, int *rows) {
  struct winsize size;
  if (output_descriptor < 0 || ioctl(output_descriptor, TIOCGWINSZ, &size) != 0) return false;
  if (size.ws_col == 0 || size.ws_row == 0) return false;
  // More than any screen; a terminal that claims 65535 by 65535 is not given the memory for it.
  *columns = size.ws_col < 1000 ? size.ws_col : 1000;
  *rows = size.ws_row < 500 ? size.ws_row : 500;
  return true;
}

/// A variable of the environment set for a while, and what it was.
struct loan {
  const char *name;
  char *former;
};

static struct loan set_for_a_while(const char *name, int value) {
  const char *present = getenv(name);
  struct loan loan = {name, present ? strdup(present) : NULL};
  char text[16];
  snprintf(text, sizeof text, "%d", value);
  setenv(name, text, 1);
  return loan;
}

static void set_back(struct loan loan) {
  if (loan.former) {
    setenv(loan.name, loan.former, 1);
  } else {
    unsetenv(loan.name);
  }
  free(loan.former);
}

/// newterm asks the terminal by itself, and takes whatever it claims; the environment outranks that.
static SCREEN *start_at_known_size(const char *term) {
  int width, height;
  if (!screen_ask_size(&width, &height)) return newterm((char *)term, output_stream, input_stream);
  struct loan lines = set_for_a_while("LINES", height);
  struct loan line_length = set_for_a_while("COLUMNS", width);
  SCREEN *started = newterm((char *)term, output_stream, input_stream);
  set_back(line_length);
  set_back(lines);
  return started;
}

/// Takes a beginning off a capability, in the memory where ncurses keeps it for this terminal.
static void shorten(char *capability, const char *beginning) {
  if (!capability || capability == (char *)-1) return;
  size_t length = strlen(beginning);
  if (strncmp(capability, beginning, length) != 0) return;
  memmove(capability, capability + length, strlen(capability + length) + 1);
}

/// xterm's description chooses the set of letters anew, in three bytes, at every change of attributes, in case lines
/// were drawn from the set for lines. Where all is UTF-8 that set is never chosen: once, at the beginning, is enough.
static void choose_letters_once(void) {
  char *no_attributes = tigetstr("sgr0");
  if (!charset_is_utf8() || !no_attributes || no_attributes == (char *)-1) return;
  if (strncmp(no_attributes, "\033(B", 3) != 0) return;
  send_now("\033(B");
  shorten(no_attributes, "\033(B");
  shorten(tigetstr("sgr"), "%?%p9%t\033(0%e\033(B%;");
}

/// A file in memory, to which limits of file sizes apply like to any other: no frame is as large as this.
static int open_drawn(void) {
  struct rlimit limit;
  bool has_room = getrlimit(RLIMIT_FSIZE, &limit) == 0 && (limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur >> 26 > 0);
  return has_room ? memfd_create("frame", MFD_CLOEXEC) : -1;
}

bool screen_start(const char *term, int input, int output) {
  static bool stops_at_exit;
  if (screen) return false;

  input_stream = stream_on(input, "r");
  output_stream = stream_on(output, "w");
  if (!input_stream || !output_stream) {
    close_streams();
    return false;
  }
  output_descriptor = output;
  drawn_descriptor = open_drawn();

  restoration_prepare(output, "");
  restoration_arm();
  screen = start_at_known_size(term);
  if (!screen) {
    restoration_perform();
    close_streams();
    return false;
  }
  set_term(screen);

  // Escape sequences that follow ECMA-48 let a terminal skip one it does not know; others would print it.
  const char *move = capability("cup");
  pastes_bracketed = move && move[0] == '\033' && move[1] == '[';
  const char *mouse = capability("kmous");
  mouse_is_known = pastes_bracketed && mouse && strncmp(mouse, "\033[", 2) == 0;
  mouse_is_wanted = false;
  char farewell[512];
  compose_farewell(farewell, sizeof farewell);
  restoration_prepare(output, farewell);
  if (!stops_at_exit) stops_at_exit = atexit(screen_stop) == 0;
  choose_letters_once();

  raw();
  noecho();
  nonl();
  // The keys are read elsewhere; here they would only hold up the drawing.
  typeahead(-1);
  idlok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  curs_set(0);
  enter_key_modes();
  return true;
}

void screen_stop(void) {
  if (!screen) return;
  screen_suspend();
  restoration_disarm();
  delscreen(screen);
  screen = NULL;
  close_streams();
}

void screen_suspend(void) {
  // In the background the terminal is somebody else's, who has set it as they need it.
  if (!screen || isendwin() || !restoration_in_foreground()) return;
  if (pastes_bracketed) send_now(paste_off);
  if (mouse_is_wanted) send_now(mouse_off);
  endwin();
  // Where there is no other screen to leave, what comes next begins below this one.
  if (!exit_ca_mode) send_now("\r\n");
  restoration_perform();
}

bool screen_resume(void) {
  if (!screen || !signals_await_foreground(output_descriptor)) return false;
  if (isendwin()) {
    restoration_renew();
  } else {
    // Stopped unannounced; the shell has set the terminal its own way since.
    reset_prog_mode();
    send_capability(enter_ca_mode);
  }
  restoration_arm();
  enter_key_modes();
  clearok(curscr, TRUE);
  return true;
}

void screen_size(int *columns, int *rows) {
  *columns = screen ? COLS : 0;
  *rows = screen ? LINES : 0;
}

void screen_resize(int columns, int rows) {
  if (!screen) return;
  resize_term(rows, columns);
  // What the terminal did with the cells it had is its own affair.
  clearok(curscr, TRUE);
}

int screen_colors(void) {
  if (!screen || !has_colors()) return 0;
  if (start_color() == ERR || use_default_colors() == ERR) return 0;
  return COLORS;
}

bool screen_has_direct_color(void) { return screen && tigetflag((char *)"RGB") > 0; }

bool screen_has_dim(void) { return screen && enter_dim_mode != NULL; }

void screen_define_pair(int pair, int foreground, int background) {
  if (screen && pair < COLOR_PAIRS) init_extended_pair(pair, foreground, background);
}

int screen_character_columns(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

/// Cells side by side that are on their way to ncurses, which takes them faster together than one by one.
static cchar_t run[256];
static int run_count, run_row, run_start, run_end;

static void put_run(void) {
  if (run_count > 0) mvadd_wchnstr(run_row, run_start, run, run_count);
  run_count = 0;
}

void screen_put(int column, int row, const uint32_t *scalars, int count, int attributes, int pair) {
  if (!screen || count < 1) return;
  wchar_t text[CCHARW_MAX + 1] = {0};
  for (int i = 0; i < count && i < CCHARW_MAX; i++) text[i] = (wchar_t)scalars[i];
  attr_t look = A_NORMAL;
  if (attributes & screen_bold) look |= A_BOLD;
  if (attributes & screen_dim) look |= A_DIM;
  if (attributes & screen_underline) look |= A_UNDERLINE;
  if (attributes & screen_reverse) look |= A_REVERSE;
  bool goes_on = run_count > 0 && run_count < (int)(sizeof run / sizeof *run) && row == run_row && column == run_end;
  if (!goes_on) {
    put_run();
    run_row = row;
    run_start = column;
  }
  if (setcchar(&run[run_count], text, look, (short)pair, NULL) != OK) {
    put_run();
    return;
  }
  run_count++;
  run_end = column + (screen_character_columns(scalars[0]) == 2 ? 2 : 1);
}

void screen_place_cursor(int column, int row, bool visible) {
  if (!screen) return;
  put_run();
  curs_set(visible ? 1 : 0);
  move(row, column);
}

/// Sends what ncurses has drawn, and makes room for the next frame.
static void send_drawn(void) {
  static char *bytes;
  static size_t room;
  off_t length = lseek(drawn_descriptor, 0, SEEK_CUR);
  if (length <= 0) return;
  if ((size_t)length > room) {
    char *larger = realloc(bytes, (size_t)length);
    if (!larger) return;
    bytes = larger;
    room = (size_t)length;
  }
  ssize_t got = pread(drawn_descriptor, bytes, (size_t)length, 0);
  lseek(drawn_descriptor, 0, SEEK_SET);
  if (got > 0) send_bytes(bytes, (size_t)got);
}

void screen_refresh(void) {
  if (!screen) return;
  put_run();
  // Coming back from a suspension, ncurses sets the terminal by the descriptor it draws on.
  int drawing = fileno(output_stream);
  bool gathers = drawn_descriptor >= 0 && !isendwin() && dup3(drawn_descriptor, drawing, O_CLOEXEC) == drawing;
  refresh();
  if (!gathers) return;
  dup3(output_descriptor, drawing, O_CLOEXEC);
  send_drawn();
}

void screen_forget(void) {
  if (screen) clearok(curscr, TRUE);
}

void screen_bell(void) {
  if (screen) beep();
}

void screen_report_mouse(bool on) {
  if (!screen || !mouse_is_known || on == mouse_is_wanted) return;
  mouse_is_wanted = on;
  if (!isendwin()) send_now(on ? mouse_on : mouse_off);
}

void screen_notify(const char *kind, const char *words) {
  if (!screen || isendwin()) return;
  send_now("\033]");
  send_now(kind);
  send_now(words);
  send_now("\a");
}

bool screen_copy(const char *base64) {
  if (!screen || isendwin() || !capability("Ms")) return false;
  send_now("\033]52;c;");
  send_now(base64);
  send_now("\a");
  return true;
}

const char *screen_key_sequence(const char *name) { return screen ? capability(name) : NULL; }
