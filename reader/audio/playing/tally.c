/* tally.c - see the header. */
#include "audio/playing/tally.h"

#include <stdatomic.h>

enum { N_NOTES = 512 }; /* a power of two; more than a device's buffer has periods */

typedef struct {
	guint64 taken; /* frames and silence before this note */
	guint64 frames;
	guint64 n_taken;
	guint64 n_frames;
	gint64 now_us;
	gint64 heard_us; /* when the first one is heard */
} Note;

/* As atomics, since a reader may look while a note is overwritten; it then looks again. */
typedef struct {
	_Atomic guint64 taken;
	_Atomic guint64 frames;
	_Atomic guint64 n_taken;
	_Atomic guint64 n_frames;
	_Atomic gint64 now_us;
	_Atomic gint64 heard_us;
} Cell;

struct _OqTally {
	guint rate_hz;
	atomic_size_t n_notes; /* since the tally was new */
	atomic_size_t n_before_reset;
	Cell cells[N_NOTES];
};

OqTally *
oq_tally_new(guint rate_hz)
{
	OqTally *tally = g_new0(OqTally, 1);
	tally->rate_hz = rate_hz;
	return tally;
}

void
oq_tally_free(OqTally *tally)
{
	g_free(tally);
}

void
oq_tally_reset(OqTally *tally)
{
	atomic_store(&tally->n_before_reset, atomic_load(&tally->n_notes));
}

gsize
oq_tally_n_notes(const OqTally *tally)
{
	return atomic_load(&tally->n_notes);
}

static Note
read_cell(const OqTally *tally, gsize i)
{
	const Cell *cell = &tally->cells[i % N_NOTES];
	return (Note){
		.taken = atomic_load(&cell->taken),
		.frames = atomic_load(&cell->frames),
		.n_taken = atomic_load(&cell->n_taken),
		.n_frames = atomic_load(&cell->n_frames),
		.now_us = atomic_load(&cell->now_us),
		.heard_us = atomic_load(&cell->heard_us),
	};
}

void
oq_tally_note(OqTally *tally, gsize n_frames, gsize n_taken, gint64 now_us, gint64 delay_us)
{
	gsize n = atomic_load(&tally->n_notes);
	Note last = {0};
	if (n > atomic_load(&tally->n_before_reset))
		last = read_cell(tally, n - 1);
	Cell *cell = &tally->cells[n % N_NOTES];
	atomic_store(&cell->taken, last.taken + last.n_taken);
	atomic_store(&cell->frames, last.frames + last.n_frames);
	atomic_store(&cell->n_taken, n_taken);
	atomic_store(&cell->n_frames, n_frames);
	atomic_store(&cell->now_us, now_us);
	atomic_store(&cell->heard_us, now_us + delay_us);
	atomic_store(&tally->n_notes, n + 1);
}

/* Returns FALSE when there is no such note: not yet, no more, or of before the reset. */
static gboolean
find_note(const OqTally *tally, gsize i, Note *note)
{
	if (i < atomic_load(&tally->n_before_reset) || i >= atomic_load(&tally->n_notes))
		return FALSE;
	*note = read_cell(tally, i);
	return i + N_NOTES > atomic_load(&tally->n_notes); /* else it may have been overwritten */
}

static gboolean
find_last(const OqTally *tally, gsize *place, Note *note)
{
	gsize n;
	do {
		n = atomic_load(&tally->n_notes);
		*place = n - 1;
		if (n == 0 || n <= atomic_load(&tally->n_before_reset))
			return FALSE;
	} while (!find_note(tally, n - 1, note));
	return TRUE;
}

static gint64
frames_in(const OqTally *tally, gint64 time_us)
{
	return time_us * tally->rate_hz / G_USEC_PER_SEC;
}

guint64
oq_tally_heard(const OqTally *tally, gint64 now_us)
{
	gsize place;
	Note note;
	if (!find_last(tally, &place, &note))
		return 0;
	gint64 end = (gint64)(note.taken + note.n_taken);
	gint64 passed = (gint64)note.taken + frames_in(tally, now_us - note.heard_us);
	guint64 n_passed = (guint64)CLAMP(passed, 0, end);
	while (note.taken > n_passed) {
		Note before;
		if (!find_note(tally, --place, &before))
			return note.frames;
		note = before;
	}
	return note.frames + MIN(n_passed - note.taken, note.n_frames);
}

gint64
oq_tally_when(const OqTally *tally, guint64 n_frames)
{
	gsize place;
	Note note;
	if (!find_last(tally, &place, &note))
		return G_MAXINT64;
	gint64 heard_us = note.heard_us, taken = (gint64)note.taken;
	guint64 more = n_frames > note.frames + note.n_frames
			       ? note.n_taken - note.n_frames /* behind the silence */
			       : 0;
	Note before;
	while (note.frames >= n_frames && n_frames > 0 && find_note(tally, --place, &before))
		note = before;
	gint64 position = (gint64)(note.taken + n_frames + more) - (gint64)note.frames;
	return heard_us + (position - taken) * G_USEC_PER_SEC / tally->rate_hz;
}

gint64
oq_tally_last_us(const OqTally *tally)
{
	gsize place;
	Note note;
	return find_last(tally, &place, &note) ? note.now_us : 0;
}
