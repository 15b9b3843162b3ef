/* answers.c - see the header. */
#include "reading/answers.h"

#include <glib/gi18n.h>

#define MINUTE_S 60
#define HOUR_S   (60 * MINUTE_S)

static void
append(GString *out, const char *separator, char *phrase)
{
	if (out->len > 0)
		g_string_append(out, separator);
	g_string_append(out, phrase);
	g_free(phrase);
}

char *
oq_answers_duration(guint64 n_seconds)
{
	GString *out = g_string_new(NULL);
	guint n_hours = (guint)(n_seconds / HOUR_S);
	guint n_minutes = (guint)(n_seconds % HOUR_S / MINUTE_S);

	if (n_hours > 0)
		append(out, " ",
			g_strdup_printf(ngettext("%u hour", "%u hours", n_hours), n_hours));
	if (n_minutes > 0)
		append(out, " ",
			g_strdup_printf(ngettext("%u minute", "%u minutes", n_minutes), n_minutes));
	if (n_seconds < MINUTE_S)
		append(out, " ",
			g_strdup_printf(ngettext("%u second", "%u seconds", (guint)n_seconds),
				(guint)n_seconds));
	return g_string_free(out, FALSE);
}

char *
oq_answers_chapter(const char *title, guint number, guint n_chapters)
{
	return g_strdup_printf(_("%s, chapter %u of %u"), title, number, n_chapters);
}

char *
oq_answers_where(const OqWhere *where)
{
	GString *out = g_string_new(NULL);

	if (where->title != NULL)
		append(out, ", ", g_strdup(where->title));
	if (where->heading != NULL)
		append(out, ", ",
			oq_answers_chapter(where->heading, where->number, where->n_headings));
	if (where->percent >= 0)
		append(out, ", ",
			g_strdup_printf(
				ngettext("%d per cent", "%d per cent", (gulong)where->percent),
				where->percent));
	if (where->left_s >= 0) {
		g_autofree char *left = oq_answers_duration((guint64)where->left_s);
		append(out, ", ", g_strdup_printf(_("%s left"), left));
	}
	if (where->sleep_minutes > 0)
		append(out, ", ", oq_answers_sleep(where->sleep_minutes));
	return g_string_free(out, FALSE);
}

char *
oq_answers_speed(guint speed_wpm)
{
	return g_strdup_printf(_("speed %u"), speed_wpm);
}

char *
oq_answers_pitch(guint pitch_percent)
{
	return g_strdup_printf(_("pitch %u"), pitch_percent);
}

char *
oq_answers_volume(guint volume_percent)
{
	return volume_percent > 0 ? g_strdup_printf(_("volume %u"), volume_percent)
				  : g_strdup(_("silent"));
}

char *
oq_answers_study_pause(guint pause_ms)
{
	if (pause_ms == 0)
		return g_strdup(_("no pause behind sentences"));
	g_autofree char *length = oq_answers_duration((pause_ms + 500) / 1000);

	return g_strdup_printf(_("%s of pause behind every sentence"), length);
}

char *
oq_answers_sleep(guint n_minutes)
{
	if (n_minutes == 0)
		return g_strdup(_("the sleep timer is off"));
	return g_strdup_printf(ngettext("the reading ends in %u minute",
				       "the reading ends in %u minutes", n_minutes),
		n_minutes);
}

const char *
oq_answers_refusal(OqPlaybackRefusal refusal)
{
	static const char *const phrases[] = {
		[OQ_PLAYBACK_REFUSAL_GONE] = N_("what a pipe gave so long ago is no longer kept"),
		[OQ_PLAYBACK_REFUSAL_NOT_FOUND] = N_("not found"),
		[OQ_PLAYBACK_REFUSAL_AT_START] = N_("the beginning of the text"),
		[OQ_PLAYBACK_REFUSAL_AT_END] = N_("the end of the text"),
	};

	return phrases[refusal] != NULL ? _(phrases[refusal]) : NULL;
}

char *
oq_answers_choice(const char *label, guint index, guint n_choices)
{
	return g_strdup_printf(_("%s, %u of %u"), label, index + 1, n_choices);
}

char *
oq_answers_word_place(const char *word, guint index, guint n_words)
{
	return g_strdup_printf(_("%s, word %u of %u"), word, index + 1, n_words);
}

char *
oq_answers_resume(const char *title, gint percent)
{
	if (percent < 0)
		return g_strdup_printf(_("%s, going on"), title);
	return g_strdup_printf(ngettext("%s, going on at %d per cent",
				       "%s, going on at %d per cent", (gulong)percent),
		title, percent);
}
