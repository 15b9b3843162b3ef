/* run_pronunciations.c - how words sound (README.md), one GLib test per row.
 * usage: run_pronunciations CASES/pronunciation [GLib's test options]
 *
 *     X.tsv     written, its IPA, also right (separated by " | "), note
 *
 * A row that begins with ! is known to fail. */
#include "base/table.h"
#include "lib/give_up.h"
#include "pronouncer.h"

#include <locale.h>
#include <string.h>

enum { WRITTEN, IPA, ALSO };
static const char *const columns[] = {"written", "ipa", "also", "note", NULL};

typedef struct {
	const Pronouncer *pronouncer;
	char *place; /* rounding.tsv:41 */
	char *written;
	char **expected;
	gboolean known_to_fail;
} Case;

static void
add_ipa(const OqUtterance *utterance, const char *ipa, gpointer data)
{
	GString *all = data;

	(void)utterance;
	if (all->len > 0)
		g_string_append_c(all, ' ');
	g_string_append(all, ipa);
}

static void
run_case(gconstpointer data)
{
	const Case *c = data;
	g_autoptr(GString) got = g_string_new(NULL);
	pronouncer_read(c->pronouncer, c->written, add_ipa, got);
	gboolean right = g_strv_contains((const char *const *)c->expected, got->str);
	if (right && c->known_to_fail)
		g_test_fail_printf("%s passes now: take its ! away", c->place);
	else if (!right && c->known_to_fail)
		g_test_incomplete("known to fail");
	else if (!right)
		g_test_fail_printf("%s\n  written   %s\n  expected  %s\n  got       %s", c->place,
			c->written, c->expected[0], got->str);
}

static void
free_case(gpointer data)
{
	Case *c = data;
	g_free(c->place);
	g_free(c->written);
	g_strfreev(c->expected);
	g_free(c);
}

static void
add_row(const Pronouncer *pronouncer, const OqTable *table, guint row, const char *name)
{
	const char *written = oq_table_cell(table, row, WRITTEN);
	const char *also = oq_table_cell(table, row, ALSO);
	g_autofree char *all = g_strdup_printf(
		"%s%s%s", oq_table_cell(table, row, IPA), also[0] != '\0' ? " | " : "", also);
	Case *c = g_new0(Case, 1);
	c->pronouncer = pronouncer;
	c->place = g_strdup_printf("%s:%u", name, oq_table_line(table, row));
	c->known_to_fail = written[0] == '!';
	c->written = g_strdup(written + c->known_to_fail);
	c->expected = g_strsplit(all, " | ", -1);
	g_autofree char *path = g_strdup_printf("/pronunciations/%s", c->place);
	g_test_add_data_func_full(path, c, run_case, free_case);
}

static void
run_wrong(gconstpointer why)
{
	g_test_fail_printf("%s", (const char *)why);
}

/* A row that is none fails; the others are tested all the same. */
static void
add_wrong(const GPtrArray *wrong, const char *file)
{
	for (guint i = 0; i < wrong->len; i++) {
		const char *why = g_ptr_array_index(wrong, i);
		g_autofree char *path = g_strdup_printf("/pronunciations/%s/wrong/%u", file, i);
		g_test_add_data_func_full(path, g_strdup(why), run_wrong, g_free);
	}
}

static void
add_folder(const Pronouncer *pronouncer, const char *path)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GDir) dir = g_dir_open(path, 0, &error);
	if (dir == NULL)
		give_up(error);
	for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
		if (!g_str_has_suffix(name, ".tsv"))
			continue;
		g_autofree char *file = g_build_filename(path, name, NULL);
		g_autoptr(GPtrArray) wrong = g_ptr_array_new_with_free_func(g_free);
		g_autoptr(OqTable) table = oq_table_load_bare(file, columns, 2, wrong, &error);
		if (table == NULL)
			give_up(error);
		add_wrong(wrong, name);
		for (guint row = 0; row < oq_table_n_rows(table); row++)
			add_row(pronouncer, table, row, name);
	}
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_set_nonfatal_assertions();
	if (argc != 2)
		g_error("usage: run_pronunciations CASES/pronunciation");
	g_auto(Pronouncer) pronouncer;
	pronouncer_init(&pronouncer);
	add_folder(&pronouncer, argv[1]);
	return g_test_run();
}
