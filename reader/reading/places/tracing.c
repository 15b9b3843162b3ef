/* tracing.c - see the header.
 *
 * The text is gathered as a line, with the places where it leaves out bytes of the original. */
#include "reading/places/tracing.h"

#include "base/line.h"

#include <string.h>

enum {
	CHUNK_BYTES = 1 << 18, /* that are looked through at once */
	MIN_SIDE = 8,          /* characters, of what is looked for beside a better clue … */
	MIN_PART = 16,         /* … and of what is half of it */
	MAX_CLUES = 6,
};

#define NOWHERE G_MAXUINT64

/** What is looked for. */
typedef struct {
	char *text;
	gsize n_bytes;
	gsize offset; /* of the place in it */
	OqTraced traced;
	guint64 place; /* the nearest one; NOWHERE */
} Clue;

/** From there on, up to the next one, a byte of the line is one of the text. */
typedef struct {
	gsize at;
	guint64 position;
} Spot;

struct _OqTracing {
	guint64 near;
	Clue clues[MAX_CLUES]; /* the best one first */
	guint n_clues;
	gsize longest;
	GString *line;
	GArray *spots;
	guint64 end; /* of what was given */
	gboolean has_blank;
};

/* @text: (transfer full) (nullable) */
static void
add_clue(OqTracing *tracing, char *text, gsize offset, OqTraced traced)
{
	glong min_characters = tracing->n_clues == 0      ? 1
			       : traced == OQ_TRACED_PART ? MIN_PART
							  : MIN_SIDE;
	if (text == NULL || g_utf8_strlen(text, -1) < min_characters) {
		g_free(text);
		return;
	}
	Clue clue = {text, strlen(text), offset, traced, NOWHERE};
	if (tracing->n_clues == 0)
		clue.traced = OQ_TRACED_WHOLE;
	tracing->clues[tracing->n_clues++] = clue;
	tracing->longest = MAX(tracing->longest, clue.n_bytes);
}

static const char *
middle_of(const char *text)
{
	return g_utf8_offset_to_pointer(text, g_utf8_strlen(text, -1) / 2);
}

static void
add_halves(OqTracing *tracing, const char *before, const char *words)
{
	const char *middle = words != NULL ? middle_of(words) : NULL;
	const char *late = before != NULL ? middle_of(before) : NULL;
	if (words != NULL)
		add_clue(tracing, g_strndup(words, (gsize)(middle - words)), 0, OQ_TRACED_PART);
	if (before != NULL)
		add_clue(tracing, g_strdup(late), strlen(late), OQ_TRACED_PART);
	if (words != NULL)
		add_clue(tracing, g_strdup(middle), 0, OQ_TRACED_PART);
}

OqTracing *
oq_tracing_new(const OqTrace *trace, guint64 near)
{
	OqTracing *tracing = g_new0(OqTracing, 1);
	const char *before = trace->before, *words = trace->words;
	gsize n_before = before != NULL ? strlen(before) : 0;
	tracing->near = near;
	tracing->line = g_string_new(NULL);
	tracing->spots = g_array_new(FALSE, FALSE, sizeof(Spot));
	if (before != NULL && words != NULL)
		add_clue(tracing, g_strjoin(" ", before, words, NULL), n_before + 1,
			OQ_TRACED_WHOLE);
	add_clue(tracing, g_strdup(words), 0, OQ_TRACED_SIDE);
	add_clue(tracing, g_strdup(before), n_before, OQ_TRACED_SIDE);
	add_halves(tracing, before, words);
	return tracing;
}

void
oq_tracing_free(OqTracing *tracing)
{
	if (tracing == NULL)
		return;
	for (guint i = 0; i < tracing->n_clues; i++)
		g_free(tracing->clues[i].text);
	g_string_free(tracing->line, TRUE);
	g_array_unref(tracing->spots);
	g_free(tracing);
}

/* Of a byte of the line: that of the last spot before it. */
static guint64
position_of(const OqTracing *tracing, gsize at)
{
	guint low = 0, high = tracing->spots->len;
	while (high - low > 1) {
		guint middle = low + (high - low) / 2;
		*(g_array_index(tracing->spots, Spot, middle).at <= at ? &low : &high) = middle;
	}
	const Spot *spot = &g_array_index(tracing->spots, Spot, low);
	return spot->position + (at - spot->at);
}

