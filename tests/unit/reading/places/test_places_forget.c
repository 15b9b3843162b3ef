#include "places_case.h"

static guint
n_files(PlacesCase *f)
{
	guint n = 0;
	g_autoptr(GDir) dir = g_dir_open(f->folder, 0, NULL);
	for (const char *name; (name = g_dir_read_name(dir)) != NULL;)
		n += strcmp(name, "lock") != 0 ? 1 : 0;
	return n;
}

/* The text, with a bookmark. */
static void
read_text(PlacesCase *f, const char *identity, const char *path)
{
	g_autoptr(OqPlace) place = places_case_find(f, identity, path);
	places_case_save(f, place, 5);
	g_assert_true(oq_places_add_bookmark(f->places, place, 1, "a", NULL, NULL));
}

static void
forget(PlacesCase *f, const char *identity, const char *path)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqPlace) place = places_case_find(f, identity, path);
	oq_places_forget(f->places, place, &error);
	g_assert_no_error(error);
}

static void
test_one(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	read_text(f, "1", "/a.txt");
	read_text(f, "2", "/b.txt");
	g_assert_cmpuint(n_files(f), ==, 6);
	forget(f, "1", "/a.txt");
	g_assert_cmpuint(n_files(f), ==, 3);
	g_autoptr(OqPlace) gone = places_case_find(f, "1", "/a.txt");
	g_assert_cmpint(gone->found, ==, OQ_PLACE_NEW);
	g_assert_cmpuint(gone->bookmarks->len, ==, 0);
	g_autoptr(OqPlace) other = places_case_find(f, "2", "/b.txt");
	g_assert_cmpint(other->found, ==, OQ_PLACE_BY_CONTENT);
	g_assert_cmpuint(other->bookmarks->len, ==, 1);
}

/* Else what was there before would come to light. */
static void
test_edited(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	read_text(f, "1", "/a.txt");
	read_text(f, "2", "/a.txt");
	read_text(f, "3", "/b.txt");
	forget(f, "2", "/a.txt");
	g_assert_cmpuint(n_files(f), ==, 3);
}

static void
test_from_recent(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	read_text(f, "1", "/a.txt");
	g_autoptr(GPtrArray) recent = oq_places_recent(f->places, NULL);
	g_assert_true(oq_places_forget(f->places, g_ptr_array_index(recent, 0), NULL));
	g_assert_cmpuint(n_files(f), ==, 0);
}

static void
write_file(PlacesCase *f, const char *name)
{
	g_autofree char *path = g_build_filename(f->folder, name, NULL);
	g_assert_true(g_file_set_contents(path, "x", -1, NULL));
}

static void
test_all(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	guint n_texts;
	g_autoptr(GError) error = NULL;
	g_assert_true(oq_places_forget_all(f->places, &n_texts, &error));
	g_assert_cmpuint(n_texts, ==, 0);
	read_text(f, "1", "/a.txt");
	read_text(f, "2", "/b.txt");
	write_file(f, "0123456789abcdef0123456789abcdef.place.damaged");
	write_file(f, "0123456789abcdef0123456789abcdef.place.12345678.new");
	write_file(f, "somebody-else's.place");
	g_assert_true(oq_places_forget_all(f->places, &n_texts, &error));
	g_assert_no_error(error);
	g_assert_cmpuint(n_texts, ==, 2);
	g_assert_cmpuint(n_files(f), ==, 1);
}

/* All but what cannot go. */
static void
test_not_all(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	guint n_texts;
	g_autoptr(GError) error = NULL;
	read_text(f, "1", "/a.txt");
	g_autofree char *stubborn =
		g_build_filename(f->folder, "0123456789abcdef0123456789abcdef.place.damaged", NULL);
	g_assert_cmpint(g_mkdir(stubborn, 0700), ==, 0);
	g_assert_false(oq_places_forget_all(f->places, &n_texts, &error));
	g_assert_error(error, OQ_PLACES_ERROR, OQ_PLACES_ERROR_NOT_FORGOTTEN);
	g_assert_cmpuint(n_files(f), ==, 1);
	g_assert_false(oq_places_forget_all(f->places, &n_texts, NULL));
}

static void
test_no_identity(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	read_text(f, "1", "/a.txt");
	forget(f, NULL, "/a.txt");
	g_assert_cmpuint(n_files(f), ==, 3);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	PLACES_CASE_ADD("/places-forget/one", test_one);
	PLACES_CASE_ADD("/places-forget/edited", test_edited);
	PLACES_CASE_ADD("/places-forget/from-recent", test_from_recent);
	PLACES_CASE_ADD("/places-forget/all", test_all);
	PLACES_CASE_ADD("/places-forget/not-all", test_not_all);
	PLACES_CASE_ADD("/places-forget/no-identity", test_no_identity);
	return g_test_run();
}
