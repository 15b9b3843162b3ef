/* ago.c - see the header. */
#include "reading/places/ago.h"

#include <glib/gi18n.h>

#define MINUTE_S G_GUINT64_CONSTANT(60)
#define HOUR_S   (60 * MINUTE_S)
#define DAY_S    (24 * HOUR_S)
#define WEEK_S   (7 * DAY_S)
#define MONTH_S  G_GUINT64_CONSTANT(2629746) /* on the average, as the year */
#define YEAR_S   G_GUINT64_CONSTANT(31556952)

static char *
within_weeks(guint64 ago_s)
{
	guint n_minutes = (guint)(ago_s / MINUTE_S);
	guint n_hours = (guint)(ago_s / HOUR_S);
	guint n_days = (guint)(ago_s / DAY_S);

	if (n_minutes == 0)
		return g_strdup(_("just now"));
	if (n_hours == 0)
		return g_strdup_printf(
			ngettext("%u minute ago", "%u minutes ago", n_minutes), n_minutes);
	if (n_days == 0)
		return g_strdup_printf(ngettext("%u hour ago", "%u hours ago", n_hours), n_hours);
	return g_strdup_printf(ngettext("%u day ago", "%u days ago", n_days), n_days);
}

/* No unit of which there is not at least two would be exact enough. */
static char *
longer(guint64 ago_s)
{
	guint n_weeks = (guint)MIN(ago_s / WEEK_S, G_MAXUINT);
	guint n_months = (guint)MIN(ago_s / MONTH_S, G_MAXUINT);
	guint n_years = (guint)MIN(ago_s / YEAR_S, G_MAXUINT);

	if (n_years >= 2)
		return g_strdup_printf(ngettext("%u year ago", "%u years ago", n_years), n_years);
	if (n_months >= 2)
		return g_strdup_printf(
			ngettext("%u month ago", "%u months ago", n_months), n_months);
	return g_strdup_printf(ngettext("%u week ago", "%u weeks ago", n_weeks), n_weeks);
}

char *
oq_ago_words(gint64 then_s, gint64 now_s)
{
	guint64 ago_s = now_s > then_s ? (guint64)now_s - (guint64)then_s : 0;

	return ago_s < 2 * WEEK_S ? within_weeks(ago_s) : longer(ago_s);
}
