/* subtitles.c - see the header. */
#include "radio/sidecars/subtitles.h"

#include <string.h>

#define JOINER "\xE2\x81\xA0"
#define CLOCK  "%02" G_GUINT64_FORMAT ":%02u:%02u%c%03u"

/** How one of the formats is written. */
typedef struct {
	char point; /* before the milliseconds */
	gboolean has_numbers;
	void (*append_text)(GString *out, const char *text);
} Format;

static void
append_time(GString *out, guint64 ms, char point)
{
	g_string_append_printf(out, CLOCK, ms / 3600000, (guint)(ms / 60000 % 60),
		(guint)(ms / 1000 % 60), point, (guint)(ms % 1000));
}

/* "<b>" and "{\an8}" are formats, "-->" stands between times. */
static void
append_srt_text(GString *out, const char *text)
{
	for (const char *p = text; *p != '\0'; p++) {
		if (*p == '>' && g_str_has_prefix(p - MIN(p - text, 2), "--"))
			g_string_append(out, JOINER);
		g_string_append_c(out, *p);
		if ((*p == '<' && strchr(" \n", p[1]) == NULL) || (*p == '{' && p[1] == '\\'))
			g_string_append(out, JOINER);
	}
}

static void
append_vtt_text(GString *out, const char *text)
{
	for (const char *p = text; *p != '\0'; p++) {
		if (*p == '&')
			g_string_append(out, "&amp;");
		else if (*p == '<')
			g_string_append(out, "&lt;");
		else if (*p == '>')
			g_string_append(out, "&gt;");
		else
			g_string_append_c(out, *p);
	}
}

static void
append_captions(GString *out, const OqTranscript *transcript, const Format *format)
{
	g_autoptr(GArray) captions = oq_captions_make(transcript);

	for (guint i = 0; i < captions->len; i++) {
		const OqCaption *caption = &g_array_index(captions, OqCaption, i);
		if (format->has_numbers)
			g_string_append_printf(out, "%u\n", i + 1);
		append_time(out, caption->start_ms, format->point);
		g_string_append(out, " --> ");
		append_time(out, caption->end_ms, format->point);
		g_string_append_c(out, '\n');
		format->append_text(out, caption->text);
		g_string_append(out, "\n\n");
	}
}

char *
oq_subtitles_srt(const OqTranscript *transcript)
{
	static const Format srt = {',', TRUE, append_srt_text};
	GString *out = g_string_new(NULL);

	append_captions(out, transcript, &srt);
	return g_string_free(out, FALSE);
}

char *
oq_subtitles_vtt(const OqTranscript *transcript)
{
	static const Format vtt = {'.', FALSE, append_vtt_text};
	GString *out = g_string_new("WEBVTT\n\n");

	append_captions(out, transcript, &vtt);
	return g_string_free(out, FALSE);
}
