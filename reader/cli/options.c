/* options.c - see the header. */
#include "cli/options.h"
#include "base/nearest.h"
#include "cli/options_style.h"
#include "cli/options_values.h"
#include <glib/gi18n.h>

G_DEFINE_QUARK(oq - usage - error - quark, oq_usage_error)

/* More processors than any machine that reads aloud has. */
#define MAX_JOBS 256

#define DEFAULT_SETTLE_S 2
#define MAX_SETTLE_S     3600

/* GLib's own messages are in whatever languages GLib is installed in, so the parser is made to
 * leave alone what it does not know; FILENAME, since STRING refuses Cyrillic letters in the C
 * locale. */
static GOptionEntry *
make_entries(OqOptions *options)
{
	gsize n_options;
	const OqOption *table = oq_options_table(&n_options);
	GOptionEntry *entries = g_new0(GOptionEntry, n_options + 2);
	for (gsize i = 0; i < n_options; i++) {
		entries[i].long_name = table[i].name;
		entries[i].short_name = table[i].letter;
		entries[i].arg = table[i].value != NULL ? G_OPTION_ARG_FILENAME : G_OPTION_ARG_NONE;
		entries[i].arg_data = G_STRUCT_MEMBER_P(options, table[i].member);
	}
	entries[n_options].long_name = G_OPTION_REMAINING;
	entries[n_options].arg = G_OPTION_ARG_FILENAME_ARRAY;
	entries[n_options].arg_data = &options->words;
	return entries;
}

static gboolean
takes_value(char letter)
{
	gsize n_options;
	const OqOption *table = oq_options_table(&n_options);
	for (gsize i = 0; i < n_options; i++) {
		if (letter != '\0' && table[i].letter == letter)
			return table[i].value != NULL;
	}
	return FALSE;
}

/* GLib takes "--quiet=no" for "--quiet". */
static gboolean
check_flag(const char *argument, GError **error)
{
	gsize n_options;
	const OqOption *table = oq_options_table(&n_options);
	const char *value = strchr(argument, '=');
	for (gsize i = 0; value != NULL && i < n_options; i++) {
		gsize length = strlen(table[i].name);
		if (table[i].value != NULL || !g_str_has_prefix(argument, "--") ||
			argument + 2 + length != value ||
			strncmp(argument + 2, table[i].name, length) != 0)
			continue;
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("--%s takes no value; leave out %s"), table[i].name, value);
		return FALSE;
	}
	return TRUE;
}

static gboolean
check_flags(char **arguments, GError **error)
{
	for (; *arguments != NULL && strcmp(*arguments, "--") != 0; arguments++) {
		if (!check_flag(*arguments, error))
			return FALSE;
	}
	return TRUE;
}

/* "-s300" becomes "-s" "300", which GLib understands. */
static char **
split_arguments(char **arguments)
{
	g_autoptr(GPtrArray) split = g_ptr_array_new();
	gboolean words_only = FALSE;
	for (; *arguments != NULL; arguments++) {
		const char *argument = *arguments;
		words_only |= strcmp(argument, "--") == 0;
		if (!words_only && argument[0] == '-' && takes_value(argument[1])) {
			g_ptr_array_add(split, g_strndup(argument, 2));
			argument += 2;
		}
		if (*argument != '\0' || argument == *arguments)
			g_ptr_array_add(split, g_strdup(argument));
	}
	g_ptr_array_add(split, NULL);
	return (char **)g_ptr_array_steal(split, NULL);
}

/* (nullable): the option that was meant, perhaps; "--option=value" names one, too. */
static const char *
suggest(const char *argument)
{
	gsize n_options;
	const OqOption *table = oq_options_table(&n_options);
	g_autofree const char **names = g_new0(const char *, n_options + 1);
	for (gsize i = 0; i < n_options; i++)
		names[i] = table[i].name;
	if (!g_str_has_prefix(argument, "--"))
		return NULL;
	g_autofree char *name = g_strndup(argument + 2, strcspn(argument + 2, "="));
	gint nearest = oq_nearest_find(name, names);
	return nearest >= 0 ? names[nearest] : NULL;
}

static gboolean
refuse_unknown(const char *argument, GError **error)
{
	const char *meant = suggest(argument);
	if (meant != NULL)
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("there is no option %s; did you mean --%s?"), argument, meant);
	else
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("there is no option %s; see oqyrman --help"), argument);
	return FALSE;
}

static gboolean
parse_arguments(OqOptions *options, char **arguments, GError **error)
{
	g_autofree GOptionEntry *entries = make_entries(options);
	g_autoptr(GOptionContext) context = g_option_context_new(NULL);
	g_option_context_set_help_enabled(context, FALSE);
	g_option_context_set_ignore_unknown_options(context, TRUE);
	g_option_context_add_main_entries(context, entries, NULL);
	g_auto(GStrv) rest = split_arguments(arguments);
	if (!g_option_context_parse_strv(context, &rest, NULL)) {
		/* Nothing but a missing value is left to go wrong, and only the last one can be. */
		const char *last = arguments[g_strv_length(arguments) - 1];
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("%s needs a value; see oqyrman --help"), last);
		return FALSE;
	}
	for (gsize i = 1; rest[i] != NULL; i++) {
		if (strcmp(rest[i], "--") != 0)
			return refuse_unknown(rest[i], error);
	}
	return TRUE;
}

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
	       oq_options_values_sidecars(options->beside_text, &options->sidecars, error);
}

gboolean
oq_options_is_given(const OqOptions *options, const OqOption *option)
{
	const void *member = (const char *)options + option->member;
	return option->value != NULL ? *(char *const *)member != NULL : *(const gboolean *)member;
}

static gboolean
refuse_both(const char *name, const char *other, GError **error)
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
			return refuse_both(given[group], table[i].name, error);
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
	if (!check_flags(arguments, error) || !parse_arguments(options, arguments, error) ||
		!check_values(options, error) || !check_together(options, error))
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
		if (table[i].value != NULL)
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
	settings->written_pauses |= options->written_pauses;
	settings->follows |= options->follow;
	set_text(options->dictionary, &settings->dictionary);
	set_text(options->encoding, &settings->encoding);
	set_text(options->device, &settings->device);
}
