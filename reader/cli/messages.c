/* messages.c - see the header. */
#include "cli/messages.h"
#include "base/line.h"
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

void
oq_messages_say(const char *text)
{
	g_autofree char *shown = oq_line_shown(text);
	g_autofree char *line = g_strdup_printf("oqyrman: %s\n", shown);
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
