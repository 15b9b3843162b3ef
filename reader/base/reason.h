/* reason.h - why the system refused something, in the language of the messages. */
#pragma once

#include <glib.h>

/**
 * oq_reason:
 * @code: an errno
 *
 * The common ones have words of the program's own: those of the C library are in the languages that
 * it was installed with, and never in Kazakh.
 *
 * Returns: (transfer none): never NULL
 */
const char *oq_reason(int code);

/**
 * oq_reason_of:
 * @error: of GLib's, about a file
 *
 * Returns: (transfer none): the same for the code that it stands for; else its message; valid as
 *   long as @error
 */
const char *oq_reason_of(const GError *error);
