#include "text/examples.h"

#include "base/table.h"
#include "text_case.h"

#include <glib/gstdio.h>
#include <locale.h>

typedef struct {
	OqLexicon *lexicon;
	char *folder;
	char *path;
} Fixture;

static void
set_up(Fixture *f, gconstpointer name)
{
	f->lexicon = text_case_lexicon();
	g_autofree char *top = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	f->path = g_build_filename(top, name, NULL);
	f->folder = g_path_get_dirname(f->path);
	g_assert_cmpint(g_mkdir_with_parents(f->folder, 0700), ==, 0);
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_unlink(f->path);
	while (g_rmdir(f->folder) == 0) {
		char *above = g_path_get_dirname(f->folder);
		g_free(f->folder);
		f->folder = above;
	}
	g_free(f->folder);
	g_free(f->path);
	oq_lexicon_free(f->lexicon);
}

static GPtrArray *
load(const Fixture *f, const char *contents, const OqExampleKind **kind)
{
	g_autoptr(GError) error = NULL;
	g_assert_true(g_file_set_contents(f->path, contents, -1, NULL));
	*kind = oq_examples_kind_of(f->path);
	g_assert_nonnull(*kind);
	GPtrArray *examples = oq_examples_load(*kind, f->path, NULL, &error);
	g_assert_no_error(error);
	return examples;
}

static void
assert_read(const Fixture *f, const OqExampleKind *kind, const GPtrArray *examples, guint index,
	gboolean right, const char *expected)
{
	const OqExampleRow *example = g_ptr_array_index(examples, index);
	g_autofree char *got = oq_examples_read(f->lexicon, kind, example, NULL);
	g_assert_cmpstr(got, ==, expected);
	g_assert_cmpint(oq_examples_is_right(kind, example, got), ==, right);
}

static void
test_numbers(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const OqExampleKind *kind;
	g_autoptr(GPtrArray) examples = load(f,
		"# of kilograms\n5 кг\tбес килограмм\n!6 кг\tалты\n7\tсеміз\tжеті | жетеу\n",
		&kind);
	g_assert_cmpuint(examples->len, ==, 3);
	assert_read(f, kind, examples, 0, TRUE, "бес килограмм");
	assert_read(f, kind, examples, 1, FALSE, "алты килограмм");
	assert_read(f, kind, examples, 2, TRUE, "жеті");
	const OqExampleRow *second = g_ptr_array_index(examples, 1);
	g_assert_true(second->known_to_fail);
	g_assert_cmpstr(second->written, ==, "6 кг");
	g_assert_cmpuint(second->line, ==, 3);
	g_autoptr(GString) rules = g_string_new(NULL);
	g_free(oq_examples_read(f->lexicon, kind, second, rules));
	g_assert_nonnull(strstr(rules->str, "[unit]"));
}

static void
test_spelling(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const OqExampleKind *kind;
	g_autoptr(GPtrArray) examples = load(f, "аә\tа, ә\n", &kind);
	assert_read(f, kind, examples, 0, TRUE, "а, ә");
}

static void
test_segments(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const OqExampleKind *kind;
	g_autoptr(GPtrArray) examples =
		load(f, "Ол келді.⏎Бұл кетті.\tОл келді. | Бұл кетті.\n", &kind);
	assert_read(f, kind, examples, 0, TRUE, "Ол келді. | Бұл кетті.");
}

static void
test_prose(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const OqExampleKind *kind;
	g_autoptr(GPtrArray) examples =
		load(f, "# head\nОл келді.\nБұл кетті.\n\n!Бір\nекі.\n", &kind);
	g_assert_cmpuint(examples->len, ==, 2);
	assert_read(f, kind, examples, 0, TRUE, "Ол келді. | Бұл кетті.");
	assert_read(f, kind, examples, 1, FALSE, "Бір екі.");
}

/* In a folder of another name they are none; a file that is wrong says where. */
static void
test_wrong(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);
	g_assert_null(oq_examples_kind_of("/notes/a.tsv"));
	g_assert_null(oq_examples_kind_of("mynumbers/a.tsv"));
	g_assert_nonnull(oq_examples_kind_of("numbers/a.tsv"));
	g_assert_true(g_file_set_contents(f->path, "5 кг\tбес килограмм\n6 кг\n", -1, NULL));
	const OqExampleKind *kind = oq_examples_kind_of(f->path);
	g_assert_null(oq_examples_load(kind, f->path, NULL, &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW);
	g_autoptr(GPtrArray) examples = oq_examples_load(kind, f->path, complaints, NULL);
	g_assert_cmpuint(examples->len, ==, 1);
	g_assert_cmpuint(complaints->len, ==, 1);
}

#define ADD(name, path, test) g_test_add("/examples/" name, Fixture, path, set_up, test, tear_down)

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	ADD("numbers", "cases/numbers/a.tsv", test_numbers);
	ADD("spelling", "cases/spelling/a.tsv", test_spelling);
	ADD("segments", "segments/a.tsv", test_segments);
	ADD("prose", "sentences/a.txt", test_prose);
	ADD("wrong", "skips/notes/a.tsv", test_wrong);
	return g_test_run();
}
