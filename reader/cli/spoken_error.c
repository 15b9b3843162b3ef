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

static void
end(gpointer data)
{
	g_cancellable_cancel(data);
}

static void
take_key(const OqKey *key G_GNUC_UNUSED, gpointer data)
{
	end(data);
}

static void
take_size(guint n_columns G_GNUC_UNUSED, guint n_rows G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
}

static void
take_back(gpointer data G_GNUC_UNUSED)
{
}

/* Any key, or a terminal that is gone, ends it. */
static void
say_until_key(const OqCall *call, OqListen *listen, OqCursor *cursor)
{
	static const OqTerminalWatch watch = {take_key, take_size, take_back, end};
	gboolean said;

	if (call->terminal != NULL)
		oq_terminal_attach(call->terminal, oq_listen_context(listen), &watch, call->stop);
	oq_listen_to(cursor, &said, listen, NULL);
	if (call->terminal != NULL)
		oq_terminal_detach(call->terminal);
}

static void
cancel_other(GCancellable *stop G_GNUC_UNUSED, gpointer data)
{
	g_cancellable_cancel(data);
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

/* Who has the turn goes on, or stays in its pause: one sentence tells why nothing else is heard. */
static OqListen *
open_listen(const OqCall *call, const OqReader *reader, const GError *error)
{
	return error->domain == OQ_TURN_ERROR ? oq_listen_new_aside(call, reader, NULL)
					      : oq_listen_new(call, reader, NULL, NULL);
}

/* With nothing of the user's that may be what is wrong. */
static void
say(const OqCall *call, const OqSettings *plain, const GError *error)
{
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(OqReader) reader = oq_reader_new(plain, call->nursery, notices, NULL);
	OqCall again = *call;

	again.settings = plain;
	again.stop = stop; /* a key is no signal */
	gulong id = g_cancellable_connect(call->stop, G_CALLBACK(cancel_other), stop, NULL);
	g_autoptr(OqListen) listen = reader != NULL ? open_listen(&again, reader, error) : NULL;
	if (listen != NULL) {
		g_autoptr(OqCursor) cursor = oq_reader_text(reader, spoken_form(error));
		say_until_key(&again, listen, cursor);
	}
	g_cancellable_disconnect(call->stop, id);
}

void
oq_spoken_error(const OqCall *call, guint traits, const GError *error)
{
	g_auto(OqSettings) plain;

	oq_settings_init(&plain);
	if (can_be_heard(call, traits, error))
		say(call, &plain, error);
}
