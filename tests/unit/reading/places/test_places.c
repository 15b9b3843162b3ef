#include "places_case.h"

#include <unistd.h>

static void
assert_found(PlacesCase *f, const char *identity, const char *path, OqPlaceFound found, guint64 at)
{
	g_autoptr(OqPlace) place = places_case_find(f, identity, path);
	g_assert_cmpint(place->found, ==, found);
	g_assert_cmpuint(place->place, ==, at);
	g_assert_cmpstr(place->paths[0], ==, path);
	g_assert_cmpuint(f->notices->len, ==, 0);
}

static void
test_found(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	assert_found(f, "id", "/a.txt", OQ_PLACE_NEW, 0);
	g_assert_false(g_file_test(f->folder, G_FILE_TEST_EXISTS));
	places_case_read(f, "id", "/a.txt", 5);
	assert_found(f, "id", "/a.txt", OQ_PLACE_BY_CONTENT, 5);
	assert_found(f, "other", "/b.txt", OQ_PLACE_NEW, 0);
}

static void
test_kept_whole(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	OqStyle fast = {"", 300, 50, 100, 50, 100, 0, ""}, style = OQ_STYLE_DEFAULT;
	g_autoptr(OqPlace) place = places_case_find(f, "id", "/a.txt");
	oq_place_set_title(place, "Кітап");
	oq_place_set_style(place, OQ_PLACE_SPEED, &fast);
	place->has_ended = TRUE;
	places_case_save(f, place, 7);
	g_autoptr(OqPlace) other = places_case_find(f, "id", "/a.txt");
	oq_place_apply_style(other, &style);
	g_assert_cmpuint(style.speed_wpm, ==, 300);
	g_assert_cmpstr(other->title, ==, "Кітап");
	g_assert_true(other->has_ended);
	g_assert_cmpint(other->read_at_s, >, 0);
}

static void
test_moved(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	places_case_read(f, "id", "/a.txt", 5);
	assert_found(f, "id", "/moved/b.txt", OQ_PLACE_BY_CONTENT, 5);
	places_case_read(f, "id", "/moved/b.txt", 6);
	assert_found(f, "id", "/c.txt", OQ_PLACE_BY_CONTENT, 6);
	/* what is where it was has nothing to do with it */
	assert_found(f, "new", "/a.txt", OQ_PLACE_NEW, 0);
	g_autofree char *link = places_case_file(f, ".path");
	g_assert_nonnull(link);
}

static void
test_edited(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	places_case_read(f, "id", "/a.txt", 5);
	assert_found(f, "edited", "/a.txt", OQ_PLACE_BY_PATH, 5);
	places_case_read(f, "edited", "/a.txt", 8);
	assert_found(f, "edited", "/a.txt", OQ_PLACE_BY_CONTENT, 8);
	assert_found(f, "again", "/a.txt", OQ_PLACE_BY_PATH, 8);
	/* the former text is not forgotten */
	assert_found(f, "id", "/a.txt", OQ_PLACE_BY_CONTENT, 5);
}

/* Its link is still there when its text was moved and not read since. */
static void
test_moved_link(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	places_case_read(f, "id", "/a.txt", 5);
	g_autofree char *link = places_case_file(f, ".path");
	g_autofree char *target = g_file_read_link(link, NULL);
	places_case_read(f, "id", "/b.txt", 6);
	g_assert_cmpint(symlink(target, link), ==, 0);
	assert_found(f, "new", "/a.txt", OQ_PLACE_NEW, 0);
}

static void
test_several_files(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	const char *const both[] = {"/1.txt", "/2.txt", NULL};
	const char *const other[] = {"/1.txt", "/3.txt", NULL};
	g_autoptr(OqPlace) place = oq_places_find(f->places, "id", both);
	places_case_save(f, place, G_GUINT64_CONSTANT(1) << 40);
	g_autoptr(OqPlace) edited = oq_places_find(f->places, "edited", both);
	g_assert_cmpint(edited->found, ==, OQ_PLACE_BY_PATH);
	g_assert_cmpuint(edited->place, ==, G_GUINT64_CONSTANT(1) << 40);
	g_assert_cmpstr(edited->paths[1], ==, "/2.txt");
	g_autoptr(OqPlace) third = oq_places_find(f->places, "third", other);
	g_assert_cmpint(third->found, ==, OQ_PLACE_NEW);
}

static void
test_relative_path(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *here = g_get_current_dir();
	g_autofree char *path = g_build_filename(here, "a.txt", NULL);
	g_autoptr(OqPlace) place = places_case_find(f, "id", "./b/../a.txt");
	g_assert_cmpstr(place->paths[0], ==, path);
}

