/* options.c - see the header. */
#include "cli/options.h"
#include "cli/options_arguments.h"
#include "cli/options_style.h"
#include "cli/options_tags.h"
#include "cli/options_values.h"
#include <glib/gi18n.h>

G_DEFINE_QUARK(oq - usage - error - quark, oq_usage_error)

/* More processors than any machine that reads aloud has. */
#define MAX_JOBS 256

#define DEFAULT_SETTLE_S 2
#define MAX_SETTLE_S     3600

static gboolean
check_values(OqOptions *options, GError **error)
{
	return oq_options_style(options, &options->style, error) &&
	       oq_options_values_number(
		       "jobs", options->jobs_text, 1, MAX_JOBS, &options->n_jobs, error) &&
	       oq_options_values_duration(options->duration_text, &options->duration_ms, error) &&
	       oq_options_values_number("settle", options->settle_text, 0, MAX_SETTLE_S,
		       &options->settle_s, error) &&
	       oq_options_values_punctuation(
		       options->punctuation_text, &options->punctuation, error) &&
	       oq_options_values_languages(options->languages_text, &options->languages, error) &&
	       oq_options_values_skips(options->skip_text, &options->skips, error) &&
	       oq_options_values_notes(options->notes_text, &options->notes, error) &&
	       oq_options_values_sidecars(options->beside_text, &options->sidecars, error) &&
	       oq_options_values_marks(options->marks_text, &options->marks, error) &&
	       oq_options_tags_check(options, error);
}

gboolean
oq_options_is_given(const OqOptions *options, const OqOption *option)
{
	gconstpointer member = (const char *)options + option->member;
	return option->value != NULL ? *(const gpointer *)member != NULL
				     : *(const gboolean *)member;
}

gboolean
oq_options_refuse_both(const char *name, const char *other, GError **error)
{
	g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
		_("--%s and --%s exclude each other; give one"), name, other);
	return FALSE;
}

static gboolean
check_groups(const OqOptions *options, GError **error)
{
	gsize n_options;
	const OqOption *table = oq_options_table(&n_options);
	const char *given[OQ_N_GROUPS] = {NULL};
	for (gsize i = 0; i < n_options; i++) {
		OqOptionGroup group = table[i].group;
		if (group <= OQ_GROUP_ALONE || !oq_options_is_given(options, &table[i]))
			continue;
		if (given[group] != NULL)
			return oq_options_refuse_both(given[group], table[i].name, error);
		given[group] = table[i].name;
	}
	return TRUE;
}

static gboolean
check_together(const OqOptions *options, GError **error)
{
	if (!options->spell || options->punctuation_text == NULL)
		return check_groups(options, error);
	g_set_error_literal(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
		_("--spell names every sign; leave out --punctuation"));
	return FALSE;
}

OqOptions *
oq_options_parse(char **arguments, GError **error)
{
	g_return_val_if_fail(arguments != NULL && arguments[0] != NULL, NULL);
	g_autoptr(OqOptions) options = g_new0(OqOptions, 1);
	options->settle_s = DEFAULT_SETTLE_S;
	if (!oq_options_arguments(options, arguments, error) || !check_values(options, error) ||
		!check_together(options, error))
		return NULL;
	if (options->words == NULL)
		options->words = g_new0(char *, 1);
	return g_steal_pointer(&options);
}

void
oq_options_free(OqOptions *options)
{
	gsize n_options;
	const OqOption *table = oq_options_table(&n_options);
	if (options == NULL)
		return;
	for (gsize i = 0; i < n_options; i++) {
		if (table[i].is_list)
			g_strfreev(*(char ***)G_STRUCT_MEMBER_P(options, table[i].member));
		else if (table[i].value != NULL)
			g_free(*(char **)G_STRUCT_MEMBER_P(options, table[i].member));
	}
	g_strfreev(options->words);
	g_free(options);
}

gboolean
oq_options_fits(const OqOption *option, guint traits)
{
	return option->traits == OQ_TRAIT_ANY || (option->traits & traits) != 0;
}

gboolean
oq_options_fit(const OqOptions *options, guint traits, const char *verb, GError **error)
{
	gsize n_options;
	const OqOption *table = oq_options_table(&n_options);
	for (gsize i = 0; i < n_options; i++) {
		if (oq_options_fits(&table[i], traits) || !oq_options_is_given(options, &table[i]))
			continue;
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("--%s does not go with oqyrman %s; leave it out"), table[i].name, verb);
		return FALSE;
	}
	return TRUE;
}

void
oq_options_propagate(GError **error, const GError *failure, GQuark domain, int code)
{
	if (g_error_matches(failure, domain, code))
		g_set_error_literal(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG, failure->message);
	else if (failure != NULL)
		g_propagate_error(error, g_error_copy(failure));
}

void
oq_options_change_style(const OqOptions *options, OqStyle *style)
{
	if (options->voice != NULL)
		oq_style_set_voice(style, options->voice);
	if (options->speed_text != NULL)
		style->speed_wpm = options->style.speed_wpm;
	if (options->pitch_text != NULL)
		style->pitch_percent = options->style.pitch_percent;
	if (options->volume_text != NULL)
		style->volume_percent = options->style.volume_percent;
	if (options->pauses_text != NULL)
		style->pauses_percent = options->style.pauses_percent;
	if (options->quotes_text != NULL)
		oq_style_set_quotes(style, options->quotes_text);
}

static void
set_text(const char *text, char **setting)
{
	if (text == NULL)
		return;
	g_free(*setting);
	*setting = g_strdup(text);
}

void
oq_options_settings(const OqOptions *options, OqSettings *settings)
{
	oq_options_change_style(options, &settings->style);
	if (options->punctuation_text != NULL)
		settings->punctuation = options->punctuation;
	if (options->languages_text != NULL)
		settings->languages = options->languages;
	if (options->jobs_text != NULL)
		settings->n_jobs = options->n_jobs;
	if (options->skip_text != NULL)
		settings->skips = options->skips;
	if (options->notes_text != NULL)
		settings->notes = options->notes;
	settings->written_pauses |= options->written_pauses;
	settings->follows |= options->follow;
	if (options->dictionaries != NULL) {
		g_strfreev(settings->dictionaries);
		settings->dictionaries = g_strdupv(options->dictionaries);
	}
	set_text(options->encoding, &settings->encoding);
	set_text(options->device, &settings->device);
}
