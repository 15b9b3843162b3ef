/* messages.c - see the header. */
#include "cli/messages.h"
#include "bus/turn.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "document/document.h"
#include "radio/bulletin/running_order.h"
#include "radio/watch/watch_folders.h"
#include "reading/check/check.h"
#include "reading/places/recent.h"
#include <stdio.h>

enum { STATUS_FAILED = 1, STATUS_USAGE = 2, STATUS_INPUT = 3, STATUS_INTERRUPTED = 130 };

char *
oq_messages_line(const char *head, const char *text)
{
	g_autofree char *line = g_utf8_make_valid(text, -1);
	GString *shown = g_string_new(head);
	for (const char *p = line; *p != '\0'; p += g_utf8_skip[(guchar)*p]) {
		gunichar character = g_utf8_get_char(p);
		g_string_append_unichar(shown, g_unichar_iscntrl(character) ? '?' : character);
	}
	g_string_append_c(shown, '\n');
	return g_string_free(shown, FALSE);
}

void
oq_messages_say(const char *text)
{
	g_autofree char *line = oq_messages_line("oqyrman: ", text);
	fputs(line, stderr);
}

int
oq_messages_status(const GError *error)
{
	if (g_error_matches(error, OQ_RECENT_ERROR, OQ_RECENT_ERROR_NONE))
		return STATUS_INPUT;
	if (g_error_matches(error, OQ_RUNNING_ORDER_ERROR, OQ_RUNNING_ORDER_ERROR_TEXT) ||
		g_error_matches(error, OQ_RUNNING_ORDER_ERROR, OQ_RUNNING_ORDER_ERROR_FILE))
		return STATUS_INPUT;
	if (g_error_matches(error, OQ_WATCH_ERROR, OQ_WATCH_ERROR_NO_FOLDER) ||
		g_error_matches(error, OQ_CHECK_ERROR, OQ_CHECK_ERROR_MISSING))
		return STATUS_INPUT;
	if (error->domain == OQ_USAGE_ERROR || error->domain == OQ_RECENT_ERROR ||
		error->domain == OQ_WATCH_ERROR ||
		g_error_matches(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_ENCODING))
		return STATUS_USAGE;
	if (error->domain == OQ_DOCUMENT_ERROR || error->domain == OQ_INPUTS_ERROR)
		return STATUS_INPUT;
	if (g_error_matches(error, OQ_TURN_ERROR, OQ_TURN_ERROR_ASKED))
		return STATUS_INTERRUPTED;
	return STATUS_FAILED;
}
