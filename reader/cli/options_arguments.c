/* options_arguments.c - see the header. */
#include "cli/options_arguments.h"
#include "base/nearest.h"
#include <glib/gi18n.h>

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
		entries[i].arg = table[i].is_list         ? G_OPTION_ARG_FILENAME_ARRAY
				 : table[i].value != NULL ? G_OPTION_ARG_FILENAME
							  : G_OPTION_ARG_NONE;
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

/* (nullable): the option whose whole name it is, behind any hyphens; a value may stand in it. */
static const OqOption *
find_named(const char *argument)
{
	gsize n_options;
	const OqOption *table = oq_options_table(&n_options);
	const char *word = argument + strspn(argument, "-");
	gsize length = strcspn(word, "=");
	for (gsize i = 0; i < n_options; i++)
		if (strlen(table[i].name) == length && strncmp(word, table[i].name, length) == 0)
			return &table[i];
	return NULL;
}

/* What stands behind it is its value. */
static gboolean
waits_for_value(const char *argument)
{
	if (argument[0] != '-' || strchr(argument, '=') != NULL)
		return FALSE;
	const OqOption *named = argument[1] == '-' ? find_named(argument) : NULL;
	return argument[1] == '-' ? named != NULL && named->value != NULL
				  : takes_value(argument[1]) && argument[2] == '\0';
}

/* "-s300" becomes "-s" "300", which GLib understands. */
static char **
split_arguments(char **arguments)
{
	g_autoptr(GPtrArray) split = g_ptr_array_new();
	gboolean words_only = FALSE, is_value = FALSE;
	for (; *arguments != NULL; arguments++) {
		const char *argument = *arguments;
		gboolean is_kept = words_only || is_value;
		words_only |= !is_value && strcmp(argument, "--") == 0;
		is_value = !is_kept && waits_for_value(argument);
		if (!is_kept && !words_only && argument[0] == '-' && takes_value(argument[1])) {
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
	const char *word = argument + strspn(argument, "-");
	if (strlen(word) < 2)
		return NULL;
	g_autofree char *name = g_strndup(word, strcspn(word, "="));
	gint nearest = oq_nearest_find(name, names);
	return nearest >= 0 ? names[nearest] : NULL;
}

/* "-5" and "-сәлем" are rather what is to be said. */
static gboolean
begins_option(const char *argument)
{
	return g_ascii_isalpha(argument[strspn(argument, "-")]);
}

static gboolean
refuse_unknown(const char *argument, GError **error)
{
	const char *meant = suggest(argument);
	if (!begins_option(argument))
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("there is no option %s; a text or a name that begins with a hyphen (-) "
			  "stands behind two of them: -- %s"),
			argument, argument);
	else if (meant != NULL)
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("there is no option %s; did you mean --%s?"), argument, meant);
	else
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("there is no option %s; see oqyrman --help"), argument);
	return FALSE;
}

/* Letters behind one hyphen, two of which take a value, are a word with a hyphen too few. */
static gboolean
is_word(const char *argument)
{
	guint n_values = 0;
	for (const char *letter = argument + 1; *argument == '-' && *letter != '\0'; letter++)
		n_values += takes_value(*letter);
	return n_values > 1 && argument[1] != '-';
}

static gboolean
refuse_incomplete(char **arguments, GError **error)
{
	const char *last = NULL;
	for (; *arguments != NULL; last = *arguments++) {
		if (is_word(*arguments))
			return refuse_unknown(*arguments, error);
	}
	g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
		_("%s needs a value; see oqyrman --help"), last);
	return FALSE;
}

/* "-duration" would be -d with a device called "uration", and -x is in "-1.txt". */
static gboolean
check_hyphens(char **arguments, GError **error)
{
	gboolean is_value = FALSE;
	for (; *arguments != NULL && strcmp(*arguments, "--") != 0; arguments++) {
		const char *argument = *arguments;
		gboolean is_one = argument[0] == '-' && argument[1] != '-' && argument[1] != '\0';
		if (!is_value && is_one &&
			(find_named(argument) != NULL || !begins_option(argument)))
			return refuse_unknown(argument, error);
		is_value = !is_value && waits_for_value(argument);
	}
	return TRUE;
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
	if (!g_option_context_parse_strv(context, &rest, NULL))
		return refuse_incomplete(rest, error);
	for (gsize i = 1; rest[i] != NULL; i++) {
		if (strcmp(rest[i], "--") != 0)
			return refuse_unknown(rest[i], error);
	}
	return TRUE;
}

gboolean
oq_options_arguments(OqOptions *options, char **arguments, GError **error)
{
	return check_flags(arguments, error) && check_hyphens(arguments, error) &&
	       parse_arguments(options, arguments, error);
}
