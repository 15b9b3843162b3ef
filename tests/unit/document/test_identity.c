#include "document/identity.h"

#include "book_case.h"

static char *
identity_of(const BookCase *book, const char *name)
{
	g_autofree char *path = book_case_path(book, name);
	return oq_identity_of_file(path);
}

static void
assert_same(const char *a, const char *b, gboolean same)
{
	g_assert_cmpuint(strlen(a), ==, 32);
	g_assert_cmpint(strcmp(a, b) == 0, ==, same);
}

/* A text of that length. */
static GString *
make_text(gsize n_bytes)
{
	GString *text = g_string_new(NULL);
	for (guint i = 0; text->len < n_bytes; i++)
		g_string_append_printf(text, "%u ", i);
	g_string_truncate(text, n_bytes);
	return text;
}

static void
test_moved(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GString) text = make_text(300000);
	book_case_write(book, "a.txt", text->str, (gssize)text->len);
	book_case_write(book, "б/в", text->str, (gssize)text->len);
	g_autofree char *a = identity_of(book, "a.txt");
	g_autofree char *b = identity_of(book, "б/в");
	assert_same(a, b, TRUE);
}

/* A long file may grow by half, a short one is another one with each byte. */
static void
test_grown(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	static const struct {
		gsize before;
		gsize after;
		gboolean same;
	} cases[] = {{3, 4, FALSE}, {4095, 4096, FALSE}, {4096, 8191, TRUE}, {9000, 16000, TRUE},
		{9000, 16384, FALSE}, {66000, 131071, TRUE}, {140000, 262143, TRUE},
		{140000, 262144, FALSE}, {3000000, 4000000, TRUE}};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GString) text = make_text(cases[i].after);
		book_case_write(book, "1", text->str, (gssize)cases[i].before);
		g_autofree char *before = identity_of(book, "1");
		book_case_write(book, "1", text->str, (gssize)text->len);
		g_autofree char *after = identity_of(book, "1");
		assert_same(before, after, cases[i].same);
	}
}

static void
test_alike(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	static const gsize places[] = {0, 4000, 65535, 65536, 131072 + 4000};
	g_autoptr(GString) text = make_text(300000);
	book_case_write(book, "1", text->str, (gssize)text->len);
	g_autofree char *one = identity_of(book, "1");
	for (gsize i = 0; i < G_N_ELEMENTS(places); i++) {
		text->str[places[i]] = '#';
		book_case_write(book, "2", text->str, (gssize)text->len);
		g_autofree char *other = identity_of(book, "2");
		assert_same(one, other, FALSE);
	}
}

static void
test_none(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	book_case_write(book, "1", "", 0);
	g_assert_null(identity_of(book, "1"));
	g_assert_null(identity_of(book, "2"));
	g_assert_null(oq_identity_of_file(book->folder));
	g_assert_null(oq_identity_of_book(NULL, 0));
}

static char *
identity_of_book(const BookCase *book, guint n_files)
{
	g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < n_files; i++) {
		g_autofree char *name = g_strdup_printf("%u", i);
		g_ptr_array_add(paths, book_case_path(book, name));
	}
	return oq_identity_of_book((const char *const *)paths->pdata, n_files);
}

/* A chapter that is added makes no other book, one that is another does. */
static void
test_book(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	for (guint i = 0; i < 12; i++) {
		g_autofree char *name = g_strdup_printf("%u", i);
		g_autofree char *text = g_strdup_printf("Тарау %u", i);
		book_case_write(book, name, text, -1);
	}
	g_autofree char *two = identity_of_book(book, 2);
	g_autofree char *three = identity_of_book(book, 3);
	g_autofree char *four = identity_of_book(book, 4);
	g_autofree char *eight = identity_of_book(book, 8);
	g_autofree char *twelve = identity_of_book(book, 12);
	assert_same(two, three, TRUE);
	assert_same(three, four, FALSE);
	assert_same(four, eight, FALSE);
	assert_same(eight, twelve, TRUE);
	book_case_write(book, "0", "Тарау", -1);
	book_case_write(book, "1", " 0Тарау 1", -1);
	g_autofree char *shifted = identity_of_book(book, 2);
	assert_same(two, shifted, FALSE);
	book_case_write(book, "1", "", 0);
	g_assert_null(identity_of_book(book, 12));
}

#define ADD(name, function)                                                                        \
	g_test_add("/identity/" name, BookCase, NULL, book_case_set_up, function,                  \
		book_case_tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("moved", test_moved);
	ADD("grown", test_grown);
	ADD("alike", test_alike);
	ADD("none", test_none);
	ADD("book", test_book);
	return g_test_run();
}
