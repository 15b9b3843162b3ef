/* places.c - fuzzer: what is kept of a text, after the disk or somebody else had it. */
#include "target.h"

#include "reading/places/bookmarks.h"
#include "reading/places/place.h"

#include <string.h>

int
LLVMFuzzerInitialize(G_GNUC_UNUSED int *argc, G_GNUC_UNUSED char ***argv)
{
	return 0;
}

/* It can be shown, and spoken. */
static void
check_line(const char *line)
{
	if (line == NULL)
		return;
	g_assert_true(g_utf8_validate(line, -1, NULL));
	for (const char *p = line; *p != '\0'; p = g_utf8_next_char(p))
		g_assert_false(g_unichar_iscntrl(g_utf8_get_char(p)));
}

static void
check_place(const OqPlace *place)
{
	g_autofree char *name = oq_place_name(place);
	check_line(name);
	check_line(place->title);
	check_line(place->trace.before);
	check_line(place->trace.words);
	g_assert_cmpint(oq_place_percent(place), >=, -1);
	g_assert_cmpint(oq_place_percent(place), <=, 100);
	g_assert_true(oq_style_is_valid(&place->style));
	for (guint i = 0; place->paths[i] != NULL; i++)
		g_assert_true(g_path_is_absolute(place->paths[i]));
}

/* What is taken is written down again as it was. */
static void
try_place(const char *bytes, gsize n_bytes)
{
	g_autoptr(OqPlace) place = oq_place_parse(bytes, n_bytes, NULL);
	if (place == NULL)
		return;
	check_place(place);
	gsize n_printed, n_again;
	g_autofree char *printed = oq_place_print(place, &n_printed);
	g_autoptr(OqPlace) other = oq_place_parse(printed, n_printed, NULL);
	g_assert_nonnull(other);
	g_autofree char *again = oq_place_print(other, &n_again);
	g_assert_cmpmem(printed, n_printed, again, n_again);
}

static void
try_bookmarks(const char *bytes, gsize n_bytes)
{
	g_autoptr(GPtrArray) bookmarks = oq_bookmarks_parse(bytes, n_bytes, NULL);
	if (bookmarks == NULL)
		return;
	g_assert_cmpuint(bookmarks->len, <=, OQ_BOOKMARKS_MAX);
	for (guint i = 0; i < bookmarks->len; i++) {
		const OqBookmark *bookmark = g_ptr_array_index(bookmarks, i);
		const OqBookmark *before = i > 0 ? g_ptr_array_index(bookmarks, i - 1) : NULL;
		check_line(bookmark->name);
		g_assert_true(before == NULL || before->place < bookmark->place);
	}
	gsize n_printed, n_again;
	g_autofree char *printed = oq_bookmarks_print(bookmarks, &n_printed);
	g_assert_cmpuint(n_printed, <=, OQ_BOOKMARKS_MAX_BYTES);
	g_autoptr(GPtrArray) other = oq_bookmarks_parse(printed, n_printed, NULL);
	g_assert_nonnull(other);
	g_autofree char *again = oq_bookmarks_print(other, &n_again);
	g_assert_cmpmem(printed, n_printed, again, n_again);
}

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize n_bytes)
{
	try_place((const char *)bytes, n_bytes);
	try_bookmarks((const char *)bytes, n_bytes);
	return 0;
}
