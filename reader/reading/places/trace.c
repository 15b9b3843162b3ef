/* trace.c - see the header. */
#include "reading/places/trace.h"

#include "base/line.h"

void
oq_trace_clear(OqTrace *trace)
{
	g_clear_pointer(&trace->before, g_free);
	g_clear_pointer(&trace->words, g_free);
}

/* The blank that a cut leaves at the beginning goes, too. */
static char *
last_characters(const char *text)
{
	g_autofree char *line = oq_line_new(text, -1, G_MAXSIZE);
	glong length = line != NULL ? g_utf8_strlen(line, -1) : 0;
	glong n_cut = MAX(length - OQ_TRACE_MAX_CHARACTERS, 0);

	return line != NULL ? oq_line_new(g_utf8_offset_to_pointer(line, n_cut), -1, G_MAXSIZE)
			    : NULL;
}

void
oq_trace_set(OqTrace *trace, const char *before, const char *words)
{
	OqTrace set = {last_characters(before), oq_line_new(words, -1, OQ_TRACE_MAX_CHARACTERS)};

	oq_trace_clear(trace);
	*trace = set;
}

gboolean
oq_trace_is_empty(const OqTrace *trace)
{
	return trace->before == NULL && trace->words == NULL;
}
