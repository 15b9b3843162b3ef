#include "places_case.h"

/* Another program that reads the same text. */
typedef struct {
	OqPlaces *places;
	OqPlace *place;
} Reader;

static void
begin(PlacesCase *f, Reader *reader)
{
	const char *const paths[] = {"/a.txt", NULL};
	reader->places = oq_places_new(f->folder, f->notices);
	reader->place = oq_places_find(reader->places, "id", paths);
}

static void
end(Reader *reader)
{
	oq_place_free(reader->place);
	oq_places_free(reader->places);
}

static void
add(Reader *reader, guint64 at, const char *name)
{
	g_autoptr(GError) error = NULL;
	oq_places_add_bookmark(reader->places, reader->place, at, name, NULL, &error);
	g_assert_no_error(error);
}

static void
take(Reader *reader, guint64 at)
{
	g_autoptr(GError) error = NULL;
	oq_places_remove_bookmark(reader->places, reader->place, at, &error);
	g_assert_no_error(error);
}

static void
assert_kept(PlacesCase *f, const char *expected)
{
	Reader reader;
	begin(f, &reader);
	places_case_assert_bookmarks(reader.place, expected);
	end(&reader);
}

static void
test_kept(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	Reader reader;
	begin(f, &reader);
	add(&reader, 20, "екі");
	add(&reader, 10, NULL);
	add(&reader, 20, "жаңа ат");
	assert_kept(f, "10: 20:жаңа ат ");
	take(&reader, 10);
	take(&reader, 15);
	assert_kept(f, "20:жаңа ат ");
	take(&reader, 20);
	assert_kept(f, "");
	g_autofree char *path = places_case_file(f, ".bookmarks");
	g_assert_null(path);
	end(&reader);
}

static void
test_two_readers(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	Reader first, second;
	begin(f, &first);
	add(&first, 1, "a");
	add(&first, 2, "b");
	begin(f, &second);
	add(&second, 3, "c");
	take(&second, 1);
	add(&first, 4, "d");
	places_case_assert_bookmarks(first.place, "2:b 3:c 4:d ");
	assert_kept(f, "2:b 3:c 4:d ");
	places_case_assert_bookmarks(second.place, "2:b 3:c ");
	oq_places_read_bookmarks(second.places, second.place);
	places_case_assert_bookmarks(second.place, "2:b 3:c 4:d ");
	g_assert_true(oq_places_save(first.places, first.place, NULL));
	g_assert_true(oq_places_save(second.places, second.place, NULL));
	assert_kept(f, "2:b 3:c 4:d ");
	end(&first);
	end(&second);
}

/* It is there at once, and on disk when there is one. */
static void
test_kept_later(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	Reader reader;
	g_autoptr(GError) error = NULL;
	begin(f, &reader);
	g_assert_true(g_file_set_contents(f->folder, "no folder", -1, NULL));
	for (guint i = 0; i < 2; i++) {
		g_assert_false(
			oq_places_add_bookmark(reader.places, reader.place, i, "a", NULL, &error));
		g_assert_error(error, OQ_PLACES_ERROR, OQ_PLACES_ERROR_NOT_KEPT);
		g_clear_error(&error);
	}
	places_case_assert_bookmarks(reader.place, "0:a 1:a ");
	g_assert_false(oq_places_remove_bookmark(reader.places, reader.place, 0, &error));
	places_case_assert_bookmarks(reader.place, "1:a ");
	g_assert_cmpint(g_unlink(f->folder), ==, 0);
	g_assert_true(oq_places_save(reader.places, reader.place, NULL));
	assert_kept(f, "1:a ");
	end(&reader);
}

static void
test_edited(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	Reader reader;
	begin(f, &reader);
	add(&reader, 1, "a");
	g_assert_true(oq_places_save(reader.places, reader.place, NULL));
	end(&reader);
	g_autoptr(OqPlace) edited = places_case_find(f, "edited", "/a.txt");
	places_case_assert_bookmarks(edited, "1:a ");
	g_assert_true(oq_places_add_bookmark(f->places, edited, 2, "b", NULL, NULL));
	assert_kept(f, "1:a ");
	places_case_save(f, edited, 0);
	g_autoptr(OqPlace) again = places_case_find(f, "edited", "/a.txt");
	places_case_assert_bookmarks(again, "1:a 2:b ");
}

