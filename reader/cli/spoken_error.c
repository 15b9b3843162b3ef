/* spoken_error.c - see the header. */
#include "cli/spoken_error.h"

#include "audio/playing/device.h"
#include "cli/listen.h"
#include <unistd.h>

static gboolean
can_be_heard(const OqCall *call, guint traits, const GError *error)
{
	return (traits & OQ_TRAIT_PLAYS) != 0 && call->nursery != NULL && isatty(STDIN_FILENO) &&
	       !g_cancellable_is_cancelled(call->stop) && error->domain != OQ_DEVICE_ERROR &&
	       error->domain != OQ_TURN_ERROR && error->domain != OQ_SPEECH_ERROR;
}

/* With nothing of the user's that may be what is wrong. */
static void
say(const OqCall *call, const OqSettings *plain, const char *text)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(OqReader) reader = oq_reader_new(plain, call->nursery, notices, NULL);
	OqCall again = *call;
	gboolean said;

	again.settings = plain;
	g_autoptr(OqListen) listen =
		reader != NULL ? oq_listen_new(&again, reader, NULL, NULL) : NULL;
	if (listen == NULL)
		return;
	g_autoptr(OqCursor) cursor = oq_reader_text(reader, text);
	oq_listen_to(cursor, &said, listen, NULL);
}

void
oq_spoken_error(const OqCall *call, guint traits, const GError *error)
{
	g_auto(OqSettings) plain;

	oq_settings_init(&plain);
	if (can_be_heard(call, traits, error))
		say(call, &plain, error->message);
}
