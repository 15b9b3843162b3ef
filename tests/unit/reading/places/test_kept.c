#include "reading/places/kept.h"

#include <string.h>

static GKeyFile *
parse(const char *text)
{
	g_autoptr(GError) error = NULL;
	GKeyFile *file = oq_kept_parse(text, strlen(text), &error);
	g_assert_true((file == NULL) == (error != NULL));
	if (error != NULL)
		g_assert_error(error, OQ_KEPT_ERROR, OQ_KEPT_ERROR_DAMAGED);
	return file;
}

static void
test_printed_is_parsed(void)
{
	g_autoptr(GKeyFile) file = oq_kept_new();
	gsize n_bytes;
	g_key_file_set_string(file, "g", "k", "мән");
	g_autofree char *text = oq_kept_print(file, &n_bytes);
	g_assert_cmpuint(n_bytes, ==, strlen(text));
	g_autoptr(GKeyFile) other = parse(text);
	g_autofree char *value = g_key_file_get_string(other, "g", "k", NULL);
	g_assert_cmpstr(value, ==, "мән");
}

static void
test_other_forms(void)
{
	static const char *const texts[] = {"", "[oqyrman]\n", "[oqyrman]\nversion=2\n",
		"[oqyrman]\nversion=-1\n", "[oqyrman]\nversion=one\n", "version=1\n", "\377\376",
		"[other]\nversion=1\n"};
	for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
		g_assert_null(parse(texts[i]));
	g_assert_null(oq_kept_parse(NULL, 0, NULL));
}

static void
assert_number(GKeyFile *file, const char *key, gboolean is_one, guint64 expected)
{
	g_autoptr(GError) error = NULL;
	guint64 value = 7;
	g_assert_cmpint(oq_kept_number(file, "g", key, 10, &value, &error), ==, is_one);
	g_assert_true((error == NULL) == is_one);
	if (is_one)
		g_assert_cmpuint(value, ==, expected);
}

static void
test_numbers(void)
{
	g_autoptr(GKeyFile) file = parse("[oqyrman]\nversion=1\n[g]\na=10\nb=11\nc=-1\nd=\ne=1x\n"
					 "f=18446744073709551616\n");
	assert_number(file, "a", TRUE, 10);
	assert_number(file, "none", TRUE, 7);
	static const char *const wrong[] = {"b", "c", "d", "e", "f"};
	for (guint i = 0; i < G_N_ELEMENTS(wrong); i++)
		assert_number(file, wrong[i], FALSE, 0);
}

static void
assert_line(GKeyFile *file, const char *key, gboolean is_one, const char *expected)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *value = NULL;
	g_assert_cmpint(oq_kept_line(file, "g", key, 3, &value, &error), ==, is_one);
	g_assert_true((error == NULL) == is_one);
	g_assert_cmpstr(value, ==, expected);
}

static void
test_lines(void)
{
	g_autoptr(GKeyFile) file = parse("[oqyrman]\nversion=1\n[g]\na=әәәә\nb=\\n1\\n\nc=\n"
					 "d=\\q\ne=\377\n");
	assert_line(file, "a", TRUE, "әәә");
	assert_line(file, "b", TRUE, "1");
	assert_line(file, "c", TRUE, NULL);
	assert_line(file, "none", TRUE, NULL);
	assert_line(file, "d", FALSE, NULL);
	assert_line(file, "e", FALSE, NULL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/kept/printed-is-parsed", test_printed_is_parsed);
	g_test_add_func("/kept/other-forms", test_other_forms);
	g_test_add_func("/kept/numbers", test_numbers);
	g_test_add_func("/kept/lines", test_lines);
	return g_test_run();
}
