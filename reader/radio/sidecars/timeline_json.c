/* timeline_json.c - see the header. */
#include "radio/sidecars/timeline_json.h"

#include "base/json.h"

#include <string.h>

#define NUMBER "%" G_GUINT64_FORMAT

static void
append_string(GString *out, const char *name, const char *text)
{
	g_string_append_printf(out, "\"%s\":", name);
	oq_json_append_string(out, text, strlen(text));
}

static void
append_file(GString *out, const char *path)
{
	g_autofree char *name = g_filename_display_name(path);

	append_string(out, "file", name);
}

static void
append_item(GString *out, const OqTranscriptItem *item)
{
	g_string_append_printf(out, "{\"sample\":" NUMBER, item->frame);
	if (item->title != NULL) {
		g_string_append_c(out, ',');
		append_string(out, "title", item->title);
	}
	if (item->file != NULL) {
		g_string_append_c(out, ',');
		append_file(out, item->file);
	}
	g_string_append_c(out, '}');
}

static void
append_word(GString *out, const OqTranscriptWord *word)
{
	g_string_append_printf(out,
		"{\"sample\":" NUMBER ",\"end_sample\":" NUMBER ",\"start\":" NUMBER
		",\"end\":" NUMBER ",",
		word->frame, word->end_frame, word->start, word->end);
	append_string(out, "spoken", word->spoken);
	g_string_append_c(out, '}');
}

static void
append_sentence(GString *out, const OqTranscript *transcript, const OqTranscriptSentence *sentence)
{
	g_string_append_printf(out,
		"{\"item\":%u,\"paragraph\":%u,\"sample\":" NUMBER ",\"end_sample\":" NUMBER
		",\"start\":" NUMBER ",\"end\":" NUMBER ",",
		sentence->item, sentence->paragraph, sentence->frame, sentence->end_frame,
		sentence->start, sentence->end);
	append_string(out, "lang", oq_lang_name(sentence->lang));
	if (sentence->kind == OQ_BLOCK_HEADING)
		g_string_append_printf(out, ",\"heading\":%u", sentence->level);
	g_string_append_c(out, ',');
	append_string(out, "text", sentence->text);
	g_string_append_c(out, ',');
	append_string(out, "spoken", sentence->spoken);
	g_string_append(out, ",\"words\":[");
	for (guint i = 0; i < sentence->n_words; i++) {
		if (i > 0)
			g_string_append_c(out, ',');
		append_word(out, oq_transcript_word(transcript, sentence->first_word + i));
	}
	g_string_append(out, "]}");
}

char *
oq_timeline_json(const OqTranscript *transcript, const char *file)
{
	GString *out = g_string_new("{");

	append_file(out, file);
	g_string_append_printf(out, ",\"rate_hz\":%u,\"n_samples\":" NUMBER ",\n\"items\":[",
		transcript->rate_hz, transcript->n_frames);
	for (guint i = 0; i < transcript->items->len; i++) {
		g_string_append(out, i > 0 ? ",\n" : "\n");
		append_item(out, oq_transcript_item(transcript, i));
	}
	g_string_append(out, "],\n\"sentences\":[");
	for (guint i = 0; i < transcript->sentences->len; i++) {
		g_string_append(out, i > 0 ? ",\n" : "\n");
		append_sentence(out, transcript, oq_transcript_sentence(transcript, i));
	}
	g_string_append(out, "]}\n");
	return g_string_free(out, FALSE);
}
