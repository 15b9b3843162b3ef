/* speeds.c - see the header. */
#include "speech/espeak/speeds.h"

#include "base/rows.h"
#include "speech/score/pauses.h"

#include <glib/gi18n.h>
#include <math.h>

#define MAX_RATE    4000
#define MINUTE_MS   60000.0
#define MAX_STRETCH 0.25

typedef struct {
	double rate;       /* eSpeak's */
	double speech_wpm; /* without pauses */
} Point;

enum { OWN, STOCK, N_VOICES, PAUSE = N_VOICES };
static const char *const kinds[] = {[OWN] = "own", [STOCK] = "stock", [PAUSE] = "pause", NULL};

enum { RATE = 1, SPEECH_WPM, PAUSE_MS };
static const char *const columns[] = {"kind", "rate", "speech_wpm", "pause_ms", NULL};

struct _OqSpeeds {
	GArray *points[N_VOICES]; /* of Point, ascending in both members */
	double pause_ms;          /* a word's share, at OQ_SPEED_NORMAL_WPM; 0: unknown */
};

static gboolean
add_point(GArray *points, const OqRow *row, GError **error)
{
	const Point *last = points->len > 0 ? &g_array_index(points, Point, points->len - 1) : NULL;
	Point point;

	if (!oq_row_decimal(row, RATE, MAX_RATE, &point.rate, error) ||
		!oq_row_decimal(row, SPEECH_WPM, MAX_RATE, &point.speech_wpm, error))
		return FALSE;
	if (last != NULL && (point.rate <= last->rate || point.speech_wpm <= last->speech_wpm))
		return oq_row_refuse(row, error,
			_("“rate” and “speech_wpm” must be higher than in the row before"));
	g_array_append_val(points, point);
	return TRUE;
}

static gboolean
add_row(gpointer into, const OqRow *row, GError **error)
{
	OqSpeeds *speeds = into;

	if (row->kind == PAUSE)
		return oq_row_decimal(row, PAUSE_MS, MINUTE_MS / 10, &speeds->pause_ms, error);
	return add_point(speeds->points[row->kind], row, error);
}

OqSpeeds *
oq_speeds_load(const char *path, GError **error)
{
	static const OqRows rows = {columns, 1, kinds, N_VOICES, add_row};
	g_autoptr(OqSpeeds) speeds = g_new0(OqSpeeds, 1);

	for (guint i = 0; i < N_VOICES; i++)
		speeds->points[i] = g_array_new(FALSE, FALSE, sizeof(Point));
	if (!oq_rows_load(path, &rows, speeds, error))
		return NULL;
	if (speeds->points[OWN]->len < 2 || speeds->points[STOCK]->len < 2) {
		g_set_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW,
			_("%s: own and stock must each have two rows or more"), path);
		return NULL;
	}
	return g_steal_pointer(&speeds);
}

void
oq_speeds_free(OqSpeeds *speeds)
{
	if (speeds == NULL)
		return;
	for (guint i = 0; i < N_VOICES; i++)
		g_array_unref(speeds->points[i]);
	g_free(speeds);
}

/* The upper of the two rows between which the value lies; the table's ends hold. */
static const Point *
upper(const GArray *points, gboolean by_rate, double value)
{
	const Point *point = &g_array_index(points, Point, 1);
	const Point *last = &g_array_index(points, Point, points->len - 1);

	while (point < last && (by_rate ? point->rate : point->speech_wpm) < value)
		point++;
	return point;
}

static guint
rate_of(const GArray *points, double speech_wpm)
{
	const Point *high = upper(points, FALSE, speech_wpm), *low = high - 1;
	double part = (speech_wpm - low->speech_wpm) / (high->speech_wpm - low->speech_wpm);

	return (guint)lround(low->rate + CLAMP(part, 0, 1) * (high->rate - low->rate));
}

static double
speech_wpm_of(const GArray *points, guint rate)
{
	const Point *high = upper(points, TRUE, rate), *low = high - 1;
	double part = (rate - low->rate) / (high->rate - low->rate);

	return low->speech_wpm + part * (high->speech_wpm - low->speech_wpm);
}

OqPace
oq_speeds_pace(const OqSpeeds *speeds, guint speed_wpm, guint pauses_percent, gboolean is_stock)
{
	const GArray *points = speeds->points[is_stock ? STOCK : OWN];
	guint permille = oq_pauses_permille(speed_wpm, pauses_percent);
	double word_ms = MINUTE_MS / speed_wpm;
	double pause_ms = speeds->pause_ms * permille / 1000;
	/* pauses that leave no time to speak: as fast as can be */
	guint rate = rate_of(points, MINUTE_MS / MAX(word_ms - pause_ms, 1));
	double left_ms = word_ms - MINUTE_MS / speech_wpm_of(points, rate);
	double stretch =
		pause_ms > 0 ? CLAMP(left_ms / pause_ms, 1 - MAX_STRETCH, 1 + MAX_STRETCH) : 1;

	return (OqPace){rate, (guint)lround(permille * stretch)};
}
