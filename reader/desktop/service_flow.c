/* service_flow.c - from a text that waits to one that was heard. */
#include "desktop/service-private.h"
#include "reading/answers.h"

#include <malloc.h>

enum { KEPT_S = 60 }; /* what is over may be gone back to for so long */

static void
keep_forever(OqService *service)
{
	if (service->forgetting != 0)
		g_source_remove(service->forgetting);
	service->forgetting = 0;
}

void
oq_service_drop(OqService *service)
{
	OqPlayback *playback = oq_speaker_playback(service->speaker);

	keep_forever(service);
	if (service->is_open && playback != NULL)
		oq_playback_close(playback);
	service->is_open = service->is_current = service->is_paused = service->has_ended = FALSE;
	g_clear_pointer(&service->text, oq_service_free_text);
}

static gboolean
forget(gpointer data)
{
	OqService *service = data;

	service->forgetting = 0;
	oq_service_drop(service);
	service->parts.calls->changed(service->parts.data);
	malloc_trim(0); /* it may have been long */
	return G_SOURCE_REMOVE;
}

void
oq_service_rest(OqService *service)
{
	if (service->is_current && !service->is_paused)
		return;
	oq_held_turn_give_back(service->turn);
	oq_silence_break(service->silence);
	if (service->is_current || service->text == NULL)
		return;
	keep_forever(service);
	service->forgetting = g_timeout_add_seconds(KEPT_S, forget, service);
}

/* ---- on the way to being heard ---- */

/* (nullable): the playback, with all that has to be there before it may be heard. */
static OqPlayback *
get_ready(OqService *service)
{
	OqPlayback *playback = oq_speaker_playback(service->speaker);
	gboolean is_silent = oq_silence_wait(service->silence);

	if (playback == NULL)
		oq_speaker_prepare(service->speaker);
	return playback != NULL && oq_held_turn_take(service->turn) && is_silent ? playback : NULL;
}

static void
take_next(OqService *service)
{
	if (service->is_current || g_queue_is_empty(&service->waiting))
		return;
	oq_service_drop(service);
	service->text = g_queue_pop_head(&service->waiting);
	service->is_current = TRUE;
	service->told_word = service->told_sentence = G_MAXUINT64;
	if (service->text->id != 0)
		service->parts.calls->changed(service->parts.data);
}

void
oq_service_advance(OqService *service)
{
	take_next(service);
	gboolean reads = service->is_current && !service->is_paused;
	OqPlayback *playback = reads || service->answer != NULL ? get_ready(service) : NULL;
	if (playback == NULL)
		return;
	keep_forever(service);
	if (!service->is_open && service->is_current) {
		service->is_open = TRUE;
		oq_playback_open(playback, service->text->cursor);
	}
	if (reads)
		oq_playback_play(playback);
	if (service->answer != NULL)
		oq_playback_interject(playback, g_steal_pointer(&service->answer));
}

/* ---- while it is heard, and behind that ---- */

/* Of a phrase of ours nothing is kept, and of what has failed. */
static void
end_text(OqService *service, gboolean is_kept)
{
	OqPlayback *playback = oq_speaker_playback(service->speaker);

	if (is_kept && service->is_open && service->text->id != 0) {
		oq_playback_pause(playback);
		service->is_current = service->is_paused = FALSE;
	} else {
		oq_service_drop(service);
	}
}

void
oq_service_finish(OqService *service, OqServiceOutcome outcome, const char *why)
{
	guint id = service->text->id;

	service->has_ended = outcome == OQ_SERVICE_HEARD || outcome == OQ_SERVICE_NOTHING;
	end_text(service, outcome != OQ_SERVICE_FAILED);
	if (id != 0 || why != NULL)
		service->parts.calls->finished(id, outcome, why, service->parts.data);
	if (g_queue_is_empty(&service->waiting))
		oq_service_rest(service);
	oq_service_advance(service);
	if (id != 0)
		service->parts.calls->changed(service->parts.data);
}

/* The next one begins with a new voice and a new device. */
static void
fail(OqService *service)
{
	g_autoptr(GError) error = NULL;

	oq_playback_check(oq_speaker_playback(service->speaker), &error);
	oq_speaker_break(service->speaker);
	service->is_open = FALSE;
	if (service->is_current) {
		oq_service_finish(
			service, OQ_SERVICE_FAILED, error != NULL ? error->message : NULL);
		return;
	}
	oq_service_drop(service);
	oq_service_rest(service);
}

static void
tell_place(OqService *service, const OqPlaybackStatus *status)
{
	const OqServiceCalls *calls = service->parts.calls;
	guint id = service->text->id;

	if (status->sentence_start != service->told_sentence) {
		guint64 start = 0;
		g_autofree char *sentence =
			oq_playback_sentence(oq_speaker_playback(service->speaker), &start);
		if (sentence == NULL || start != status->sentence_start)
			return;
		service->told_sentence = start;
		calls->sentence(id, start, status->sentence_end, sentence, service->parts.data);
	}
	if (status->word_start == service->told_word)
		return;
	service->told_word = status->word_start;
	calls->word(id, status->word_start, status->word_end, service->parts.data);
}

static void
tell_lost(OqService *service, gboolean is_lost)
{
	if (is_lost && !service->is_lost)
		service->parts.calls->lost(service->parts.data);
	service->is_lost = is_lost;
}

/* A jump that did not lead where it should. */
static void
say_refusal(OqService *service, const OqPlaybackStatus *status)
{
	const char *phrase = oq_answers_refusal(status->refusal);

	if (status->n_refused == service->n_refused)
		return;
	service->n_refused = status->n_refused;
	if (phrase != NULL)
		oq_service_answer(service, phrase);
}

/* What is told may be of the text before: what holds now counts. */
void
oq_service_follow(const OqPlaybackStatus *told G_GNUC_UNUSED, gpointer data)
{
	OqService *service = data;
	OqPlayback *playback = oq_speaker_playback(service->speaker);

	if (!service->is_open || playback == NULL)
		return;
	OqPlaybackStatus status = oq_playback_status(playback);
	tell_lost(service, status.state == OQ_PLAYBACK_LOST);
	say_refusal(service, &status);
	if (status.state == OQ_PLAYBACK_FAILED)
		fail(service);
	else if (status.state == OQ_PLAYBACK_ENDED && service->is_current)
		oq_service_finish(
			service, status.n_said > 0 ? OQ_SERVICE_HEARD : OQ_SERVICE_NOTHING, NULL);
	else if (status.state == OQ_PLAYBACK_PLAYING && service->is_current && !status.in_answer &&
		 status.word_end > status.word_start && service->text->id != 0)
		tell_place(service, &status);
	if (service->is_open && !status.in_answer && service->answer == NULL)
		oq_service_rest(service);
}