/* Also where one comes to stand where another one was. */
static void
test_moved(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	static const guint64 to[] = {20, 30, 35};
	char words[] = "сөз";
	const OqTrace trace = {NULL, words};
	g_autoptr(GError) error = NULL;
	Reader reader;
	begin(f, &reader);
	g_assert_true(oq_places_add_bookmark(reader.places, reader.place, 10, "a", &trace, &error));
	add(&reader, 20, "b");
	add(&reader, 35, "c");
	oq_places_move_bookmarks(reader.place, to);
	places_case_assert_bookmarks(reader.place, "20:a 30:b 35:c ");
	assert_kept(f, "10:a 20:b 35:c ");
	g_assert_true(oq_places_save(reader.places, reader.place, &error));
	end(&reader);
	assert_kept(f, "20:a 30:b 35:c ");
	begin(f, &reader);
	g_assert_cmpstr(oq_bookmarks_trace(reader.place->bookmarks, 20)->words, ==, "сөз");
	g_assert_null(oq_bookmarks_trace(reader.place->bookmarks, 30)->words);
	end(&reader);
}

static void
test_damaged(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	Reader reader;
	begin(f, &reader);
	add(&reader, 1, "a");
	g_assert_true(oq_places_save(reader.places, reader.place, NULL));
	end(&reader);
	g_autofree char *path = places_case_file(f, ".bookmarks");
	g_assert_true(g_file_set_contents(path, "[", -1, NULL));
	assert_kept(f, "");
	g_autofree char *aside = places_case_file(f, ".bookmarks.damaged");
	g_assert_nonnull(aside);
	g_assert_cmpuint(f->notices->len, ==, 1);
	begin(f, &reader);
	g_assert_cmpint(reader.place->found, ==, OQ_PLACE_BY_CONTENT);
	add(&reader, 2, "b");
	assert_kept(f, "2:b ");
	end(&reader);
}

/* The bookmarks are those of both also when the place is damaged. */
static void
test_damaged_place(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	Reader reader;
	begin(f, &reader);
	add(&reader, 1, "a");
	g_assert_true(oq_places_save(reader.places, reader.place, NULL));
	end(&reader);
	g_autofree char *path = places_case_file(f, ".place");
	g_assert_true(g_file_set_contents(path, "[", -1, NULL));
	assert_kept(f, "1:a ");
}

static void
test_full(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	Reader first, second;
	g_autoptr(GError) error = NULL;
	begin(f, &first);
	begin(f, &second);
	for (guint i = 0; i < OQ_BOOKMARKS_MAX; i++)
		g_assert_true(oq_bookmarks_put(first.place->bookmarks, 10 + i, "a"));
	g_assert_false(oq_places_add_bookmark(first.places, first.place, 1, "b", NULL, &error));
	g_assert_error(error, OQ_PLACES_ERROR, OQ_PLACES_ERROR_FULL);
	g_assert_nonnull(strstr(error->message, "500"));
	g_clear_error(&error);
	gsize n_bytes;
	add(&second, 10, "a");
	g_autofree char *path = places_case_file(f, ".bookmarks");
	g_autofree char *text = oq_bookmarks_print(first.place->bookmarks, &n_bytes);
	g_assert_true(g_file_set_contents(path, text, (gssize)n_bytes, NULL));
	g_assert_false(oq_places_add_bookmark(second.places, second.place, 1, "b", NULL, &error));
	g_assert_error(error, OQ_PLACES_ERROR, OQ_PLACES_ERROR_FULL);
	g_assert_cmpuint(second.place->bookmarks->len, ==, OQ_BOOKMARKS_MAX);
	take(&second, 10);
	add(&second, 1, "b");
	end(&first);
	end(&second);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	PLACES_CASE_ADD("/places-bookmarks/kept", test_kept);
	PLACES_CASE_ADD("/places-bookmarks/two-readers", test_two_readers);
	PLACES_CASE_ADD("/places-bookmarks/kept-later", test_kept_later);
	PLACES_CASE_ADD("/places-bookmarks/edited", test_edited);
	PLACES_CASE_ADD("/places-bookmarks/moved", test_moved);
	PLACES_CASE_ADD("/places-bookmarks/damaged", test_damaged);
	PLACES_CASE_ADD("/places-bookmarks/damaged-place", test_damaged_place);
	PLACES_CASE_ADD("/places-bookmarks/full", test_full);
	return g_test_run();
}
