/* places_case.h - a folder of places that is there for one test. */
#pragma once

#include "reading/places/places.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

typedef struct {
	char *root;
	char *folder; /* in it; not there yet */
	GPtrArray *notices;
	OqPlaces *places;
} PlacesCase;

static inline void
places_case_set_up(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	f->root = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	f->folder = g_build_filename(f->root, "oqyrman", NULL);
	f->notices = g_ptr_array_new_with_free_func(g_free);
	f->places = oq_places_new(f->folder, f->notices);
}

static inline void
places_case_remove(const char *path)
{
	struct stat info;
	if (lstat(path, &info) == 0 && S_ISDIR(info.st_mode)) {
		g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
		for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
			g_autofree char *inner = g_build_filename(path, name, NULL);
			places_case_remove(inner);
		}
	}
	g_assert_cmpint(g_remove(path), ==, 0);
}

static inline void
places_case_tear_down(PlacesCase *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_places_free(f->places);
	places_case_remove(f->root);
	g_ptr_array_unref(f->notices);
	g_free(f->folder);
	g_free(f->root);
}

/* A text in one file. */
static inline OqPlace *
places_case_find(PlacesCase *f, const char *identity, const char *path)
{
	const char *const paths[] = {path, NULL};
	return oq_places_find(f->places, identity, paths);
}

static inline void
places_case_save(PlacesCase *f, OqPlace *place, guint64 at)
{
	g_autoptr(GError) error = NULL;
	place->place = at;
	oq_places_save(f->places, place, &error);
	g_assert_no_error(error);
}

/* The text was read up to @at. */
static inline void
places_case_read(PlacesCase *f, const char *identity, const char *path, guint64 at)
{
	g_autoptr(OqPlace) place = places_case_find(f, identity, path);
	places_case_save(f, place, at);
}

/* The path of the only file whose name ends so. */
static inline char *
places_case_file(PlacesCase *f, const char *suffix)
{
	char *path = NULL;
	g_autoptr(GDir) dir = g_dir_open(f->folder, 0, NULL);
	for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
		if (!g_str_has_suffix(name, suffix))
			continue;
		g_assert_null(path);
		path = g_build_filename(f->folder, name, NULL);
	}
	return path;
}

/* "10:a 20:b " */
static inline void
places_case_assert_bookmarks(const OqPlace *place, const char *expected)
{
	g_autoptr(GString) all = g_string_new(NULL);
	for (guint i = 0; i < place->bookmarks->len; i++) {
		const OqBookmark *bookmark = g_ptr_array_index(place->bookmarks, i);
		g_string_append_printf(
			all, "%" G_GUINT64_FORMAT ":%s ", bookmark->place, bookmark->name);
	}
	g_assert_cmpstr(all->str, ==, expected);
}

#define PLACES_CASE_ADD(name, function)                                                            \
	g_test_add(name, PlacesCase, NULL, places_case_set_up, function, places_case_tear_down)
