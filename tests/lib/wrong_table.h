/* wrong_table.h - what the tests of the lexicon share: its tables, one of which is wrong. */
#pragma once

#include "text/lexicon/lexicon.h"

#include "base/table.h"

#include <glib/gstdio.h>
#include <string.h>

/** A piece of a table as it is, and as it would be refused. */
typedef struct {
	const char *table, *right, *wrong;
	const char *quoted; /* also in the message */
} WrongTable;

/** What the lexicon does not read: speech/score/prosody.c, base/typing.c, base/romanization.c and
 * home/layouts.c do. */
static inline gboolean
wrong_table_is_others(const char *table)
{
	static const char *const others[] = {"pauses.tsv", "questions.tsv", "typing.tsv",
		"layouts.tsv", "romanization.tsv", "keys.tsv", NULL};
	return g_strv_contains(others, table);
}

/** Copies the tables into a new folder, right replaced by wrong in one of them; without that table
 * if right is NULL. */
static inline char *
wrong_table_copy(const char *table, const char *right, const char *wrong)
{
	char *folder = g_dir_make_tmp("lexicon-XXXXXX", NULL);
	g_autoptr(GDir) dir = g_dir_open(OQ_TEST_VOICES "/kk", 0, NULL);
	for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
		g_autofree char *from = g_build_filename(OQ_TEST_VOICES "/kk", name, NULL);
		g_autofree char *to = g_build_filename(folder, name, NULL);
		g_autofree char *contents = NULL;
		g_assert_true(g_file_get_contents(from, &contents, NULL, NULL));
		g_autoptr(GString) text = g_string_new(contents);
		if (table != NULL && strcmp(name, table) == 0) {
			if (right == NULL)
				continue;
			g_assert_cmpuint(g_string_replace(text, right, wrong, 1), ==, 1);
		}
		g_assert_true(g_file_set_contents(to, text->str, (gssize)text->len, NULL));
	}
	return folder;
}

static inline void
wrong_table_remove(const char *folder)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		g_remove(path);
	}
	g_rmdir(folder);
}

/** The line of a table where some text stands, counted from 1; a line break before it is not its.
 */
static inline guint
wrong_table_line(const char *table, const char *text)
{
	g_autofree char *path = g_build_filename(OQ_TEST_VOICES "/kk", table, NULL);
	g_autofree char *contents = NULL;
	g_assert_true(g_file_get_contents(path, &contents, NULL, NULL));
	guint line = 1;
	const char *end = strstr(contents, text);
	for (const char *p = contents; p < end + (*end == '\n'); p++)
		line += *p == '\n';
	return line;
}

static inline void
wrong_table_assert(const WrongTable *wrong, const char *folder, const char *place)
{
	g_autoptr(GError) error = NULL;
	g_test_message("%s: %s", wrong->table, wrong->wrong);
	g_assert_null(oq_lexicon_load(folder, &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW);
	g_test_message("%s", error->message);
	g_assert_true(g_str_has_prefix(error->message, place));
	g_assert_nonnull(strstr(error->message + strlen(place), wrong->quoted));
	g_assert_null(strchr(error->message, '\n'));
}

/** The lexicon is refused, and the message tells the line. */
static inline void
wrong_table_assert_row(const WrongTable *wrong)
{
	g_autofree char *folder = wrong_table_copy(wrong->table, wrong->right, wrong->wrong);
	g_autofree char *place = g_strdup_printf(
		"%s/%s:%u: ", folder, wrong->table, wrong_table_line(wrong->table, wrong->right));
	wrong_table_assert(wrong, folder, place);
	wrong_table_remove(folder);
}

/** The lexicon is refused, and the message tells the table and what it lacks. */
static inline void
wrong_table_assert_missing(const WrongTable *wrong)
{
	g_autofree char *folder = wrong_table_copy(wrong->table, wrong->right, wrong->wrong);
	g_autofree char *place = g_strdup_printf("%s/%s: ", folder, wrong->table);
	wrong_table_assert(wrong, folder, place);
	wrong_table_remove(folder);
}
