/* item_names.c - see the header. */
#include "radio/bulletin/item_names.h"

#include "base/line.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_QUARK(oq_item_names_error, oq_item_names_error)

#define KNOWN     "nNtTdDe%"
#define WITH_SIZE "nNtT"
#define FORBIDDEN "*?\"<>"
#define DIVIDING  "/\\:|"

enum { MAX_SIZE = 99, MAX_EXTENSION = 8, MAX_TITLE = 250 };

static const char *const presets[][2] = {
	{"bbc", "%t %e (%n of %N)"},
	{"prss", "%8T %d"},
	{"rivendell", "%D_%T"},
};

struct _OqItemNames {
	char *pattern;   /* without the extension */
	char *extension; /* with its point */
	char *date;
	guint n_items;
	guint n_given;
	const OqRomanization *romanization;
	GHashTable *given; /* of strings, folded */
};

static gboolean G_GNUC_PRINTF(2, 3) refuse(GError **error, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	g_autofree char *message = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	g_set_error_literal(error, OQ_ITEM_NAMES_ERROR, OQ_ITEM_NAMES_ERROR_PATTERN, message);
	return FALSE;
}

/* The number between the percent sign and the letter; 0: there is none. */
static guint
read_size(const char **at)
{
	guint size = 0;

	for (; g_ascii_isdigit(**at); (*at)++)
		size = MIN(size * 10 + (guint)g_ascii_digit_value(**at), MAX_SIZE + 1);
	return size;
}

static gboolean
check_letters(const char *pattern, GError **error)
{
	for (const char *at = strchr(pattern, '%'); at != NULL; at = strchr(at, '%')) {
		at++;
		guint size = read_size(&at);
		gboolean is_known = *at != '\0' && strchr(KNOWN, *at) != NULL;
		if (!is_known || size > MAX_SIZE || (size > 0 && strchr(WITH_SIZE, *at) == NULL))
			return refuse(error,
				_("the pattern “%s” has something behind a %% that stands for "
				  "nothing; there are %%n, %%2n, %%N, %%t, %%T, %%8T, %%d, %%D, "
				  "%%e and %%%%"),
				pattern);
		at++;
	}
	return TRUE;
}

static gboolean
check_pattern(const char *pattern, GError **error)
{
	if (!g_utf8_validate(pattern, -1, NULL))
		return refuse(error, _("the pattern is not UTF-8"));
	if (*pattern == '\0')
		return refuse(error, _("the pattern is empty; give one such as “%%2n %%t”"));
	if (strchr(pattern, '/') != NULL)
		return refuse(error,
			_("the pattern “%s” names a folder; it is for the names in the folder "
			  "that stands after -o"),
			pattern);
	return check_letters(pattern, error);
}

/* Where the pattern's extension begins, which is letters and figures; NULL: it has none. */
static const char *
find_extension(const char *pattern)
{
	const char *point = strrchr(pattern, '.');
	gsize n_letters = 0, n = 0;

	if (point == NULL)
		return NULL;
	for (; g_ascii_isalnum(point[1 + n]); n++)
		n_letters += g_ascii_isalpha(point[1 + n]);
	return point[1 + n] == '\0' && n_letters > 0 && n <= MAX_EXTENSION ? point : NULL;
}

OqItemNames *
oq_item_names_new(const char *pattern, const char *date, guint n_items,
	const OqRomanization *romanization, GError **error)
{
	for (guint i = 0; i < G_N_ELEMENTS(presets); i++)
		if (strcmp(pattern, presets[i][0]) == 0)
			pattern = presets[i][1];
	if (!check_pattern(pattern, error))
		return NULL;
	const char *extension = find_extension(pattern);
	OqItemNames *names = g_new0(OqItemNames, 1);
	names->pattern = extension != NULL ? g_strndup(pattern, (gsize)(extension - pattern))
					   : g_strdup(pattern);
	names->extension = g_strdup(extension != NULL ? extension : ".wav");
	names->date = g_strdup(date);
	names->n_items = n_items;
	names->romanization = romanization;
	names->given = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return names;
}

void
oq_item_names_free(OqItemNames *names)
{
	if (names == NULL)
		return;
	g_free(names->pattern);
	g_free(names->extension);
	g_free(names->date);
	g_hash_table_unref(names->given);
	g_free(names);
}

