/* shelf FOLDER N: keeps places and bookmarks of N books there, and prints how long it takes to find
 * one and to keep where it is read, as medians. */
#include "reading/places/places.h"

#include <stdlib.h>

#define N_RUNS 501

typedef struct {
	OqPlaces *places;
	guint n_books;
} Shelf;

static OqPlace *
find(const Shelf *shelf, guint book, const char *edition)
{
	g_autofree char *identity = g_strdup_printf("book %u%s", book, edition);
	g_autofree char *path = g_strdup_printf("/home/a/кітаптар/%u/кітап-%u.txt", book % 7, book);
	const char *const paths[] = {path, NULL};
	return oq_places_find(shelf->places, identity, paths);
}

static void
save(const Shelf *shelf, OqPlace *place)
{
	g_autoptr(GError) error = NULL;
	place->place += 100;
	oq_trace_set(&place->trace, "Бүгін.",
		"Үш күннен бері астананың төрінде тұрған жауын-шашынды күн.");
	if (!oq_places_save(shelf->places, place, &error))
		g_error("%s", error->message);
}

static void
fill(const Shelf *shelf)
{
	for (guint i = 0; i < shelf->n_books; i++) {
		g_autoptr(OqPlace) place = find(shelf, i, "");
		oq_place_set_title(place, "Абай жолы");
		save(shelf, place);
		oq_places_add_bookmark(shelf->places, place, 1, "Бірінші тарау", NULL, NULL);
	}
}

static void
find_and_save(const Shelf *shelf, guint run)
{
	g_autoptr(OqPlace) place = find(shelf, run * 31 % shelf->n_books, "");
	if (place->found != OQ_PLACE_BY_CONTENT)
		g_error("it was not found");
	save(shelf, place);
}

static void
find_edited(const Shelf *shelf, guint run)
{
	g_autoptr(OqPlace) place = find(shelf, run * 31 % shelf->n_books, ", second edition");
	if (place->found != OQ_PLACE_BY_PATH)
		g_error("it was not found by its path");
}

static void
find_new(const Shelf *shelf, guint run)
{
	g_autoptr(OqPlace) place = find(shelf, shelf->n_books + run, "");
	if (place->found != OQ_PLACE_NEW)
		g_error("it was read already");
}

static void
list(const Shelf *shelf, guint run G_GNUC_UNUSED)
{
	g_autoptr(GPtrArray) recent = oq_places_recent(shelf->places, NULL);
	if (recent == NULL || recent->len != shelf->n_books)
		g_error("not all are listed");
}

static int
compare(const void *a, const void *b)
{
	gint64 first = *(const gint64 *)a, second = *(const gint64 *)b;
	return (first > second) - (first < second);
}

static void
measure(const Shelf *shelf, const char *what, void (*work)(const Shelf *shelf, guint run), guint n)
{
	g_autofree gint64 *times_us = g_new(gint64, n);
	for (guint run = 0; run < n; run++) {
		gint64 begun_us = g_get_monotonic_time();
		work(shelf, run);
		times_us[run] = g_get_monotonic_time() - begun_us;
	}
	qsort(times_us, n, sizeof *times_us, compare);
	g_print("%s, %u books: %.3f ms, at worst %.3f (%u runs)\n", what, shelf->n_books,
		(double)times_us[n / 2] / 1e3, (double)times_us[n - 1] / 1e3, n);
}

int
main(int argc, char **argv)
{
	if (argc != 3)
		g_error("usage: shelf FOLDER N");
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(OqPlaces) places = oq_places_new(argv[1], notices);
	Shelf shelf = {places, (guint)atoi(argv[2])};
	fill(&shelf);
	measure(&shelf, "find and save (target: 1)", find_and_save, N_RUNS);
	measure(&shelf, "find by the path alone", find_edited, N_RUNS);
	measure(&shelf, "find what was never read", find_new, N_RUNS);
	measure(&shelf, "list all (target: 50)", list, 21);
	return 0;
}
