/* captions.c - see the header.
 *
 * From the last piece back to the first, the best way from each on is the cheapest caption that
 * begins with it and the best way behind that. */
#include "radio/sidecars/captions.h"

#include "radio/sidecars/clock.h"

enum {
	COST_CAPTION = 6,   /* few are better than many */
	COST_EMPTY = 6,     /* of all its room, squared */
	COST_SHORT = 50,    /* less than it has to stay … */
	COST_SECOND = 1000, /* … and for each second of that */
	COST_UNEVEN = 10,   /* of lines: of the whole length */
};

/* What it costs to divide there, by OqPieceBreak; and not to. */
static const double cost_divided[] = {40, 12, 4, 0, 0, 0};
static const double cost_held[] = {0, 0, 0, 20, 60, 0};
static const double cost_line[] = {12, 5, 0, 0, 0, 0};

typedef struct {
	guint rate_hz;
	guint64 n_frames;
	const GArray *pieces;
	guint *widths; /* of all pieces before each, with the spaces before them */
} Plan;

/** From one piece on. */
typedef struct {
	double cost;
	guint end; /* the caption's, behind its last piece */
} Way;

static void
caption_clear(gpointer data)
{
	g_free(((OqCaption *)data)->text);
}

static const OqPiece *
piece_at(const Plan *plan, guint i)
{
	return &g_array_index(plan->pieces, OqPiece, i);
}

static guint *
sum_widths(const GArray *pieces)
{
	guint *widths = g_new0(guint, pieces->len + 1);

	for (guint i = 0; i < pieces->len; i++) {
		const OqPiece *piece = &g_array_index(pieces, OqPiece, i);
		widths[i + 1] = widths[i] + piece->width + piece->is_spaced;
	}
	return widths;
}

/* Of pieces in one line. */
static guint
width_of(const Plan *plan, guint start, guint end)
{
	return plan->widths[end] - plan->widths[start] - piece_at(plan, start)->is_spaced;
}

static double
line_cost(const Plan *plan, guint start, guint middle, guint end)
{
	double upper = width_of(plan, start, middle), lower = width_of(plan, middle, end);

	if (upper > OQ_PIECES_LINE || lower > OQ_PIECES_LINE)
		return G_MAXDOUBLE;
	return ABS(upper - lower) / (upper + lower) * COST_UNEVEN +
	       cost_line[piece_at(plan, middle)->before];
}

/* Where the second line begins; @end: there is one line alone; @start: there is no room. */
static guint
find_line(const Plan *plan, guint start, guint end)
{
	double least = G_MAXDOUBLE;
	guint best = start;

	if (width_of(plan, start, end) <= OQ_PIECES_LINE)
		return end;
	for (guint i = start + 1; i < end; i++) {
		double cost = line_cost(plan, start, i, end);
		if (cost < least) {
			least = cost;
			best = i;
		}
	}
	return best;
}

static void
time_caption(const Plan *plan, guint start, guint end, OqCaption *caption)
{
	gboolean is_last = end == plan->pieces->len;
	guint64 limit =
		oq_clock_ms(is_last ? plan->n_frames : piece_at(plan, end)->frame, plan->rate_hz);

	caption->start_ms = oq_clock_ms(piece_at(plan, start)->frame, plan->rate_hz);
	caption->end_ms = oq_clock_ms(piece_at(plan, end - 1)->end_frame, plan->rate_hz);
	caption->end_ms = MAX(caption->end_ms, caption->start_ms + OQ_CAPTIONS_MIN_MS);
	if (!is_last)
		limit -= MIN(limit, OQ_CAPTIONS_GAP_MS);
	caption->end_ms = MIN(caption->end_ms, limit);
}

static double
time_cost(const OqCaption *caption)
{
	double ms = (double)caption->end_ms - (double)caption->start_ms;

	if (ms >= OQ_CAPTIONS_MIN_MS)
		return 0;
	return COST_SHORT + COST_SECOND * (OQ_CAPTIONS_MIN_MS - ms) / 1000;
}

static double
room_cost(const Plan *plan, guint start, guint end)
{
	double room = 1 - width_of(plan, start, end) / (2.0 * OQ_PIECES_LINE);

	return room * room * COST_EMPTY;
}

/* The costs of the caption alone; below 0: there can be no such one, nor a longer one. */
static double
cost_of(const Plan *plan, guint start, guint end)
{
	double cost = COST_CAPTION;
	OqCaption caption;

	time_caption(plan, start, end, &caption);
	if (end > start + 1 && (find_line(plan, start, end) == start ||
				       piece_at(plan, end - 1)->before == OQ_PIECE_APART ||
				       caption.end_ms > caption.start_ms + OQ_CAPTIONS_MAX_MS))
		return -1;
	for (guint i = start + 1; i < end; i++)
		cost += cost_held[piece_at(plan, i)->before];
	if (end < plan->pieces->len)
		cost += cost_divided[piece_at(plan, end)->before];
	return cost + time_cost(&caption) + room_cost(plan, start, end);
}

static void
find_ways(const Plan *plan, Way *ways)
{
	guint n = plan->pieces->len;

	ways[n] = (Way){0, n};
	for (guint start = n; start-- > 0;) {
		ways[start].cost = G_MAXDOUBLE;
		for (guint end = start + 1; end <= n; end++) {
			double cost = cost_of(plan, start, end);
			if (cost < 0)
				break;
			if (cost + ways[end].cost < ways[start].cost)
				ways[start] = (Way){cost + ways[end].cost, end};
		}
	}
}

static void
write_lines(const Plan *plan, guint start, guint end, GString *text)
{
	guint line = find_line(plan, start, end);

	for (guint i = start; i < end; i++) {
		const OqPiece *piece = piece_at(plan, i);
		if (i == line)
			g_string_append_c(text, '\n');
		else if (i > start && piece->is_spaced)
			g_string_append_c(text, ' ');
		g_string_append(text, piece->text);
	}
}

static void
add_caption(const Plan *plan, guint start, guint end, GArray *captions)
{
	g_autoptr(GString) text = g_string_new(NULL);
	OqCaption caption;

	time_caption(plan, start, end, &caption);
	caption.end_ms = MIN(caption.end_ms, caption.start_ms + OQ_CAPTIONS_MAX_MS);
	if (caption.end_ms <= caption.start_ms)
		return;
	write_lines(plan, start, end, text);
	caption.text = g_string_free(g_steal_pointer(&text), FALSE);
	g_array_append_val(captions, caption);
}

GArray *
oq_captions_make(const OqTranscript *transcript)
{
	g_autoptr(GArray) pieces = oq_pieces_make(transcript);
	g_autofree guint *widths = sum_widths(pieces);
	const Plan plan = {transcript->rate_hz, transcript->n_frames, pieces, widths};
	g_autofree Way *ways = g_new(Way, pieces->len + 1);
	GArray *captions = g_array_new(FALSE, FALSE, sizeof(OqCaption));

	g_array_set_clear_func(captions, caption_clear);
	find_ways(&plan, ways);
	for (guint i = 0; i < pieces->len; i = ways[i].end)
		add_caption(&plan, i, ways[i].end, captions);
	return captions;
}