static guint64
distance(guint64 a, guint64 b)
{
	return a > b ? a - b : b - a;
}

/* Of the text behind a clue the blank between is no part. */
static void
take(OqTracing *tracing, Clue *clue, gsize at)
{
	const GString *line = tracing->line;
	at += clue->offset;
	if (at < line->len && line->str[at] == ' ')
		at++;
	if (at >= line->len)
		return;
	guint64 place = position_of(tracing, at);
	if (clue->place == NOWHERE ||
		distance(place, tracing->near) < distance(clue->place, tracing->near))
		clue->place = place;
}

static void
look_for(OqTracing *tracing, Clue *clue)
{
	const GString *line = tracing->line;
	const char *end = line->str + line->len;
	for (const char *p = line->str;
		(p = memmem(p, (gsize)(end - p), clue->text, clue->n_bytes)) != NULL; p++)
		take(tracing, clue, (gsize)(p - line->str));
}

/* What may be the beginning of a clue stays. */
static void
drop(OqTracing *tracing)
{
	GString *line = tracing->line;
	gsize n_kept = MIN(line->len, tracing->longest + 2);
	const Spot first = {0, position_of(tracing, line->len - n_kept)};
	GArray *spots = g_array_new(FALSE, FALSE, sizeof(Spot));
	g_array_append_val(spots, first);
	for (guint i = 0; i < tracing->spots->len; i++) {
		Spot spot = g_array_index(tracing->spots, Spot, i);
		if (spot.at <= line->len - n_kept)
			continue;
		spot.at -= line->len - n_kept;
		g_array_append_val(spots, spot);
	}
	g_array_unref(tracing->spots);
	tracing->spots = spots;
	g_string_erase(line, 0, (gssize)(line->len - n_kept));
}

static void
look(OqTracing *tracing)
{
	if (tracing->line->len == 0)
		return;
	for (guint i = 0; i < tracing->n_clues; i++)
		look_for(tracing, &tracing->clues[i]);
	drop(tracing);
}

static void
put(OqTracing *tracing, guint64 position, const char *p, gsize n_bytes)
{
	GString *line = tracing->line;
	if (tracing->has_blank && line->len > 0)
		g_string_append_c(line, ' ');
	tracing->has_blank = FALSE;
	const Spot spot = {line->len, position};
	if (tracing->spots->len == 0 || position_of(tracing, line->len) != position)
		g_array_append_val(tracing->spots, spot);
	g_string_append_len(line, p, (gssize)n_bytes);
}

void
oq_tracing_feed(OqTracing *tracing, guint64 position, const char *text, gsize n_bytes)
{
	tracing->has_blank |= position != tracing->end;
	for (const char *p = text, *next; p < text + n_bytes; p = next) {
		gunichar c = (guchar)*p < 0x80 ? (guchar)*p : g_utf8_get_char(p);
		next = g_utf8_next_char(p);
		c = oq_line_fold(c);
		if (c == ' ')
			tracing->has_blank = TRUE;
		else if (c != 0)
			put(tracing, position + (guint64)(p - text), p, (gsize)(next - p));
	}
	tracing->end = position + n_bytes;
	if (tracing->line->len >= CHUNK_BYTES)
		look(tracing);
}

gboolean
oq_tracing_is_sure(const OqTracing *tracing)
{
	const Clue *best = &tracing->clues[0];
	return tracing->n_clues > 0 && best->place != NOWHERE && tracing->end > tracing->near &&
	       tracing->end - tracing->near > distance(best->place, tracing->near);
}

OqTraced
oq_tracing_end(OqTracing *tracing, guint64 *place)
{
	look(tracing);
	for (guint i = 0; i < tracing->n_clues; i++) {
		*place = tracing->clues[i].place;
		if (*place != NOWHERE)
			return tracing->clues[i].traced;
	}
	return OQ_TRACED_NOTHING;
}