/* What cannot be read again has no place. */
static void
test_no_identity(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqPlace) place = places_case_find(f, NULL, "/a.txt");
	places_case_save(f, place, 5);
	g_assert_true(oq_places_add_bookmark(f->places, place, 3, "a", NULL, NULL));
	places_case_assert_bookmarks(place, "3:a ");
	oq_places_read_bookmarks(f->places, place);
	places_case_assert_bookmarks(place, "3:a ");
	g_assert_false(g_file_test(f->folder, G_FILE_TEST_EXISTS));
}

/* "a.txt b.txt " */
static void
assert_recent(PlacesCase *f, const char *expected)
{
	g_autoptr(GString) names = g_string_new(NULL);
	g_autoptr(GPtrArray) recent = oq_places_recent(f->places, NULL);
	for (guint i = 0; i < recent->len; i++) {
		g_autofree char *name = oq_place_name(g_ptr_array_index(recent, i));
		g_string_append_printf(names, "%s ", name);
	}
	g_assert_cmpstr(names->str, ==, expected);
}

/* As if it had been read then; there is but one. */
static void
set_time(PlacesCase *f, gint64 at_s)
{
	g_autofree char *path = places_case_file(f, ".place");
	g_autofree char *text = NULL;
	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	g_autoptr(OqPlace) place = oq_place_parse(text, strlen(text), NULL);
	place->read_at_s = at_s;
	gsize n_bytes;
	g_autofree char *changed = oq_place_print(place, &n_bytes);
	g_assert_true(g_file_set_contents(path, changed, (gssize)n_bytes, NULL));
}

static void
test_recent(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	assert_recent(f, "");
	places_case_read(f, "1", "/old.txt", 1);
	set_time(f, 1000);
	places_case_read(f, "2", "/new.txt", 1);
	assert_recent(f, "new.txt old.txt ");
	places_case_read(f, "1", "/old.txt", 1);
	g_assert_cmpuint(f->notices->len, ==, 0);
}

/* Of texts that lay in the same place only the last one can be opened. */
static void
test_recent_edited(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	places_case_read(f, "1", "/a.txt", 1);
	set_time(f, 1000);
	places_case_read(f, "2", "/a.txt", 2);
	g_autoptr(GPtrArray) recent = oq_places_recent(f->places, NULL);
	g_assert_cmpuint(recent->len, ==, 1);
	const OqPlace *place = g_ptr_array_index(recent, 0);
	g_assert_cmpuint(place->place, ==, 2);
}

static void
make_text(const char *path, const char *text)
{
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void
make_garbage(const char *path)
{
	make_text(path, "\377\376garbage\n[");
}

static void
make_empty(const char *path)
{
	make_text(path, "");
}

static void
make_newer(const char *path)
{
	make_text(path, "[oqyrman]\nversion=2\n[place]\nplace=1\n");
}

static void
make_huge(const char *path)
{
	make_text(path, "");
	g_assert_cmpint(truncate(path, (off_t)1 << 40), ==, 0);
}

static void
make_folder(const char *path)
{
	g_assert_cmpint(g_mkdir(path, 0700), ==, 0);
}

static void
make_pipe(const char *path)
{
	g_assert_cmpint(mkfifo(path, 0600), ==, 0);
}

static void
make_loop(const char *path)
{
	g_autofree char *name = g_path_get_basename(path);
	g_assert_cmpint(symlink(name, path), ==, 0);
}

typedef void (*Maker)(const char *path);
static const Maker makers[] = {
	make_garbage, make_empty, make_newer, make_huge, make_folder, make_pipe, make_loop};

static void
assert_set_aside(PlacesCase *f)
{
	g_autofree char *aside = places_case_file(f, ".damaged");
	g_assert_nonnull(aside);
	g_assert_cmpuint(f->notices->len, ==, 1);
	g_assert_nonnull(strstr(g_ptr_array_index(f->notices, 0), aside));
	g_ptr_array_set_size(f->notices, 0);
	g_assert_cmpint(g_remove(aside), ==, 0);
}

static void
test_damaged(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	for (guint i = 0; i < G_N_ELEMENTS(makers); i++) {
		places_case_read(f, "id", "/a.txt", 5);
		g_autofree char *path = places_case_file(f, ".place");
		g_assert_cmpint(g_unlink(path), ==, 0);
		makers[i](path);
		g_autoptr(OqPlace) place = places_case_find(f, "id", "/a.txt");
		g_assert_cmpuint(place->place, ==, 0);
		assert_set_aside(f);
		places_case_save(f, place, 6);
		assert_found(f, "id", "/a.txt", OQ_PLACE_BY_CONTENT, 6);
		g_assert_cmpint(g_unlink(path), ==, 0);
		makers[i](path);
		assert_recent(f, "");
		assert_set_aside(f);
	}
}

/* A thousand lines about one disk that failed would be no help. */
static void
test_all_damaged(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	g_assert_cmpint(g_mkdir(f->folder, 0700), ==, 0);
	for (guint i = 0; i < 20; i++) {
		g_autofree char *path = g_strdup_printf("%s/%032x.place", f->folder, i);
		make_empty(path);
	}
	assert_recent(f, "");
	g_assert_cmpuint(f->notices->len, ==, 4);
	g_assert_cmpstr(
		g_ptr_array_index(f->notices, 3), ==, "17 more damaged files were set aside");
}

/* Neither others' files nor what was set aside are places. */
static void
test_strangers(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	static const char *const names[] = {"a.place", "0123456789abcdef0123456789abcdeg.place",
		"0123456789abcdef0123456789abcdef0.place", "0123456789abcdef0123456789abcdef",
		"0123456789abcdef0123456789abcdef.place.damaged",
		"0123456789abcdef0123456789abcdef.bookmarks", "lock"};
	places_case_read(f, "id", "/a.txt", 5);
	for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *path = g_build_filename(f->folder, names[i], NULL);
		make_garbage(path);
	}
	assert_recent(f, "a.txt ");
	g_assert_cmpuint(f->notices->len, ==, 0);
}

