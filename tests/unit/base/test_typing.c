#include "base/typing.h"

#include "base/table.h"

#include <glib/gstdio.h>
#include <string.h>

#define TABLE OQ_TEST_VOICES "/kk/typing.tsv"

static void
assert_same(const OqTyping *typing, const char *name, const char *typed)
{
	g_autofree char *one = oq_typing_reduce(typing, name);
	g_autofree char *other = oq_typing_reduce(typing, typed);
	g_assert_cmpstr(one, ==, other);
}

static void
test_names(void)
{
	static const struct {
		const char *name;
		const char *typed;
	} cases[] = {
		{"Айнұр", "Айнур"}, {"Айнұр", "АЙНУР"}, {"Айнұр", "Ainur"}, {"Дәурен", "даурен"},
		{"Дәурен", "DAUREN"}, {"Дәурен", "Däuren"}, {"Жаршы", "Жарши"},
		{"Жаршы", "Zharshy"}, {"Жүйрік", "Жуйрик"}, {"Жүйрік", "Жуйрык"},
		{"Жүйрік", "Jüirık"}, {"Қарапайым", "Карапайым"}, {"Қарапайым", "Qarapaiym"},
		{"Сәния", "Saniya"}, {"Айнұр", "Аи\u0306нұр"}, /* й as two signs */
	};
	g_autoptr(GError) error = NULL;
	g_autoptr(OqTyping) typing = oq_typing_load(TABLE, &error);
	g_assert_no_error(error);
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
		assert_same(typing, cases[i].name, cases[i].typed);
}

static void
test_reduced(void)
{
	g_autoptr(OqTyping) typing = oq_typing_load(TABLE, NULL);
	g_autofree char *empty = oq_typing_reduce(typing, "");
	g_autofree char *signs = oq_typing_reduce(typing, "Ш-5 zz");
	g_autofree char *longest = oq_typing_reduce(typing, "shsz");
	g_assert_cmpstr(empty, ==, "");
	g_assert_cmpstr(signs, ==, "ш-5 зз");
	g_assert_cmpstr(longest, ==, "шсз");
}

static void
test_letter(void)
{
	g_autoptr(OqTyping) typing = oq_typing_load(TABLE, NULL);
	g_assert_cmpuint(oq_typing_letter(typing, 0x049B), ==, 0x043A);
	g_assert_cmpuint(oq_typing_letter(typing, 0x0430), ==, 0x0430);
	g_assert_cmpuint(oq_typing_letter(typing, 0x044E), ==, 0x044E); /* is typed as two */
	g_assert_cmpuint(oq_typing_letter(typing, '-'), ==, '-');
}

static void
test_wrong(void)
{
	g_autoptr(GError) missing = NULL;
	g_autoptr(GError) wrong = NULL;
	g_autofree char *folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "typing.tsv", NULL);
	g_assert_null(oq_typing_load(path, &missing));
	g_assert_error(missing, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE);
	g_assert_true(g_file_set_contents(path, "#: letters\ttyped\nә\n", -1, NULL));
	g_assert_null(oq_typing_load(path, &wrong));
	g_assert_error(wrong, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW);
	g_assert_nonnull(strstr(wrong->message, "typing.tsv:2"));
	g_assert_cmpint(g_remove(path) + g_rmdir(folder), ==, 0);
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/typing/names", test_names);
	g_test_add_func("/typing/reduced", test_reduced);
	g_test_add_func("/typing/letter", test_letter);
	g_test_add_func("/typing/wrong", test_wrong);
	return g_test_run();
}
