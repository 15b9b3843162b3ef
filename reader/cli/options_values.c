/* options_values.c - see the header. */
#include "cli/options_values.h"
#include "cli/durations.h"
#include "cli/options.h"
#include "radio/sidecars/sidecars.h"
#include <glib/gi18n.h>

gboolean
oq_options_values_number(
	const char *name, const char *text, guint low, guint high, guint *number, GError **error)
{
	guint64 value;
	if (text == NULL)
		return TRUE;
	if (!g_ascii_string_to_unsigned(text, 10, low, high, &value, NULL)) {
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("--%s %s is not possible; give a whole number from %u to %u"), name, text,
			low, high);
		return FALSE;
	}
	*number = (guint)value;
	return TRUE;
}

gboolean
oq_options_values_duration(const char *text, guint *length_ms, GError **error)
{
	if (text == NULL || oq_durations_read(text, length_ms))
		return TRUE;
	g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
		_("--duration %s is not possible; give a length as 3:00, 180 (seconds) or 2m30s, "
		  "up to 24h"),
		text);
	return FALSE;
}

/* @n_names: it is none of them. */
static guint
index_of(const char *text, const char *const *names, guint n_names)
{
	guint i = 0;
	while (i < n_names && strcmp(text, names[i]) != 0)
		i++;
	return i;
}

gboolean
oq_options_values_punctuation(const char *text, OqPunctuation *level, GError **error)
{
	static const char *const names[] = {[OQ_PUNCTUATION_NONE] = "none",
		[OQ_PUNCTUATION_SOME] = "some",
		[OQ_PUNCTUATION_ALL] = "all"};
	if (text == NULL)
		return TRUE;
	guint i = index_of(text, names, G_N_ELEMENTS(names));
	if (i < G_N_ELEMENTS(names))
		*level = i;
	else
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("--punctuation %s is not possible; give none, some or all"), text);
	return i < G_N_ELEMENTS(names);
}

gboolean
oq_options_values_notes(const char *text, OqNotes *notes, GError **error)
{
	static const char *const names[OQ_N_NOTES] = {
		[OQ_NOTES_SKIP] = "skip", [OQ_NOTES_INLINE] = "inline", [OQ_NOTES_END] = "end"};
	if (text == NULL)
		return TRUE;
	guint i = index_of(text, names, OQ_N_NOTES);
	if (i < OQ_N_NOTES)
		*notes = i;
	else
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("--notes %s is not possible; give skip, inline or end"), text);
	return i < OQ_N_NOTES;
}

gboolean
oq_options_values_languages(const char *text, OqLanguages *languages, GError **error)
{
	*languages = OQ_LANGUAGES_ALL;
	if (text == NULL)
		return TRUE;
	gboolean possible = oq_lang_read_list(text, languages);
	if (!possible)
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("--languages %s is not possible; give kk, and ru and en if you like, "
			  "with commas between them"),
			text);
	return possible;
}

gboolean
oq_options_values_skips(const char *text, OqSkips *skips, GError **error)
{
	if (text == NULL || oq_skips_read_list(text, skips))
		return TRUE;
	g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
		_("--skip %s is not possible; give some of notes, references, brackets, "
		  "addresses, emoji and heads, with commas between them"),
		text);
	return FALSE;
}

gboolean
oq_options_values_sidecars(const char *text, guint *sidecars, GError **error)
{
	if (text == NULL || oq_sidecars_read_list(text, sidecars))
		return TRUE;
	g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
		_("--beside %s is not possible; give some of these, with commas between them: %s"),
		text, OQ_SIDECARS_NAMES);
	return FALSE;
}

gboolean
oq_options_values_marks(const char *text, OqMarks *marks, GError **error)
{
	if (text == NULL || oq_marks_read(text, marks))
		return TRUE;
	g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
		_("--marks %s is not possible; give item, paragraph or sentence"), text);
	return FALSE;
}
