/* recent.c - see the header. */
#include "reading/places/recent.h"

#include "base/line.h"
#include "reading/places/ago.h"

#include <glib/gi18n.h>
#include <string.h>

/* More names than these nobody keeps in mind. */
#define MAX_NAMED 9

G_DEFINE_QUARK(oq_recent_error, oq_recent_error)

static char *
read_words(const OqPlace *place)
{
	gint percent = oq_place_percent(place);

	if (place->has_ended)
		return g_strdup(_("read to its end"));
	if (percent <= 0)
		return g_strdup(_("begun"));
	return g_strdup_printf(
		ngettext("%u per cent read", "%u per cent read", (guint)percent), (guint)percent);
}

char *
oq_recent_line(const OqPlace *place, guint number, gint64 now_s, gboolean is_missing)
{
	g_autofree char *name = oq_place_name(place);
	g_autofree char *read = read_words(place);
	g_autofree char *ago = oq_ago_words(place->read_at_s, now_s);

	if (is_missing)
		return g_strdup_printf(
			"%u: %s, %s, %s, %s", number, name, _("the file is missing"), read, ago);
	return g_strdup_printf("%u: %s, %s, %s", number, name, read, ago);
}

/* In the form in which names are compared. */
static char *
fold(const char *text)
{
	g_autofree char *line = oq_line_new(text, -1, G_MAXUINT);
	g_autofree char *folded = g_utf8_casefold(line != NULL ? line : "", -1);

	return g_utf8_normalize(folded, -1, G_NORMALIZE_ALL);
}

static char *
fold_file(const OqPlace *place)
{
	g_autofree char *file =
		place->paths[0] != NULL ? g_filename_display_basename(place->paths[0]) : NULL;

	return fold(file);
}

static gboolean
is_path(const OqPlace *place, const char *wanted)
{
	g_autofree char *path = g_canonicalize_filename(wanted, NULL);

	return g_strcmp0(place->paths[0], path) == 0;
}

static gboolean
is_called(const OqPlace *place, const char *wanted)
{
	g_autofree char *folded = fold(wanted);
	g_autofree char *title = fold(place->title);
	g_autofree char *file = fold_file(place);

	return is_path(place, wanted) ||
	       (*folded != '\0' && (strcmp(title, folded) == 0 || strcmp(file, folded) == 0));
}

gboolean
oq_recent_matches(const OqPlace *place, const char *wanted)
{
	g_autofree char *folded = fold(wanted);
	g_autofree char *title = fold(place->title);
	g_autofree char *file = fold_file(place);

	return is_path(place, wanted) ||
	       (*folded != '\0' && (strstr(title, folded) != NULL || strstr(file, folded) != NULL));
}

typedef gboolean (*Test)(const OqPlace *place, const char *wanted);

/* Returns: how many pass; their numbers go into @numbers. */
static guint
find(const GPtrArray *recent, Test test, const char *wanted, GArray *numbers)
{
	for (guint i = 0; i < recent->len; i++) {
		guint number = i + 1;
		if (test(g_ptr_array_index(recent, i), wanted))
			g_array_append_val(numbers, number);
	}
	return numbers->len;
}

static void
set_ambiguous(const GPtrArray *recent, const char *wanted, const GArray *numbers, GError **error)
{
	g_autoptr(GString) names = g_string_new(NULL);

	for (guint i = 0; i < MIN(numbers->len, MAX_NAMED); i++) {
		guint number = g_array_index(numbers, guint, i);
		g_autofree char *name = oq_place_name(g_ptr_array_index(recent, number - 1));
		g_string_append_printf(names, "%s%u: %s", i > 0 ? "; " : "", number, name);
	}
	if (numbers->len > MAX_NAMED)
		g_string_append(names, "; …");
	g_set_error(error, OQ_RECENT_ERROR, OQ_RECENT_ERROR_AMBIGUOUS,
		_("several texts are called %s: %s. Give the number"), wanted, names->str);
}

static OqPlace *
choose_by_name(const GPtrArray *recent, const char *wanted, GError **error)
{
	g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(guint));

	if (find(recent, is_called, wanted, numbers) == 0 &&
		find(recent, oq_recent_matches, wanted, numbers) == 0)
		g_set_error(error, OQ_RECENT_ERROR, OQ_RECENT_ERROR_NOT_FOUND,
			_("nothing called %s was read; see oqyrman recent"), wanted);
	else if (numbers->len > 1)
		set_ambiguous(recent, wanted, numbers, error);
	else
		return g_ptr_array_index(recent, g_array_index(numbers, guint, 0) - 1);
	return NULL;
}

OqPlace *
oq_recent_choose(const GPtrArray *recent, const char *wanted, GError **error)
{
	guint64 number = 1;

	if (recent->len == 0) {
		g_set_error_literal(
			error, OQ_RECENT_ERROR, OQ_RECENT_ERROR_NONE, _("nothing was read yet"));
		return NULL;
	}
	if (wanted == NULL || g_ascii_string_to_unsigned(wanted, 10, 1, recent->len, &number, NULL))
		return g_ptr_array_index(recent, number - 1);
	return choose_by_name(recent, wanted, error);
}
