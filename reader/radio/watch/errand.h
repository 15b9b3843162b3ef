/* errand.h - a program that is run once, beside other work; what it says on standard error is kept.
 *
 * It ends with the thread that sent it, even when that is killed. All calls and the answer belong
 * to one thread and its default context.
 */
#pragma once

#include <gio/gio.h>

typedef struct _OqErrand OqErrand;

/**
 * OqErrandDone: it has ended; called once, and not after oq_errand_free().
 * @status: its exit status; of one that was killed by a signal that signal's number, negative
 * @said: (transfer none): UTF-8
 */
typedef void (*OqErrandDone)(int status, const char *said, gpointer data);

/** oq_errand_new: @command: NULL-terminated; NULL and G_SPAWN_ERROR or G_IO_ERROR: it does not
 * start. */
OqErrand *oq_errand_new(char *const *command, OqErrandDone done, gpointer data, GError **error);

/** oq_errand_free: it is killed, and waited for, when it has not ended. */
void oq_errand_free(OqErrand *errand);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqErrand, oq_errand_free)
