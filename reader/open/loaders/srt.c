/* srt.c - see the header.
 *
 * A sentence runs on from one subtitle to the next one: so they are one block up to where one ends
 * with a sentence, or a speaker's dash begins another. */
#include "open/loaders/srt.h"

#include "document/sniff.h"
#include "open/text_input.h"

#include <string.h>

#define ARROW "-->"

static OqFit
fit(const OqSample *sample)
{
	const char *extension = sample->job->extension;
	gsize n_bom = oq_sniff_utf8_bom(sample->head, sample->n_head);
	if (g_str_has_prefix(sample->head + n_bom, "WEBVTT"))
		return OQ_FIT_SURE;
	return strcmp(extension, "srt") == 0 || strcmp(extension, "vtt") == 0 ? OQ_FIT_EXTENSION
									      : OQ_FIT_NONE;
}

/* "<i>", "<v Name>" and "{\an8}" are marks. */
static char *
without_marks(const char *line)
{
	GString *text = g_string_new(NULL);
	for (const char *p = line; *p != '\0'; p++) {
		char close = *p == '<' ? '>' : *p == '{' && p[1] == '\\' ? '}' : '\0';
		const char *end = close != '\0' ? strchr(p, close) : NULL;
		if (end != NULL)
			p = end;
		else
			g_string_append_c(text, *p);
	}
	return g_strstrip(g_string_free(text, FALSE));
}

static gboolean
ends_sentence(const char *text)
{
	static const char *const marks[] = {".", "!", "?", "…", "»", "\"", ":"};
	for (guint i = 0; i < G_N_ELEMENTS(marks); i++)
		if (g_str_has_suffix(text, marks[i]))
			return TRUE;
	return FALSE;
}

/* @lines: of one subtitle, from its times on. */
static void
put_subtitle(OqBlockWriter *out, char **lines, guint n_lines)
{
	for (guint i = 0; i < n_lines; i++) {
		g_autofree char *text = without_marks(lines[i]);
		if (g_str_has_prefix(text, "-") || g_str_has_prefix(text, "–") ||
			g_str_has_prefix(text, "—"))
			oq_block_writer_end(out);
		oq_block_writer_text(out, text, -1);
		oq_block_writer_text(out, " ", 1);
		if (ends_sentence(text))
			oq_block_writer_end(out);
	}
}

static gboolean
is_blank(const char *line)
{
	return line[strspn(line, " \t\r")] == '\0';
}

/* What stands outside of a subtitle is a number, a name, a note or a style. */
static void
put_all(OqBlockWriter *out, char **lines)
{
	for (guint i = 0; lines[i] != NULL && !oq_block_writer_is_closed(out); i++) {
		guint n_lines = 0;
		if (strstr(lines[i], ARROW) == NULL)
			continue;
		while (lines[i + 1 + n_lines] != NULL && !is_blank(lines[i + 1 + n_lines]))
			n_lines++;
		put_subtitle(out, lines + i + 1, n_lines);
		i += n_lines;
	}
	oq_block_writer_end(out);
}

static gboolean
load(const OqOpenJob *job, OqBlockWriter *out, GError **error)
{
	g_autoptr(GString) text = oq_text_input_load(job, error);
	if (text == NULL)
		return FALSE;
	g_auto(GStrv) lines = g_strsplit(text->str, "\n", -1);
	put_all(out, lines);
	return TRUE;
}

const OqLoader oq_loader_srt = {.name = "srt", .fit = fit, .load = load};
