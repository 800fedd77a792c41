#pragma once

/// A plain face for ncursesw, which is macros, variadics and globals, none of which Swift 6 can use; and the two
/// things that must be C because they run inside signal handlers: giving the terminal back, and noting a signal.
/// One screen at a time, from one thread.

#include <stdbool.h>
#include <stdint.h>

// MARK: - The terminal's description

enum screen_description {
  screen_description_good,
  /// No entry in the terminfo database, or only a generic one.
  screen_description_unknown,
  /// Known, and it has no way to move the cursor or clear.
  screen_description_cannot_move,
};

/// Takes the character set from the environment. Where that names a UTF-8 locale that is not installed here, which
/// is common at the far end of ssh, C.UTF-8 stands in. Returns whether the character set is UTF-8.
bool screen_take_locale(void);

/// Whether a screen can be started on this terminal, and how many colours its description has. newterm and initscr
/// cannot be asked: some failures end the process.
enum screen_description screen_describe(const char *term, int output, int *colors);

// MARK: - The screen

enum screen_attribute {
  screen_bold = 1,
  screen_dim = 2,
  screen_underline = 4,
  screen_reverse = 8,
};

/// Takes the terminal over: raw keys, no echo, the other screen, bracketed paste. False if ncurses refuses.
bool screen_start(const char *term, int input, int output);

/// Gives the terminal back as it was found. Harmless when there is no screen or it has been given back.
void screen_stop(void);

/// Gives the terminal back for as long as the process is stopped.
void screen_suspend(void);

/// Takes the terminal over again, after screen_suspend or after a stop that nobody announced, and forgets what it
/// shows. Stops the process while the terminal is somebody else's; false if it was told to end instead.
bool screen_resume(void);

/// Columns and rows of the screen as ncurses keeps it, which is what screen_put may address.
void screen_size(int *columns, int *rows);

/// Columns and rows as the terminal reports them now, at most 1000 by 500; false where it does not know.
bool screen_ask_size(int *columns, int *rows);

void screen_resize(int columns, int rows);

/// How many colours there are with the terminal's own background kept behind them; 0 if there are none.
int screen_colors(void);

bool screen_has_dim(void);

/// Defines a colour pair, counted from 1. A colour of -1 is the terminal's own.
void screen_define_pair(int pair, int foreground, int background);

/// Columns that the terminal library gives a character: 0, 1, 2, or -1 for none that it knows.
int screen_character_columns(uint32_t scalar);

/// Puts a character and the marks upon it into a cell. `count` scalars, at most five.
void screen_put(int column, int row, const uint32_t *scalars, int count, int attributes, int pair);

/// Where the cursor is to stand after the next screen_refresh; hidden if not visible.
void screen_place_cursor(int column, int row, bool visible);

/// Sends what has changed.
void screen_refresh(void);

/// Makes the next screen_refresh send everything.
void screen_forget(void);

void screen_bell(void);

/// Whether a colour is its own shade, 0xRRGGBB, and no index.
bool screen_has_direct_color(void);

/// Has the terminal report the mouse, or not; does nothing where its description knows of none.
void screen_report_mouse(bool on);

/// Has the terminal notify: the number of the sequence with what it begins with, and words that hold no control
/// character.
void screen_notify(const char *kind, const char *words);

/// Hands the terminal text for its clipboard, base64; false where its description does not say that it takes any.
bool screen_copy(const char *base64);

/// What a key sends by the terminal's description, "kcuu1" for one; null if it has no such key.
const char *screen_key_sequence(const char *capability);

// MARK: - The terminal's state

/// Remembers how the terminal is set and what to write to leave the screen, so that exit and every signal that ends
/// the process puts both back. Nothing is put back while not armed.
void restoration_prepare(int terminal, const char *farewell);
void restoration_arm(void);
/// Puts the settings back and disarms. Does not write the farewell; that is for ends that ncurses does not see.
void restoration_perform(void);
/// Disarms and leaves the terminal alone.
void restoration_disarm(void);
bool restoration_in_foreground(void);
/// Takes the settings as they are now for those to go back to.
void restoration_renew(void);

// MARK: - Signals

/// Makes SIGWINCH, SIGTERM, SIGHUP, SIGQUIT, SIGINT, SIGTSTP and SIGCONT readable, one byte each, from the descriptor
/// returned; -1 if there is no descriptor to be had. Signals that the process was started to ignore stay ignored.
int signals_open(void);

/// The signal that asked the process to end last; 0 for none. Such a signal ends it in a second, by itself, unless
/// somebody says that it was heard.
int signals_ending(void);
void signals_heard(void);

/// Ends the process in a second, by the signal that asked for it, should what follows be stuck.
void signals_end_soon(void);

/// Lets signals do again what they did before.
void signals_close(void);

/// Stops the process group for as long as the terminal is another's. False if the process was told to end meanwhile.
bool signals_await_foreground(int terminal);

/// Stops this process and those in its pipeline, as ctrl-z does, and returns when it goes on. SIGCONT is noted
/// in any case.
void signals_stop_process_group(void);
