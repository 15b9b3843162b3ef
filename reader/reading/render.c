/* render.c - see the header. */
#include "reading/render.h"

enum { SILENCE_FRAMES = 4096 };

/** An utterance that waits for its speech. */
typedef struct {
	OqUtterance utterance;
	guint first_word;
	OqBlock block;
	OqJournalDigest digest; /* with a journal, as those below */
	gboolean begins;        /* a passage */
	OqSpeech *recalled;     /* (nullable): it was said before */
} Pushed;

struct _OqRender {
	OqPool *pool;
	OqChain *chain; /* nullable, as the sink */
	OqSink *sink;
	const OqStyle *style;
	OqRenderProgress progress;
	gpointer progress_data;
	OqRenderSpeech on_speech;
	gpointer speech_data;
	OqJournal *journal; /* nullable */
	GQueue pushed;      /* of Pushed, as many as the pool has */
	GQueue spare;       /* of the same, to be filled again */
	GArray *frames;     /* of gfloat, as the sink takes them */
	gsize pending;      /* frames of the longest pause since the last sound */
	gint64 wanted;      /* of the next pause; below 0: as long as it is */
	gint64 spread;      /* frames that the pauses get besides, all together */
	guint n_spread;     /* … and how many of them share these */
	guint n_pauses;     /* that were written */
	OqRenderCount count;

	/* Of the call that is under way. */
	GCancellable *stop;
	GError *failure;
};

OqRender *
oq_render_new(OqPool *pool, OqChain *chain, OqSink *sink, const OqStyle *style)
{
	OqRender *render = g_new0(OqRender, 1);

	render->pool = pool;
	render->chain = chain;
	render->sink = sink;
	render->style = style;
	render->wanted = -1;
	render->frames = g_array_new(FALSE, FALSE, sizeof(gfloat));
	g_queue_init(&render->pushed);
	g_queue_init(&render->spare);
	return render;
}

static void
pushed_free(gpointer data)
{
	Pushed *pushed = data;

	oq_utterance_clear(&pushed->utterance);
	oq_speech_unref(pushed->recalled);
	g_free(pushed);
}

static Pushed *
take_spare(OqRender *render)
{
	Pushed *pushed = g_queue_pop_head(&render->spare);

	if (pushed == NULL) {
		pushed = g_new0(Pushed, 1);
		oq_utterance_init(&pushed->utterance);
	}
	return pushed;
}

void
oq_render_free(OqRender *render)
{
	if (render == NULL)
		return;
	g_queue_clear_full(&render->pushed, pushed_free);
	g_queue_clear_full(&render->spare, pushed_free);
	g_array_unref(render->frames);
	g_clear_error(&render->failure);
	g_free(render);
}

void
oq_render_on_progress(OqRender *render, OqRenderProgress progress, gpointer data)
{
	render->progress = progress;
	render->progress_data = data;
}

void
oq_render_on_speech(OqRender *render, OqRenderSpeech on_speech, gpointer data)
{
	render->on_speech = on_speech;
	render->speech_data = data;
}

void
oq_render_set_journal(OqRender *render, OqJournal *journal)
{
	render->journal = journal;
}

void
oq_render_set_spread(OqRender *render, gint64 n_frames, guint n_pauses)
{
	render->spread = n_frames;
	render->n_spread = n_pauses;
}

void
oq_render_set_style(OqRender *render, const OqStyle *style)
{
	render->style = style;
}

void
oq_render_set_pause(OqRender *render, guint64 n_frames)
{
	render->wanted = (gint64)n_frames;
}

static gboolean
write_frames(OqRender *render)
{
	gsize n_frames = render->frames->len / render->sink->n_channels;
	const gfloat *frames = (const gfloat *)(gpointer)render->frames->data;
	gboolean written = n_frames == 0 || oq_sink_write(render->sink, frames, n_frames,
						    render->stop, &render->failure);

	g_array_set_size(render->frames, 0);
	return written;
}

static gboolean
write_samples(OqRender *render, const gint16 *samples, gsize n_frames)
{
	render->count.n_frames += n_frames;
	if (render->sink == NULL)
		return TRUE;
	oq_chain_add(render->chain, samples, n_frames, render->frames);
	return write_frames(render);
}

/* The next pause, with its share of what is spread. */
static gsize
take_pause(OqRender *render)
{
	gint64 n = render->n_pauses, n_shares = render->n_spread, share = 0;
	gint64 wanted = render->wanted;

	render->wanted = -1;
	if (wanted >= 0)
		return (gsize)wanted;
	if (render->count.n_frames == 0 || render->pending == 0)
		return 0;
	if (n < n_shares)
		share = render->spread * (n + 1) / n_shares - render->spread * n / n_shares;
	render->n_pauses++;
	return (gsize)MAX((gint64)render->pending + share, 0);
}

static gboolean
write_silence(OqRender *render, guint64 n_frames)
{
	static const gint16 silence[SILENCE_FRAMES];

	for (guint64 left = n_frames, n; left > 0; left -= n) {
		n = MIN(left, SILENCE_FRAMES);
		if (!write_samples(render, silence, n))
			return FALSE;
	}
	return TRUE;
}

