/* script.c - see the header. */
#include "radio/sidecars/script.h"

#include "radio/sidecars/clock.h"
#include "radio/sidecars/shown.h"

#include <string.h>

static void
append_line(GString *out, const OqTranscript *transcript, guint64 frame, const char *mark,
	const char *text)
{
	g_autoptr(GString) shown = g_string_new(NULL);

	oq_shown_append(shown, text, strlen(text));
	oq_clock_append(out, frame, transcript->rate_hz, OQ_CLOCK_TENTHS);
	g_string_append_printf(out, "  %s%s\n", mark, shown->str);
}

static void
append_sentence(GString *out, const OqTranscript *transcript, guint i)
{
	const OqTranscriptSentence *sentence = oq_transcript_sentence(transcript, i);
	const OqTranscriptSentence *before =
		i > 0 ? oq_transcript_sentence(transcript, i - 1) : NULL;
	gboolean begins_item = before == NULL || before->item != sentence->item;
	const OqTranscriptItem *item = oq_transcript_item(transcript, sentence->item);

	if (before != NULL && (begins_item || before->paragraph != sentence->paragraph))
		g_string_append_c(out, '\n');
	if (begins_item && item->title != NULL && transcript->items->len > 1) {
		append_line(out, transcript, item->frame, "== ", item->title);
		g_string_append_c(out, '\n');
	}
	append_line(out, transcript, sentence->frame,
		sentence->kind == OQ_BLOCK_HEADING ? "= " : "", sentence->text);
}

char *
oq_script(const OqTranscript *transcript)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < transcript->sentences->len; i++)
		append_sentence(out, transcript, i);
	return g_string_free(out, FALSE);
}
