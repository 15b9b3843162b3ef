/* options.c - see the header. */
#include "cli/options.h"
#include <glib/gi18n.h>

G_DEFINE_QUARK(oq - usage - error - quark, oq_usage_error)

#define SPEAKING (OQ_VERB_READ | OQ_VERB_RENDER | OQ_VERB_SAY)
#define FILES    (OQ_VERB_READ | OQ_VERB_RENDER | OQ_VERB_TEXT)
#define ALL      (SPEAKING | OQ_VERB_TEXT | OQ_VERB_VOICES)

typedef struct {
	const char *name;
	char letter;
	gsize member; /* of OqOptions: a char * when the option takes a value, else a gboolean */
	guint verbs;
	const char *value; /* what the value is called; NULL: the option takes none */
	const char *meaning;
} Row;

#define MEMBER(name) G_STRUCT_OFFSET(OqOptions, name)

static const Row rows[] = {
	{"voice", 'v', MEMBER(voice), SPEAKING | OQ_VERB_TEXT, N_("NAME"),
		N_("the voice, one of those that oqyrman voices lists")},
	{"speed", 's', MEMBER(speed_text), SPEAKING, N_("WPM"),
		N_("Kazakh words a minute, 60 to 600; the voice's own unless given")},
	{"pitch", 'p', MEMBER(pitch_text), SPEAKING, N_("N"),
		N_("pitch, 0 to 100; 50 is the voice's own")},
	{"volume", 'a', MEMBER(volume_text), SPEAKING, N_("N"),
		N_("volume, 0 to 100; 100 unless given")},
	{"punctuation", 'P', MEMBER(punctuation_text), SPEAKING | OQ_VERB_TEXT, N_("LEVEL"),
		N_("which signs are named: none, some or all; none unless given")},
	{"spell", 0, MEMBER(spell), OQ_VERB_SAY, NULL,
		N_("say every character by its name, spaces too")},
	{"encoding", 'e', MEMBER(encoding), FILES, N_("NAME"),
		N_("the encoding of the files, such as windows-1251 or KZ-1048; UTF-8 unless "
		   "given")},
	{"dictionary", 'D', MEMBER(dictionary), SPEAKING | OQ_VERB_TEXT, N_("FILE"),
		N_("a table of words and how they are said, which goes before your own "
		   "dictionary.tsv")},
	{"languages", 'l', MEMBER(languages_text), SPEAKING | OQ_VERB_TEXT, N_("LIST"),
		N_("the languages that voices are chosen from: kk, and ru and en unless left out")},
	{"device", 'd', MEMBER(device), OQ_VERB_READ | OQ_VERB_SAY, N_("NAME"),
		N_("the sound device, one of those that oqyrman voices lists")},
	{"output", 'o', MEMBER(output), OQ_VERB_RENDER, N_("FILE"),
		N_("the audio file; its extension picks the format; - is WAV on standard output")},
	{"sentences", 'S', MEMBER(sentences), OQ_VERB_TEXT, NULL,
		N_("print the sentences as they are written")},
	{"ipa", 'i', MEMBER(ipa), OQ_VERB_TEXT, NULL, N_("print the sounds of the voice (IPA)")},
	{"explain", 'x', MEMBER(explain), OQ_VERB_TEXT, NULL,
		N_("print what each part of a sentence became, and by which rule")},
	{"json", 'J', MEMBER(json), OQ_VERB_TEXT, NULL, N_("print one JSON object a line")},
	{"quiet", 'q', MEMBER(quiet), ALL, NULL, N_("no progress and no warnings, errors only")},
	{"verbose", 0, MEMBER(verbose), SPEAKING | OQ_VERB_TEXT, NULL,
		N_("say what is being done")},
	{"help", 'h', MEMBER(help), ALL, NULL, N_("print this help")},
	{"version", 'V', MEMBER(version), ALL, NULL, N_("print the version")},
};

/* GLib's own messages are in whatever languages GLib is installed in, so the parser is made to
 * leave alone what it does not know; FILENAME, since STRING refuses Cyrillic letters in the C
 * locale. */
static GOptionEntry *
make_entries(OqOptions *options)
{
	GOptionEntry *entries = g_new0(GOptionEntry, G_N_ELEMENTS(rows) + 2);
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		entries[i].long_name = rows[i].name;
		entries[i].short_name = rows[i].letter;
		entries[i].arg = rows[i].value != NULL ? G_OPTION_ARG_FILENAME : G_OPTION_ARG_NONE;
		entries[i].arg_data = G_STRUCT_MEMBER_P(options, rows[i].member);
	}
	entries[G_N_ELEMENTS(rows)].long_name = G_OPTION_REMAINING;
	entries[G_N_ELEMENTS(rows)].arg = G_OPTION_ARG_FILENAME_ARRAY;
	entries[G_N_ELEMENTS(rows)].arg_data = &options->words;
	return entries;
}

static gboolean
takes_value(char letter)
{
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		if (rows[i].letter == letter)
			return rows[i].value != NULL;
	}
	return FALSE;
}

