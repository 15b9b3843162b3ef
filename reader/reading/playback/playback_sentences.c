/* playback_sentences.c - the sentences that are queued, as they were written: see playback.h.
 * There are never more of them than the player holds, and some before. */
#include "reading/playback/playback-private.h"

#include <string.h>

enum {
	N_KEPT = 4,        /* behind which a device that is lost does not fall */
	MAX_GAP_BYTES = 8, /* white space between two sentences */
};

static void
free_sentence(gpointer data)
{
	OqPlaybackSentence *sentence = data;

	if (sentence != NULL)
		g_free(sentence->text);
	g_free(sentence);
}

void
oq_playback_clear_sentences(OqPlayback *playback)
{
	g_queue_clear_full(&playback->sentences, free_sentence);
	g_clear_pointer(&playback->left, free_sentence);
}

void
oq_playback_add_sentence(OqPlayback *playback, const OqTake *take)
{
	OqPlaybackSentence *sentence = g_new0(OqPlaybackSentence, 1);

	sentence->start = take->start;
	sentence->text = g_strdup(take->text);
	g_queue_push_tail(&playback->sentences, sentence);
}

/* -1: none of the text is heard, as when an answer is. */
static gint
find_heard(OqPlayback *playback, const OqHeard *heard)
{
	gint i = 0;

	if (!heard->has_speech || heard->speech_start == heard->speech_end)
		return -1;
	for (const GList *l = playback->sentences.head; l != NULL; l = l->next, i++) {
		const OqPlaybackSentence *sentence = l->data;
		if (sentence->start == heard->speech_start)
			return i;
	}
	return -1;
}

void
oq_playback_pass_sentences(OqPlayback *playback, const OqHeard *heard)
{
	for (gint i = find_heard(playback, heard); i > N_KEPT; i--)
		free_sentence(g_queue_pop_head(&playback->sentences));
}

void
oq_playback_leave_sentences(OqPlayback *playback, const OqHeard *heard)
{
	gint i = find_heard(playback, heard);

	if (i >= 0) {
		g_clear_pointer(&playback->left, free_sentence);
		playback->left = g_queue_pop_nth(&playback->sentences, (guint)i);
	}
	g_queue_clear_full(&playback->sentences, free_sentence);
}

gboolean
oq_playback_next_sentence(const OqPlayback *playback, guint64 *start, guint64 *end)
{
	const OqPlaybackSentence *next =
		playback->sentences.head != NULL ? playback->sentences.head->data : NULL;

	if (next == NULL)
		return FALSE;
	*start = next->start;
	*end = next->start + strlen(next->text);
	return TRUE;
}

char *
oq_playback_sentence(OqPlayback *playback, guint64 *start)
{
	oq_playback_lock(playback);
	OqHeard heard = oq_player_heard(playback->player);
	gint i = MAX(find_heard(playback, &heard), 0);
	const OqPlaybackSentence *sentence = g_queue_peek_nth(&playback->sentences, (guint)i);
	if (sentence == NULL)
		sentence = playback->left;
	char *text = sentence != NULL ? g_strdup(sentence->text) : NULL;
	*start = sentence != NULL ? sentence->start : playback->place;
	oq_playback_wake(playback);
	oq_playback_unlock(playback);
	return text;
}

static gboolean
is_next(const OqPlaybackSentence *sentence, const OqPlaybackSentence *next)
{
	guint64 end = sentence->start + strlen(sentence->text);

	return next->start >= end && next->start - end <= MAX_GAP_BYTES;
}

/* As long as one follows the other. */
static char *
text_before(const GList *at)
{
	GString *text = g_string_new(NULL);

	for (; at->prev != NULL && is_next(at->prev->data, at->data); at = at->prev) {
		const OqPlaybackSentence *sentence = at->prev->data;
		g_string_prepend_c(text, ' ');
		g_string_prepend(text, sentence->text);
	}
	return g_string_free(text, FALSE);
}

static char *
text_from(const GList *at)
{
	const OqPlaybackSentence *first = at->data;
	GString *text = g_string_new(first->text);

	for (; at->next != NULL && is_next(at->data, at->next->data); at = at->next) {
		const OqPlaybackSentence *sentence = at->next->data;
		g_string_append_c(text, ' ');
		g_string_append(text, sentence->text);
	}
	return g_string_free(text, FALSE);
}

void
oq_playback_trace(OqPlayback *playback, OqTrace *trace, guint64 *start)
{
	oq_playback_lock(playback);
	OqHeard heard = oq_player_heard(playback->player);
	gint i = MAX(find_heard(playback, &heard), 0);
	const GList *at = g_queue_peek_nth_link(&playback->sentences, (guint)i);
	const OqPlaybackSentence *sentence = at != NULL ? at->data : playback->left;
	g_autofree char *before = at != NULL ? text_before(at) : NULL;
	g_autofree char *words = at != NULL ? text_from(at) : NULL;
	const char *left = sentence != NULL ? sentence->text : NULL;
	oq_trace_set(trace, before, words != NULL ? words : left);
	*start = sentence != NULL ? sentence->start : playback->place;
	oq_playback_wake(playback);
	oq_playback_unlock(playback);
}