/* A link that leads out of the folder is not followed. */
static void
test_hostile_link(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	static const char *const targets[] = {"../x", "/dev/zero", "lock", ""};
	places_case_read(f, "id", "/a.txt", 5);
	for (guint i = 0; i < G_N_ELEMENTS(targets); i++) {
		g_autofree char *link = places_case_file(f, ".path");
		g_assert_cmpint(g_unlink(link), ==, 0);
		if (*targets[i] != '\0')
			g_assert_cmpint(symlink(targets[i], link), ==, 0);
		else
			make_folder(link);
		assert_found(f, "edited", "/a.txt", OQ_PLACE_NEW, 0);
		g_assert_cmpint(g_remove(link), ==, 0);
		make_text(link, "");
	}
	places_case_read(f, "id", "/a.txt", 5);
	assert_found(f, "edited", "/a.txt", OQ_PLACE_BY_PATH, 5);
}

/* It is told once, and again only by what was asked for. */
static void
test_not_kept(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	make_text(f->folder, "not a folder");
	g_autoptr(OqPlace) place = places_case_find(f, "id", "/a.txt");
	g_autoptr(OqPlace) other = places_case_find(f, "other", "/b.txt");
	g_assert_cmpuint(f->notices->len, ==, 0);
	g_assert_false(oq_places_save(f->places, place, &error));
	g_assert_error(error, OQ_PLACES_ERROR, OQ_PLACES_ERROR_NOT_KEPT);
	g_assert_nonnull(strstr(error->message, f->folder));
	g_clear_error(&error);
	g_assert_true(oq_places_save(f->places, place, &error));
	g_assert_true(oq_places_save(f->places, other, &error));
	g_assert_no_error(error);
	g_assert_true(oq_places_is_failing(f->places));
	g_assert_null(oq_places_recent(f->places, &error));
	g_assert_error(error, OQ_PLACES_ERROR, OQ_PLACES_ERROR_UNREADABLE);
	g_assert_nonnull(strstr(error->message, f->folder));
	g_assert_cmpint(g_unlink(f->folder), ==, 0);
	places_case_save(f, place, 5);
	assert_found(f, "id", "/a.txt", OQ_PLACE_BY_CONTENT, 5);
}

static void
test_leftovers(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	places_case_read(f, "id", "/a.txt", 5);
	g_autofree char *path = places_case_file(f, ".place");
	g_autofree char *left = g_strconcat(path, ".12345678.new", NULL);
	make_text(left, "half");
	assert_recent(f, "a.txt ");
	oq_places_free(f->places);
	g_assert_false(g_file_test(left, G_FILE_TEST_EXISTS));
	f->places = oq_places_new(f->folder, f->notices);
	assert_found(f, "id", "/a.txt", OQ_PLACE_BY_CONTENT, 5);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	PLACES_CASE_ADD("/places/found", test_found);
	PLACES_CASE_ADD("/places/kept-whole", test_kept_whole);
	PLACES_CASE_ADD("/places/moved", test_moved);
	PLACES_CASE_ADD("/places/edited", test_edited);
	PLACES_CASE_ADD("/places/moved-link", test_moved_link);
	PLACES_CASE_ADD("/places/several-files", test_several_files);
	PLACES_CASE_ADD("/places/relative-path", test_relative_path);
	PLACES_CASE_ADD("/places/no-identity", test_no_identity);
	PLACES_CASE_ADD("/places/recent", test_recent);
	PLACES_CASE_ADD("/places/recent-edited", test_recent_edited);
	PLACES_CASE_ADD("/places/damaged", test_damaged);
	PLACES_CASE_ADD("/places/all-damaged", test_all_damaged);
	PLACES_CASE_ADD("/places/strangers", test_strangers);
	PLACES_CASE_ADD("/places/hostile-link", test_hostile_link);
	PLACES_CASE_ADD("/places/not-kept", test_not_kept);
	PLACES_CASE_ADD("/places/leftovers", test_leftovers);
	return g_test_run();
}