/* GLib takes "--quiet=no" for "--quiet". */
static gboolean
check_flag(const char *argument, GError **error)
{
	const char *value = strchr(argument, '=');
	for (gsize i = 0; value != NULL && i < G_N_ELEMENTS(rows); i++) {
		gsize length = strlen(rows[i].name);
		if (rows[i].value != NULL || !g_str_has_prefix(argument, "--") ||
			argument + 2 + length != value ||
			strncmp(argument + 2, rows[i].name, length) != 0)
			continue;
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("--%s takes no value; leave out %s"), rows[i].name, value);
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
		if (strcmp(rest[i], "--") == 0)
			continue;
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("there is no option %s; see oqyrman --help"), rest[i]);
		return FALSE;
	}
	return TRUE;
}

static gboolean
parse_number(
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

static gboolean
parse_punctuation(const char *text, OqPunctuation *level, GError **error)
{
	static const char *const names[] = {[OQ_PUNCTUATION_NONE] = "none",
		[OQ_PUNCTUATION_SOME] = "some",
		[OQ_PUNCTUATION_ALL] = "all"};
	for (gsize i = 0; text != NULL && i < G_N_ELEMENTS(names); i++) {
		if (strcmp(text, names[i]) != 0)
			continue;
		*level = i;
		return TRUE;
	}
	if (text != NULL)
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("--punctuation %s is not possible; give none, some or all"), text);
	return text == NULL;
}

/* Kazakh cannot be left out: its rules read the numbers. */
static gboolean
parse_languages(const char *text, OqLanguages *languages, GError **error)
{
	*languages = OQ_LANGUAGES_ALL;
	if (text == NULL)
		return TRUE;
	g_auto(GStrv) names = g_strsplit(text, ",", -1);
	OqLanguages given = 0;
	for (gsize i = 0; names[i] != NULL; i++)
		given |= OQ_LANG_BIT(oq_lang_find(names[i]));
	gboolean possible = oq_lang_is_in(OQ_LANG_KK, given) && !oq_lang_is_in(OQ_N_LANGS, given);
	*languages = given;
	if (!possible)
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("--languages %s is not possible; give kk, and ru and en if you like, "
			  "with commas between them"),
			text);
	return possible;
}

static gboolean
parse_style(const OqOptions *options, OqStyle *style, GError **error)
{
	*style = OQ_STYLE_DEFAULT;
	guint speed_wpm = style->speed_wpm;
	guint pitch_percent = style->pitch_percent;
	guint volume_percent = style->volume_percent;
	gboolean possible =
		parse_number("speed", options->speed_text, OQ_SPEED_MIN_WPM, OQ_SPEED_MAX_WPM,
			&speed_wpm, error) &&
		parse_number("pitch", options->pitch_text, 0, 100, &pitch_percent, error) &&
		parse_number("volume", options->volume_text, 0, 100, &volume_percent, error);
	style->speed_wpm = (guint16)speed_wpm;
	style->pitch_percent = (guint8)pitch_percent;
	style->volume_percent = (guint8)volume_percent;
	return possible;
}

static gboolean
check_values(OqOptions *options, GError **error)
{
	return parse_style(options, &options->style, error) &&
	       parse_punctuation(options->punctuation_text, &options->punctuation, error) &&
	       parse_languages(options->languages_text, &options->languages, error);
}

static gboolean
check_together(const OqOptions *options, GError **error)
{
	const char *fault = NULL;
	if (options->sentences + options->ipa + options->explain + options->json > 1)
		fault = _("--sentences, --ipa, --explain and --json exclude each other; give one");
	else if (options->quiet && options->verbose)
		fault = _("--quiet and --verbose exclude each other; give one");
	else if (options->spell && options->punctuation_text != NULL)
		fault = _("--spell names every sign; leave out --punctuation");
	if (fault != NULL)
		g_set_error_literal(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG, fault);
	return fault == NULL;
}

OqOptions *
oq_options_parse(char **arguments, GError **error)
{
	g_return_val_if_fail(arguments != NULL && arguments[0] != NULL, NULL);
	g_autoptr(OqOptions) options = g_new0(OqOptions, 1);
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
	if (options == NULL)
		return;
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		if (rows[i].value != NULL)
			g_free(*(char **)G_STRUCT_MEMBER_P(options, rows[i].member));
	}
	g_strfreev(options->words);
	g_free(options);
}

static gboolean
is_given(const OqOptions *options, const Row *row)
{
	const void *member = (const char *)options + row->member;
	return row->value != NULL ? *(char *const *)member != NULL : *(const gboolean *)member;
}

gboolean
oq_options_fit(const OqOptions *options, OqVerb verb, const char *verb_name, GError **error)
{
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		if ((rows[i].verbs & verb) != 0 || !is_given(options, &rows[i]))
			continue;
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("--%s does not go with oqyrman %s; leave it out"), rows[i].name,
			verb_name);
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

char *
oq_options_help(void)
{
	GString *help = g_string_new(NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_string_append(help, "  ");
		if (rows[i].letter != 0)
			g_string_append_printf(help, "-%c, ", rows[i].letter);
		g_string_append_printf(help, "--%s", rows[i].name);
		if (rows[i].value != NULL)
			g_string_append_printf(help, " %s", _(rows[i].value));
		g_string_append_printf(help, ": %s\n", _(rows[i].meaning));
	}
	return g_string_free(help, FALSE);
}