static void
add_title(const char *title, guint size, GString *name)
{
	const char *end = title;

	for (guint n = 0; *end != '\0' && (size == 0 || n < size); n++)
		end = g_utf8_next_char(end);
	g_string_append_len(name, title, end - title);
}

static void
add_ascii(const OqItemNames *names, const char *title, guint size, GString *name)
{
	g_autofree char *ascii = oq_romanization_ascii(names->romanization, title);
	guint n = 0;

	if (size == 0)
		g_string_append(name, ascii);
	for (const char *at = ascii; *at != '\0' && n < size; at++) {
		if (!g_ascii_isalnum(*at))
			continue;
		g_string_append_c(name, *at);
		n++;
	}
}

/* @date: YYYY-MM-DD */
static void
add_date(const char *date, char letter, GString *name)
{
	if (letter == 'D')
		g_string_append(name, date);
	else if (letter == 'd')
		g_string_append_printf(name, "%.2s%.2s%.2s", date + 2, date + 5, date + 8);
	else
		g_string_append_printf(name, "%.2s%.2s%.2s", date + 8, date + 5, date + 2);
}

static void
add_letter(const OqItemNames *names, const char *title, char letter, guint size, GString *name)
{
	switch (letter) {
	case 'n':
		g_string_append_printf(name, "%0*u", (int)size, names->n_given);
		break;
	case 'N':
		g_string_append_printf(name, "%0*u", (int)size, names->n_items);
		break;
	case 't':
		add_title(title, size, name);
		break;
	case 'T':
		add_ascii(names, title, size, name);
		break;
	case '%':
		g_string_append_c(name, '%');
		break;
	default:
		add_date(names->date, letter, name);
	}
}

static char *
fill(const OqItemNames *names, const char *title)
{
	GString *name = g_string_new(NULL);
	g_autofree char *line = oq_line_new(title, -1, MAX_TITLE);

	for (const char *at = names->pattern; *at != '\0'; at++) {
		if (*at != '%') {
			g_string_append_c(name, *at);
			continue;
		}
		at++;
		guint size = read_size(&at);
		add_letter(names, line != NULL ? line : "", *at, size, name);
	}
	return g_string_free(name, FALSE);
}

/* What no file system, shell or drop box stumbles over. */
static char *
make_safe(const char *name)
{
	g_autofree char *line = oq_line_new(name, -1, G_MAXSIZE);
	GString *safe = g_string_new(NULL);

	for (const char *at = line != NULL ? line : ""; *at != '\0'; at++) {
		if (strchr(DIVIDING, *at) != NULL)
			g_string_append_c(safe, '-');
		else if (strchr(FORBIDDEN, *at) == NULL)
			g_string_append_c(safe, *at);
	}
	g_string_erase(safe, 0, (gssize)strspn(safe->str, ".- "));
	return g_string_free(safe, FALSE);
}

/* The name with @number behind it, if that is not 1, in as many bytes as it may have. */
static char *
put_together(const OqItemNames *names, const char *name, guint number)
{
	g_autofree char *behind = number > 1 ? g_strdup_printf(" (%u)", number) : g_strdup("");
	gsize n_left = OQ_ITEM_NAME_MAX_BYTES - strlen(behind) - strlen(names->extension);
	gsize n_bytes = strlen(name);

	if (n_bytes > n_left)
		n_bytes = (gsize)(g_utf8_find_prev_char(name, name + n_left + 1) - name);
	g_autofree char *cut = g_strndup(name, n_bytes);
	for (; n_bytes > 0 && strchr(". ", cut[n_bytes - 1]) != NULL; n_bytes--)
		cut[n_bytes - 1] = '\0';
	return g_strconcat(cut, behind, names->extension, NULL);
}

/* FALSE: another one has it. */
static gboolean
take(OqItemNames *names, const char *name)
{
	g_autofree char *normal = g_utf8_normalize(name, -1, G_NORMALIZE_ALL);

	return g_hash_table_add(names->given, g_utf8_casefold(normal, -1));
}

char *
oq_item_names_next(OqItemNames *names, const char *title)
{
	names->n_given++;
	g_autofree char *filled = fill(names, title);
	g_autofree char *safe = make_safe(filled);
	if (safe[strspn(safe, ". ")] == '\0') {
		g_free(safe);
		safe = g_strdup_printf("%u", names->n_given);
	}
	char *name = put_together(names, safe, 1);
	for (guint number = 2; !take(names, name); number++) {
		g_free(name);
		name = put_together(names, safe, number);
	}
	return name;
}
