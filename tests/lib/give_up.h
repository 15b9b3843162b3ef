/* give_up.h - a table that cannot be read at all is told in one line; the program does not crash at
 * it. */
#pragma once

#include <glib.h>
#include <unistd.h>

static inline void G_GNUC_NORETURN
give_up(const GError *error)
{
	g_printerr("%s\n", error->message);
	_exit(1);
}
