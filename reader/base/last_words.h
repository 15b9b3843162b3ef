/* last_words.h - what is said when the system gives no more memory, threads or open files: GLib
 * then ends the process, with a line in English or none. In its place one line, prepared while
 * there was memory, goes to standard error, what must not be left is taken back, and the exit
 * status is 1. Processes that are forked end as GLib wants: who has forked them tells of it.
 */
#pragma once

#include <glib.h>

/** oq_last_words_begin: what a program begins with, before its first thread: they begin with its
 * name and say that nothing is left, in the user's language as soon as that is known
 * (base/locale.h), which it chooses. */
void oq_last_words_begin(const char *program);

/** oq_last_words_prepare: other words; @line is copied. */
void oq_last_words_prepare(const char *line);

/** oq_last_words_in_thread: what each thread begins with: where there is no memory for GLib's own
 * message, it calls itself until the stack is full. */
void oq_last_words_in_thread(void);

/** oq_last_words_leave: how the terminal is given back; NULL: there is nothing to be done. It may
 * do what a handler of signals may do. */
void oq_last_words_leave(void (*leave)(gpointer data), gpointer data);

/** oq_last_words_remove: a file that goes with the process; the name stays the caller's, who takes
 * it back by oq_last_words_spare() before it is freed. */
void oq_last_words_remove(const char *path);
void oq_last_words_spare(const char *path);
