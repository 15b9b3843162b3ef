#include "reading/check/sheet.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static OqSheet *
sheet_of(const char *contents, gssize n_bytes)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "a.tsv", NULL);
	g_assert_true(g_file_set_contents(path, contents, n_bytes, NULL));
	OqSheet *sheet = oq_sheet_load(path, &error);
	g_assert_no_error(error);
	g_unlink(path);
	g_rmdir(folder);
	return sheet;
}

static void
test_cells(void)
{
	g_autoptr(OqSheet) sheet = sheet_of(
		"\xef\xbb\xbf#: kind\tword\r\n# comment\r\n\r\nyear\t жыл \r\nspan\r\n\xff\tb\n",
		-1);
	g_assert_cmpuint(oq_sheet_n_rows(sheet), ==, 2);
	g_assert_cmpuint(oq_sheet_line(sheet, 0), ==, 4);
	g_assert_cmpstr(oq_sheet_named(sheet, 0, "word"), ==, "жыл");
	g_assert_cmpstr(oq_sheet_named(sheet, 0, "no"), ==, "");
	g_assert_cmpstr(oq_sheet_cell(sheet, 1, 1), ==, "");
	g_assert_cmpstr(oq_sheet_cell(sheet, 1, 9), ==, "");
	g_assert_true(oq_sheet_has(sheet, "kind"));
	g_assert_false(oq_sheet_has(sheet, "spoken"));
}

static void
test_bytes(void)
{
	g_autoptr(OqSheet) empty = sheet_of("", 0);
	g_assert_cmpuint(oq_sheet_n_rows(empty), ==, 0);
	g_autoptr(OqSheet) nul = sheet_of("a\tb\n\0c\td\n", 9);
	g_assert_cmpuint(oq_sheet_n_rows(nul), ==, 1);
	g_autoptr(GError) error = NULL;
	g_assert_null(oq_sheet_load("/nowhere/a.tsv", &error));
	g_assert_nonnull(error);
	g_assert_null(oq_sheet_load("/dev/zero", NULL));
}

static void
assert_faults(const GPtrArray *complaints, const char *const *faults)
{
	for (guint i = 0; i < complaints->len; i++) {
		g_test_message("%s", (char *)complaints->pdata[i]);
		g_assert_nonnull(faults[i]);
		g_assert_nonnull(strstr(complaints->pdata[i], faults[i]));
	}
	g_assert_null(faults[complaints->len]);
}

static void
test_letters(void)
{
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", NULL);
	g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);
	static const char *const second[] = {"a.tsv:2: “қaла”: the letter “a”",
		"a.tsv:6: “и\xcc\x86”: a letter is put together", NULL};
	static const char *const all[] = {
		"a.tsv:1: “қaла”", "a.tsv:2:", "a.tsv:3: “бөлмe”", "a.tsv:6:", NULL};
	g_autoptr(OqSheet) sheet =
		sheet_of("қaла\tқала\nқала\tқaла\nқала бөлмe\tб\n"
			 "iPhoneға\tWhatsAppты NASA\nа\t[[g'8te]]\nб\tи\xcc\x86\n",
			-1);
	oq_sheet_judge_letters(sheet, lexicon, 1, complaints);
	assert_faults(complaints, second);
	g_ptr_array_set_size(complaints, 0);
	oq_sheet_judge_letters(sheet, lexicon, 0, complaints);
	assert_faults(complaints, all);
}

static void
test_twice(void)
{
	g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);
	static const char *const faults[] = {"a.tsv:4: “а” stands in line 1", NULL};
	g_autoptr(OqSheet) sheet = sheet_of("а\tб\nб\tа\n\nа\tв\n", -1);
	oq_sheet_judge_twice(sheet, 1, complaints);
	assert_faults(complaints, faults);
	g_ptr_array_set_size(complaints, 0);
	oq_sheet_judge_twice(sheet, 3, complaints);
	g_assert_cmpuint(complaints->len, ==, 0);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/sheet/cells", test_cells);
	g_test_add_func("/sheet/bytes", test_bytes);
	g_test_add_func("/sheet/letters", test_letters);
	g_test_add_func("/sheet/twice", test_twice);
	return g_test_run();
}
