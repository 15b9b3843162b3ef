/* tape.c - see the header. */
#include "reading/playback/tape.h"

enum {
	KEPT_S = 90,       /* before what comes next, itself behind what is heard: 4 MB */
	KEPT_TAKES = 1000, /* … however short they are */
	MANY_TAKES = 100,
};

void
oq_tape_init(OqTape *tape)
{
	*tape = (OqTape){.n_pause = G_MAXUINT64};
	g_queue_init(&tape->takes);
}

static void
free_take(gpointer data)
{
	OqTake *take = data;

	oq_speech_unref(take->speech);
	g_free(take->text);
	g_free(take);
}

void
oq_tape_clear(OqTape *tape)
{
	g_queue_clear_full(&tape->takes, free_take);
	oq_tape_init(tape);
}

gboolean
oq_tape_is_empty(const OqTape *tape)
{
	return tape->takes.length == 0;
}

/* How much longer the tape is with it. */
static guint64
lengthen(OqTape *tape, const OqSpeech *speech)
{
	guint64 n_pause = speech->n_frames - speech->n_voiced, n_silent = tape->n_pause;

	if (speech->n_voiced > 0) {
		tape->n_pause = n_pause;
		return speech->n_frames;
	}
	if (n_pause <= n_silent)
		return 0;
	tape->n_pause = n_pause;
	return n_pause - n_silent;
}

static void
give_up_oldest(OqTape *tape)
{
	const OqTake *next = tape->next->data;
	guint64 n_kept = (guint64)next->speech->rate_hz * KEPT_S;

	for (;;) {
		const OqTake *oldest = tape->takes.head->data;
		gboolean is_late = oldest->end + n_kept >= next->begin;
		if (oldest == next || (is_late && tape->takes.length <= KEPT_TAKES))
			return;
		free_take(g_queue_pop_head(&tape->takes));
	}
}

void
oq_tape_add(OqTape *tape, const OqUtterance *utterance, OqSpeech *speech)
{
	OqTake *take = g_new0(OqTake, 1);

	take->start = utterance->start;
	take->text = g_strndup(utterance->text->str, utterance->text->len);
	take->follows = utterance->follows;
	take->speech = oq_speech_ref(speech);
	take->begin = tape->end;
	take->end = tape->end += lengthen(tape, speech);
	g_queue_push_tail(&tape->takes, take);
	if (tape->next == NULL)
		tape->next = tape->takes.tail;
	give_up_oldest(tape);
}

const OqTake *
oq_tape_next(const OqTape *tape)
{
	return tape->next != NULL ? tape->next->data : NULL;
}

void
oq_tape_pass(OqTape *tape)
{
	tape->next = tape->next->next;
}

gboolean
oq_tape_has_enough(const OqTape *tape, guint n_seconds)
{
	const OqTake *next = oq_tape_next(tape);

	if (next == NULL)
		return FALSE;
	return tape->end - next->begin >= (guint64)n_seconds * next->speech->rate_hz ||
	       g_list_nth(tape->next, MANY_TAKES) != NULL;
}

gboolean
oq_tape_find(const OqTape *tape, guint64 start, gsize frame, guint64 *position)
{
	for (const GList *l = tape->takes.tail; l != NULL; l = l->prev) {
		const OqTake *take = l->data;
		if (take->start != start)
			continue;
		*position = MIN(take->begin + take->n_cut + frame, take->end);
		return TRUE;
	}
	return FALSE;
}

guint64
oq_tape_begin(const OqTape *tape)
{
	const OqTake *first = tape->takes.head != NULL ? tape->takes.head->data : NULL;

	return first != NULL ? first->begin : tape->end;
}

gboolean
oq_tape_move(OqTape *tape, guint64 position)
{
	GList *at = tape->takes.head;

	if (position < oq_tape_begin(tape))
		return FALSE;
	while (at != NULL) {
		const OqTake *take = at->data;
		if (take->speech->n_voiced > 0 && take->begin + take->speech->n_voiced > position)
			break;
		at = at->next;
	}
	if (at == NULL)
		return FALSE;
	tape->next = at;
	OqTake *take = at->data;
	take->n_cut = position > take->begin ? (gsize)(position - take->begin) : 0;
	for (at = at->next; at != NULL; at = at->next)
		((OqTake *)at->data)->n_cut = 0;
	return TRUE;
}

void
oq_tape_move_to_end(OqTape *tape)
{
	tape->next = NULL;
}

guint64
oq_tape_place(const OqTape *tape)
{
	const OqTake *take = oq_tape_next(tape);
	gsize frame = take != NULL ? take->n_cut : G_MAXSIZE;

	if (take == NULL)
		take = tape->takes.tail->data;
	const OqMark *mark = oq_speech_mark_at(take->speech, frame);
	if (mark == NULL && take->speech->n_marks > 0)
		mark = take->speech->marks;
	return mark != NULL ? mark->start : take->start;
}
