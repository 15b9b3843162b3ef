/* figures.c - see the header. */
#include "figures.h"

#include "hearing.h"

void
figures_init(Figures *figures, const char *what)
{
	figures->what = what;
	figures->frames = g_array_new(FALSE, FALSE, sizeof(gint64));
}

void
figures_clear(Figures *figures)
{
	g_array_unref(figures->frames);
}

void
figures_add(Figures *figures, gint64 n_frames)
{
	g_array_append_val(figures->frames, n_frames);
}

static gint
compare_frames(gconstpointer a, gconstpointer b)
{
	gint64 first = *(const gint64 *)a, second = *(const gint64 *)b;
	return (first > second) - (first < second);
}

static gint64
at_percent(const Figures *figures, guint percent)
{
	guint place = (figures->frames->len * percent + 99) / 100;
	return g_array_index(figures->frames, gint64, MAX(place, 1) - 1);
}

static gdouble
ms_at(const Figures *figures, guint percent)
{
	return (gdouble)at_percent(figures, percent) * 1000 / RATE_HZ;
}

gint64
figures_median(Figures *figures)
{
	g_array_sort(figures->frames, compare_frames);
	return at_percent(figures, 50);
}

void
figures_tell(Figures *figures)
{
	if (figures->frames->len == 0)
		return;
	g_array_sort(figures->frames, compare_frames);
	g_test_message("%s: %u times, %.1f ms at least, %.1f in the median, %.1f for 95 of 100, "
		       "%.1f at most",
		figures->what, figures->frames->len, ms_at(figures, 0), ms_at(figures, 50),
		ms_at(figures, 95), ms_at(figures, 100));
}

void
figures_assert(Figures *figures, gint64 limit)
{
	g_assert_cmpuint(figures->frames->len, >, 0);
	figures_tell(figures);
	g_assert_cmpint(at_percent(figures, 95), <=, limit);
}
