/* queue.c - see the header. */
#include "audio/playing/queue.h"

#include <stdatomic.h>
#include <string.h>

enum { N_SLOTS = 1024 }; /* a power of two */

typedef struct {
	OqSpeech *speech; /* NULL: silence */
	gsize n_voiced;
	guint64 begin;
	guint64 end;
} Slot;

struct _OqQueue {
	Slot slots[N_SLOTS];
	gsize n_forgotten;
	atomic_size_t n_pushed; /* since the beginning, as all counts of slots; tells the reader */
	guint64 end;
	guint64 sound_end;
	_Atomic guint64 gap; /* set by the reader */
	/* The reader's. */
	gsize n_read;
	gsize offset; /* in the slot that is read */
};

OqQueue *
oq_queue_new(void)
{
	OqQueue *queue = g_new0(OqQueue, 1);
	atomic_init(&queue->n_pushed, 0);
	atomic_init(&queue->gap, G_MAXUINT64);
	return queue;
}

void
oq_queue_free(OqQueue *queue)
{
	if (queue == NULL)
		return;
	oq_queue_clear(queue);
	g_free(queue);
}

static const Slot *
slot_at(const OqQueue *queue, gsize place)
{
	return &queue->slots[place % N_SLOTS];
}

static gsize
n_pushed(const OqQueue *queue)
{
	return atomic_load_explicit(&queue->n_pushed, memory_order_relaxed);
}

static void
append(OqQueue *queue, OqSpeech *speech, gsize n_voiced, gsize n_frames)
{
	gsize place = n_pushed(queue);
	queue->slots[place % N_SLOTS] = (Slot){
		.speech = speech != NULL ? oq_speech_ref(speech) : NULL,
		.n_voiced = n_voiced,
		.begin = queue->end,
		.end = queue->end + n_frames,
	};
	queue->end += n_frames;
	if (n_voiced > 0)
		queue->sound_end = queue->end - n_frames + n_voiced;
	/* release: the reader sees the slot whole */
	atomic_store_explicit(&queue->n_pushed, place + 1, memory_order_release);
}

/* How many frames are missing until so many are silent behind the last sound. */
static gsize
missing_pause(const OqQueue *queue, gsize n_frames)
{
	guint64 n_silent = queue->end - queue->sound_end;
	return queue->end == 0 || n_silent >= n_frames ? 0 : n_frames - (gsize)n_silent;
}

gboolean
oq_queue_push(OqQueue *queue, OqSpeech *speech)
{
	gsize n_frames =
		speech->n_voiced > 0 ? speech->n_frames : missing_pause(queue, speech->n_frames);
	if (n_frames == 0)
		return TRUE;
	if (n_pushed(queue) - queue->n_forgotten >= N_SLOTS - 1) /* one is for pad */
		return FALSE;
	append(queue, speech, speech->n_voiced, n_frames);
	return TRUE;
}

void
oq_queue_pad(OqQueue *queue, gsize n_frames)
{
	gsize n_missing = missing_pause(queue, n_frames);
	g_return_if_fail(n_pushed(queue) - queue->n_forgotten < N_SLOTS);
	if (n_missing > 0)
		append(queue, NULL, 0, n_missing);
}

guint64
oq_queue_end(const OqQueue *queue)
{
	return queue->end;
}

guint64
oq_queue_sound_end(const OqQueue *queue, guint64 position)
{
	if (queue->sound_end <= position)
		return queue->sound_end;
	for (gsize i = n_pushed(queue); i > queue->n_forgotten; i--) {
		const Slot *slot = slot_at(queue, i - 1);
		if (slot->n_voiced > 0 && slot->begin < position)
			return MIN(position, slot->begin + slot->n_voiced);
	}
	return 0;
}

guint64
oq_queue_gap(const OqQueue *queue)
{
	return atomic_load(&queue->gap);
}

const OqSpeech *
oq_queue_find(const OqQueue *queue, guint64 position, gsize *frame)
{
	const Slot *found = NULL;
	for (gsize i = queue->n_forgotten; i < n_pushed(queue); i++) {
		const Slot *slot = slot_at(queue, i);
		if (found != NULL && slot->begin > position)
			break;
		if (slot->speech != NULL)
			found = slot;
	}
	if (found == NULL)
		return NULL;
	*frame = position > found->begin ? (gsize)(position - found->begin) : 0;
	return found->speech;
}

static guint64
next_word_in(const Slot *slot, guint64 position)
{
	for (guint i = 0; slot->speech != NULL && i < slot->speech->n_marks; i++)
		if (slot->begin + slot->speech->marks[i].frame > position)
			return slot->begin + slot->speech->marks[i].frame;
	return G_MAXUINT64;
}

guint64
oq_queue_next_word(const OqQueue *queue, guint64 position)
{
	for (gsize i = queue->n_forgotten; i < n_pushed(queue); i++) {
		const Slot *slot = slot_at(queue, i);
		guint64 begin = slot->end > position ? next_word_in(slot, position) : G_MAXUINT64;
		if (begin < G_MAXUINT64)
			return begin;
	}
	return G_MAXUINT64;
}

void
oq_queue_forget(OqQueue *queue, guint64 position)
{
	while (queue->n_forgotten < n_pushed(queue)) {
		Slot *slot = &queue->slots[queue->n_forgotten % N_SLOTS];
		if (slot->end > position)
			return;
		g_clear_pointer(&slot->speech, oq_speech_unref);
		queue->n_forgotten++;
	}
}

guint64
oq_queue_wind(OqQueue *queue, guint64 position)
{
	gsize n = n_pushed(queue), place = queue->n_forgotten;
	while (place < n && slot_at(queue, place)->end <= position)
		place++;
	queue->n_read = place;
	queue->offset = 0;
	atomic_store(&queue->gap, G_MAXUINT64);
	if (place == n)
		return queue->end;
	guint64 begin = slot_at(queue, place)->begin;
	queue->offset = position > begin ? (gsize)(position - begin) : 0;
	return begin + queue->offset;
}

void
oq_queue_clear(OqQueue *queue)
{
	oq_queue_forget(queue, G_MAXUINT64);
	queue->end = 0;
	queue->sound_end = 0;
	oq_queue_wind(queue, 0);
}

/* Copies from the slot that is read, as much as it has. */
static gsize
read_slot(OqQueue *queue, gint16 *frames, gsize n_frames)
{
	const Slot *slot = slot_at(queue, queue->n_read);
	gsize n = MIN(n_frames, (gsize)(slot->end - slot->begin) - queue->offset);
	gsize n_voiced =
		queue->offset < slot->n_voiced ? MIN(n, slot->n_voiced - queue->offset) : 0;
	if (n_voiced > 0)
		memcpy(frames, slot->speech->samples + queue->offset, n_voiced * sizeof *frames);
	memset(frames + n_voiced, 0, (n - n_voiced) * sizeof *frames);
	queue->offset += n;
	if (queue->offset == slot->end - slot->begin) {
		queue->n_read++;
		queue->offset = 0;
	}
	return n;
}

gsize
oq_queue_read(OqQueue *queue, gint16 *frames, gsize n_frames)
{
	gsize n_pushed_yet = atomic_load_explicit(&queue->n_pushed, memory_order_acquire);
	gsize n = 0;
	while (n < n_frames && queue->n_read < n_pushed_yet)
		n += read_slot(queue, frames + n, n_frames - n);
	if (n < n_frames)
		atomic_store(
			&queue->gap, n_pushed_yet > 0 ? slot_at(queue, n_pushed_yet - 1)->end : 0);
	return n;
}