static void
tell_of_speech(OqRender *render, const Pushed *pushed, const OqSpeech *speech)
{
	const OqRendered rendered = {&pushed->utterance, pushed->first_word, pushed->block, speech,
		render->count.n_frames};

	if (render->on_speech != NULL)
		render->on_speech(&rendered, render->speech_data);
}

static gboolean
write_speech(OqRender *render, const Pushed *pushed, const OqSpeech *speech)
{
	if (speech->n_voiced > 0) {
		if (!write_silence(render, take_pause(render)))
			return FALSE;
		tell_of_speech(render, pushed, speech);
		if (!write_samples(render, speech->samples, speech->n_voiced))
			return FALSE;
		render->pending = 0;
		render->count.n_sentences++;
		render->count.end = pushed->utterance.end;
		if (render->progress != NULL)
			render->progress(&render->count, render->progress_data);
	}
	render->pending = MAX(render->pending, speech->n_frames - speech->n_voiced);
	return TRUE;
}

static gboolean
is_recalled(const OqRender *render)
{
	const Pushed *head = render->pushed.head != NULL ? render->pushed.head->data : NULL;

	return head != NULL && head->recalled != NULL;
}

/* What is said now is kept. */
static OqSpeech *
say(OqRender *render)
{
	g_autoptr(OqSpeech) speech = oq_pool_take(render->pool, render->stop, &render->failure);
	const Pushed *head = g_queue_peek_head(&render->pushed);

	if (speech == NULL || render->journal == NULL)
		return g_steal_pointer(&speech);
	if (oq_journal_add(render->journal, &head->digest, head->begins, speech, &render->failure))
		return g_steal_pointer(&speech);
	return NULL;
}

/* FALSE: there is none, or a failure. */
static gboolean
take(OqRender *render)
{
	Pushed *head = g_queue_peek_head(&render->pushed);
	g_autoptr(OqSpeech) speech =
		is_recalled(render) ? g_steal_pointer(&head->recalled) : say(render);

	if (speech == NULL)
		return FALSE;
	Pushed *pushed = g_queue_pop_head(&render->pushed);
	gboolean written = write_speech(render, pushed, speech);
	g_queue_push_head(&render->spare, pushed);
	return written;
}

/* The cursor is about to wait for a pipe; a failure is found when it has come back. */
static void
take_all(gpointer data)
{
	OqRender *render = data;

	while (render->failure == NULL && take(render))
		continue;
}

static gboolean
recall(OqRender *render, Pushed *pushed)
{
	if (render->journal == NULL)
		return TRUE;
	pushed->digest = oq_journal_digest(&pushed->utterance, pushed->first_word, render->style);
	pushed->begins = oq_pool_begins(render->pool, pushed->first_word, render->style);
	pushed->recalled = oq_journal_recall(render->journal, &pushed->digest, &render->failure);
	return render->failure == NULL;
}

/* FALSE: the text is at its end, or a failure. */
static gboolean
push(OqRender *render, OqCursor *cursor)
{
	g_autoptr(GError) failure = NULL;
	Pushed *pushed = take_spare(render);
	gboolean found = oq_cursor_next(cursor, &pushed->utterance, &failure);

	if (render->failure == NULL)
		render->failure = g_steal_pointer(&failure);
	if (!found || render->failure != NULL) {
		g_queue_push_head(&render->spare, pushed);
		return FALSE;
	}
	pushed->first_word = oq_cursor_first_word(cursor);
	pushed->block = *oq_cursor_block(cursor);
	g_queue_push_tail(&render->pushed, pushed);
	if (!recall(render, pushed))
		return FALSE;
	if (pushed->recalled == NULL)
		oq_pool_push(render->pool, &pushed->utterance, pushed->first_word, render->style);
	return TRUE;
}

gboolean
oq_render_add(OqRender *render, OqCursor *cursor, GCancellable *stop, GError **error)
{
	OqDocument *document = oq_cursor_document(cursor);
	gboolean has_more = TRUE;

	render->stop = stop;
	if (document != NULL)
		oq_document_on_wait(document, take_all, render);
	do {
		while (has_more && !is_recalled(render) && !oq_pool_is_full(render->pool))
			has_more = push(render, cursor);
	} while (render->failure == NULL && (take(render) || has_more));
	if (document != NULL)
		oq_document_on_wait(document, NULL, NULL);
	if (render->failure == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&render->failure));
	return FALSE;
}

gboolean
oq_render_finish(OqRender *render, GCancellable *stop, GError **error)
{
	gint64 n_behind = render->n_spread == 0 ? MAX(render->spread, 0) : 0;

	render->stop = stop;
	gboolean written = write_silence(render, (guint64)n_behind);
	if (written && render->sink == NULL)
		return TRUE;
	if (written)
		oq_chain_finish(render->chain, render->frames);
	if (written && write_frames(render))
		return oq_sink_finish(render->sink, stop, error);
	g_propagate_error(error, g_steal_pointer(&render->failure));
	return FALSE;
}

OqRenderCount
oq_render_count(const OqRender *render)
{
	return render->count;
}
