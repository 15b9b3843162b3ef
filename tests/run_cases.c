/* run_cases.c - the cases that linguists write (text/examples.h, README.md), one GLib test per row.
 * usage: run_cases CASES VOICES/kk [GLib's test options] */
#include "text/examples.h"

#include <locale.h>

typedef struct {
	const OqLexicon *lexicon;
	const OqExampleKind *kind;
	const OqExampleRow *example; /* of the examples that main() keeps */
	char *place;                 /* calendar.tsv:41 */
} Case;

static void
run_case(gconstpointer data)
{
	const Case *c = data;
	const OqExampleRow *example = c->example;
	g_autoptr(GString) rules = g_string_new(NULL);
	g_autofree char *got = oq_examples_read(c->lexicon, c->kind, example, rules);
	gboolean right = oq_examples_is_right(c->kind, example, got);
	if (right && example->known_to_fail)
		g_test_fail_printf("%s passes now: take its ! away", c->place);
	else if (!right && example->known_to_fail)
		g_test_incomplete("known to fail");
	else if (!right)
		g_test_fail_printf(
			"%s\n  written   %s\n  expected  %s\n  got       %s\n  rules    %s",
			c->place, example->written, example->expected[0], got, rules->str);
}

static void
free_case(gpointer data)
{
	Case *c = data;
	g_free(c->place);
	g_free(c);
}

static void
add_file(const OqLexicon *lexicon, const OqExampleKind *kind, const char *path, const char *label,
	GPtrArray *kept)
{
	g_autoptr(GError) error = NULL;
	GPtrArray *examples = oq_examples_load(kind, path, NULL, &error);
	if (examples == NULL)
		g_error("%s", error->message);
	g_ptr_array_add(kept, examples);
	for (guint i = 0; i < examples->len; i++) {
		Case *c = g_new0(Case, 1);
		c->lexicon = lexicon;
		c->kind = kind;
		c->example = g_ptr_array_index(examples, i);
		c->place = g_strdup_printf("%s:%u", label, c->example->line);
		g_autofree char *name = g_strdup_printf("/cases/%s", c->place);
		g_test_add_data_func_full(name, c, run_case, free_case);
	}
}

static void
add_folder(const OqLexicon *lexicon, const OqExampleKind *kind, const char *cases, GPtrArray *kept)
{
	const char *folder = oq_examples_folder(kind);
	g_autofree char *path = g_build_filename(cases, folder, NULL);
	g_autoptr(GError) error = NULL;
	g_autoptr(GDir) dir = g_dir_open(path, 0, &error);
	if (dir == NULL)
		g_error("%s", error->message);
	for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
		g_autofree char *file = g_build_filename(path, name, NULL);
		g_autofree char *label = g_build_filename(folder, name, NULL);
		if (g_str_has_suffix(name, ".tsv") || g_str_has_suffix(name, ".txt"))
			add_file(lexicon, kind, file, label, kept);
	}
}

static void
free_examples(gpointer data)
{
	g_ptr_array_unref(data);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_set_nonfatal_assertions();
	if (argc != 3)
		g_error("usage: run_cases CASES VOICES/kk");
	g_autoptr(GError) error = NULL;
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(argv[2], &error);
	if (lexicon == NULL)
		g_error("%s", error->message);
	guint n_kinds;
	const OqExampleKind *const *kinds = oq_examples_kinds(&n_kinds);
	g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func(free_examples);
	for (guint i = 0; i < n_kinds; i++)
		add_folder(lexicon, kinds[i], argv[1], kept);
	return g_test_run();
}
