/* spoken_error.c - see the header. */
#include "cli/spoken_error.h"

#include "audio/playing/device.h"
#include "cli/listen.h"
#include <glib/gi18n.h>
#include <unistd.h>

static gboolean
can_be_heard(const OqCall *call, guint traits, const GError *error)
{
	return (traits & OQ_TRAIT_PLAYS) != 0 && call->nursery != NULL && isatty(STDIN_FILENO) &&
	       !g_cancellable_is_cancelled(call->stop) && error->domain != OQ_DEVICE_ERROR &&
	       !g_error_matches(error, OQ_TURN_ERROR, OQ_TURN_ERROR_ASKED) &&
	       error->domain != OQ_SPEECH_ERROR;
}

/* Options are no words. */
static const char *
spoken_form(const GError *error)
{
	if (g_error_matches(error, OQ_TURN_ERROR, OQ_TURN_ERROR_TAKEN))
		return _("another reader is reading already: the option interrupt stops it, the "
			 "option wait waits for its end");
	return error->message;
}

/* With nothing of the user's that may be what is wrong. Who has the turn goes on, or stays in its
 * pause: one sentence tells why nothing else is heard. */
static void
say(const OqCall *call, const OqSettings *plain, const GError *error)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(OqReader) reader = oq_reader_new(plain, call->nursery, notices, NULL);
	OqCall again = *call;
	gboolean said;

	again.settings = plain;
	if (reader == NULL)
		return;
	g_autoptr(OqListen) listen = error->domain == OQ_TURN_ERROR
					     ? oq_listen_new_aside(&again, reader, NULL)
					     : oq_listen_new(&again, reader, NULL, NULL);
	if (listen == NULL)
		return;
	g_autoptr(OqCursor) cursor = oq_reader_text(reader, spoken_form(error));
	oq_listen_to(cursor, &said, listen, NULL);
}

void
oq_spoken_error(const OqCall *call, guint traits, const GError *error)
{
	g_auto(OqSettings) plain;

	oq_settings_init(&plain);
	if (can_be_heard(call, traits, error))
		say(call, &plain, error);
}
