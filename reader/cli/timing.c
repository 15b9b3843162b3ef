/* timing.c - see the header. */
#include "cli/timing.h"

#include "base/json.h"
#include "base/line.h"
#include "cli/durations.h"

#include <glib/gi18n.h>
#include <string.h>

static guint64
ms_of(const OqTiming *timing, guint64 n_frames)
{
	guint rate_hz = timing->measure->rate_hz;

	return (n_frames * 1000 + rate_hz / 2) / rate_hz;
}

static char *
words_of(guint n_words)
{
	return g_strdup_printf(ngettext("%u word", "%u words", n_words), n_words);
}

/* How long, how many words, how fast. */
static char *
say(guint64 length_ms, guint n_words)
{
	g_autofree char *length = oq_durations_say(length_ms);
	g_autofree char *words = words_of(n_words);

	return g_strdup_printf(
		_("%s (%s, %u wpm)"), length, words, oq_measure_wpm(n_words, length_ms, 1000));
}

static void
append_paragraph(GString *out, const OqTiming *timing, const OqMeasurePart *part)
{
	g_autofree char *length = oq_durations_clock(ms_of(timing, part->n_frames));
	g_autofree char *words = words_of(part->n_words);

	g_string_append_printf(
		out, _("paragraph %u: %s, %s: %s"), part->paragraph, length, words, part->title);
	g_string_append_c(out, '\n');
}

static void
append_item(GString *out, const OqTiming *timing, guint item)
{
	const OqMeasure *measure = timing->measure;
	const OqMeasurePart *part = oq_measure_part(measure->items, item);
	g_autofree char *name = oq_line_shown(part->title);
	g_autofree char *line = say(ms_of(timing, part->n_frames), part->n_words);

	for (guint i = 0; i < measure->paragraphs->len && timing->paragraphs; i++)
		if (oq_measure_part(measure->paragraphs, i)->item == item)
			append_paragraph(out, timing, oq_measure_part(measure->paragraphs, i));
	if (measure->items->len > 1)
		g_string_append_printf(out, "%s: %s\n", name, line);
}

char *
oq_timing_text(const OqTiming *timing)
{
	const OqMeasure *measure = timing->measure;
	GString *out = g_string_new(NULL);
	g_autofree char *line =
		say(ms_of(timing, measure->n_frames) + timing->silent_ms, measure->n_words);

	for (guint i = 0; i < measure->items->len; i++)
		append_item(out, timing, i);
	if (measure->items->len > 1)
		g_string_append_printf(out, _("all together: %s"), line);
	else
		g_string_append(out, line);
	g_string_append_c(out, '\n');
	return g_string_free(out, FALSE);
}

static void
append_text(GString *out, const char *name, const char *text)
{
	g_autofree char *valid = g_filename_display_name(text);

	g_string_append_printf(out, "\"%s\":", name);
	oq_json_append_string(out, valid, strlen(valid));
	g_string_append_c(out, ',');
}

static void
append_length(GString *out, guint64 length_ms, guint n_words)
{
	g_string_append_printf(out, "\"seconds\":%lu.%03lu,\"words\":%u,\"wpm\":%u",
		(gulong)(length_ms / 1000), (gulong)(length_ms % 1000), n_words,
		oq_measure_wpm(n_words, length_ms, 1000));
}

static void
append_counts(GString *out, guint n_spoken, guint n_sentences)
{
	g_string_append_printf(out, ",\"spoken_words\":%u,\"sentences\":%u", n_spoken, n_sentences);
}

static void
append_json_paragraph(GString *out, const OqTiming *timing, const OqMeasurePart *part)
{
	g_string_append_printf(out,
		"{\"paragraph\":%u,\"start\":%" G_GUINT64_FORMAT ",\"end\":%" G_GUINT64_FORMAT ",",
		part->paragraph, oq_document_byte_of(part->start), oq_document_byte_of(part->end));
	append_text(out, "begins", part->title);
	append_length(out, ms_of(timing, part->n_frames), part->n_words);
	append_counts(out, part->n_spoken, part->n_sentences);
	g_string_append_c(out, '}');
}

static void
append_json_item(GString *out, const OqTiming *timing, guint item)
{
	const GArray *paragraphs = timing->measure->paragraphs;
	const OqMeasurePart *part = oq_measure_part(timing->measure->items, item);
	const char *separator = "";

	g_string_append_c(out, '{');
	append_text(out, "file", part->title);
	append_length(out, ms_of(timing, part->n_frames), part->n_words);
	append_counts(out, part->n_spoken, part->n_sentences);
	g_string_append(out, ",\"paragraphs\":[");
	for (guint i = 0; i < paragraphs->len; i++) {
		if (oq_measure_part(paragraphs, i)->item != item)
			continue;
		g_string_append(out, separator);
		append_json_paragraph(out, timing, oq_measure_part(paragraphs, i));
		separator = ",";
	}
	g_string_append(out, "]}");
}

char *
oq_timing_json(const OqTiming *timing)
{
	const OqMeasure *measure = timing->measure;
	GString *out = g_string_new("{");

	append_length(out, ms_of(timing, measure->n_frames) + timing->silent_ms, measure->n_words);
	append_counts(out, measure->n_spoken, measure->n_sentences);
	g_string_append(out, ",\"items\":[");
	for (guint i = 0; i < measure->items->len; i++) {
		if (i > 0)
			g_string_append_c(out, ',');
		append_json_item(out, timing, i);
	}
	g_string_append(out, "]}\n");
	return g_string_free(out, FALSE);
}
