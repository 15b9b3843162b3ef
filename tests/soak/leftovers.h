/* leftovers.h - what a file's reading has left behind, told once and then taken away: the next one
 * is not charged for it. */
#pragma once

#include <glib.h>

enum { LEFTOVERS_MAX_FILES = 256 };

/** What was open before. */
typedef struct {
	gboolean is_open[LEFTOVERS_MAX_FILES];
} Leftovers;

void leftovers_look(Leftovers *before);

/** leftovers_take: of processes, open files, and files in @folder, where nothing but @path should
 * be; all of them are gone then. Each is told by @tell. */
void leftovers_take(const Leftovers *before, const char *folder, const char *path,
	void (*tell)(gpointer data, const char *what), gpointer data);

/** leftovers_clear: so that @folder is empty. */
void leftovers_clear(const char *folder);
