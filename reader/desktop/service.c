/* service.c - see the header; how it goes on by itself is in service_flow.c. */
#include "desktop/service-private.h"
#include "reading/answers.h"

#include <string.h>

enum { SILENCE_MS = 3000 }; /* so long somebody else may go on */

void
oq_service_free_text(OqServiceText *text)
{
	if (text == NULL)
		return;
	oq_cursor_free(text->cursor);
	g_free(text);
}

/* ---- what the parts tell ---- */

static void
note_ready(const GError *error, gpointer data)
{
	OqService *service = data;

	if (error == NULL) {
		oq_playback_set_style(oq_speaker_playback(service->speaker), &service->parts.style);
		oq_service_advance(service);
	} else if (service->is_current) {
		oq_service_finish(service, OQ_SERVICE_FAILED, error->message);
	}
}

static void
note_taken(const GError *error, gpointer data)
{
	OqService *service = data;

	if (error == NULL) {
		oq_service_advance(service);
		return;
	}
	g_clear_pointer(&service->answer, oq_cursor_free);
	if (service->is_current)
		oq_service_finish(service, OQ_SERVICE_FAILED, error->message);
	else
		oq_service_rest(service);
}

static void
note_asked(gpointer data)
{
	OqService *service = data;

	oq_silence_break(service->silence);
	g_clear_pointer(&service->answer, oq_cursor_free);
	if (service->is_current)
		oq_service_finish(service, OQ_SERVICE_REPLACED, NULL);
	else if (service->is_open)
		oq_service_drop(service);
}

static const OqHeldTurnCalls turn_calls = {note_taken, note_asked};

static void
note_silent(gpointer data)
{
	oq_service_advance(data);
}

OqService *
oq_service_new(const OqServiceParts *parts)
{
	OqService *service = g_new0(OqService, 1);

	service->parts = *parts;
	service->turn = oq_held_turn_new(&turn_calls, service);
	service->silence = oq_silence_new(SILENCE_MS, note_silent, service);
	service->speaker = oq_speaker_new(&(OqSpeakerParts){.reader = parts->reader,
		.open = parts->open,
		.open_data = parts->open_data,
		.changed = oq_service_follow,
		.ready = note_ready,
		.data = service});
	oq_speaker_prepare(service->speaker);
	return service;
}

static void
forget_waiting(OqService *service)
{
	g_queue_clear_full(&service->waiting, (GDestroyNotify)oq_service_free_text);
}

void
oq_service_free(OqService *service)
{
	if (service == NULL)
		return;
	oq_speaker_free(service->speaker);
	oq_held_turn_free(service->turn);
	oq_silence_free(service->silence);
	oq_service_free_text(service->text);
	forget_waiting(service);
	oq_cursor_free(service->answer);
	if (service->forgetting != 0)
		g_source_remove(service->forgetting);
	g_free(service);
}

/* ---- what is asked for ---- */

static OqServiceText *
make_text(OqService *service, const char *words, const OqServiceWish *wish)
{
	const OqReader *reader = service->parts.reader;
	OqServiceText *text = g_new0(OqServiceText, 1);

	text->wish = *wish;
	text->n_bytes = strlen(words);
	text->cursor =
		wish->spells ? oq_reader_spell(reader, words) : oq_reader_text(reader, words);
	oq_cursor_set_lang(text->cursor, wish->lang);
	return text;
}

static void
end_waiting(OqService *service, OqServiceOutcome outcome)
{
	OqServiceText *text;

	while ((text = g_queue_pop_head(&service->waiting)) != NULL) {
		service->parts.calls->finished(text->id, outcome, NULL, service->parts.data);
		oq_service_free_text(text);
	}
}

/* What waits is all in the memory. */
static gboolean
has_room(OqService *service, gsize n_bytes)
{
	for (const GList *item = service->waiting.head; item != NULL; item = item->next)
		n_bytes += ((const OqServiceText *)item->data)->n_bytes;
	return g_queue_is_empty(&service->waiting) ||
	       (service->waiting.length < OQ_SERVICE_MAX_WAITING &&
		       n_bytes <= OQ_SERVICE_MAX_WAITING_BYTES);
}

guint
oq_service_say(OqService *service, const char *words, const OqServiceWish *wish)
{
	if (wish->queues && !has_room(service, strlen(words)))
		return 0;
	OqServiceText *text = make_text(service, words, wish);
	guint id = ++service->last_id;
	text->id = id;
	if (!wish->queues)
		end_waiting(service, OQ_SERVICE_REPLACED);
	g_queue_push_tail(&service->waiting, text);
	if (!wish->queues && service->is_current)
		oq_service_finish(service, OQ_SERVICE_REPLACED, NULL);
	else
		oq_service_advance(service);
	return id;
}

void
oq_service_stop(OqService *service)
{
	g_clear_pointer(&service->answer, oq_cursor_free);
	end_waiting(service, OQ_SERVICE_STOPPED);
	if (service->is_current)
		oq_service_finish(service, OQ_SERVICE_STOPPED, NULL);
	else if (service->is_open)
		oq_playback_pause(oq_speaker_playback(service->speaker)); /* an answer */
	oq_service_rest(service);
}

static gint
compare_id(gconstpointer text, gconstpointer id)
{
	return ((const OqServiceText *)text)->id == GPOINTER_TO_UINT(id) ? 0 : 1;
}

void
oq_service_cancel(OqService *service, guint id)
{
	GList *link = g_queue_find_custom(&service->waiting, GUINT_TO_POINTER(id), compare_id);

	if (link != NULL) {
		service->parts.calls->finished(id, OQ_SERVICE_STOPPED, NULL, service->parts.data);
		oq_service_free_text(link->data);
		g_queue_delete_link(&service->waiting, link);
	} else if (service->is_current && service->text->id == id) {
		oq_service_finish(service, OQ_SERVICE_STOPPED, NULL);
	}
}

void
oq_service_pause(OqService *service)
{
	if (!service->is_current || service->is_paused)
		return;
	service->is_paused = TRUE;
	if (service->is_open)
		oq_playback_pause(oq_speaker_playback(service->speaker));
	oq_service_rest(service);
	service->parts.calls->changed(service->parts.data);
}

/* Goes on, from a pause or after it was over. */
static void
go_on(OqService *service)
{
	service->is_current = TRUE;
	service->is_paused = service->has_ended = FALSE;
	service->told_word = service->told_sentence = G_MAXUINT64;
	oq_service_advance(service);
	service->parts.calls->changed(service->parts.data);
}

gboolean
oq_service_resume(OqService *service)
{
	if (service->is_current && !service->is_paused)
		return TRUE;
	if (service->text == NULL || (!service->is_current && !service->is_open))
		return FALSE;
	if (service->has_ended)
		oq_playback_go_to(oq_speaker_playback(service->speaker), 0);
	go_on(service);
	return TRUE;
}

gboolean
oq_service_go(OqService *service, OqStep step, gint n)
{
	if (service->text == NULL || !service->is_open)
		return FALSE;
	if (!service->is_current && service->has_ended && n > 0) {
		oq_service_answer(service, oq_answers_refusal(OQ_PLAYBACK_REFUSAL_AT_END));
		return TRUE;
	}
	oq_playback_go(oq_speaker_playback(service->speaker), step, n);
	service->told_word = service->told_sentence = G_MAXUINT64;
	if (!service->is_current)
		go_on(service);
	return TRUE;
}

void
oq_service_skip(OqService *service, gint n_seconds)
{
	if (service->is_current && service->is_open)
		oq_playback_skip(oq_speaker_playback(service->speaker), n_seconds);
}

static void
speak_like(OqService *service)
{
	OqPlayback *playback = oq_speaker_playback(service->speaker);

	if (playback != NULL)
		oq_playback_set_style(playback, &service->parts.style);
	service->parts.calls->changed(service->parts.data);
}

void
oq_service_set_speed(OqService *service, guint speed_wpm)
{
	service->parts.style.speed_wpm =
		(guint16)CLAMP(speed_wpm, OQ_SPEED_MIN_WPM, OQ_SPEED_MAX_WPM);
	speak_like(service);
}

void
oq_service_set_volume(OqService *service, guint volume_percent)
{
	service->parts.style.volume_percent = (guint8)MIN(volume_percent, 100);
	speak_like(service);
}

void
oq_service_answer(OqService *service, const char *phrase)
{
	const OqServiceWish wish = {.source = -1, .lang = OQ_N_LANGS};

	if (service->is_current && !service->is_open)
		return; /* what comes is more important */
	if (service->is_open) {
		oq_cursor_free(service->answer);
		service->answer = oq_reader_text(service->parts.reader, phrase);
	} else {
		g_queue_push_tail(&service->waiting, make_text(service, phrase, &wish));
	}
	oq_service_advance(service);
}

static void
find_place(OqService *service, OqServiceStatus *status)
{
	OqDocument *document = oq_cursor_document(service->text->cursor);

	status->text = service->text->id;
	if (document == NULL)
		return;
	guint64 place = oq_playback_status(oq_speaker_playback(service->speaker)).word_start;
	guint64 n_bytes = oq_document_info(document).n_bytes;
	status->percent = (gint)(oq_document_fraction(document, place) * 100);
	status->n_bytes = n_bytes;
	status->left_bytes = n_bytes > place ? n_bytes - place : 0;
}

OqServiceStatus
oq_service_status(OqService *service)
{
	OqServiceStatus status = {.source = -1, .percent = -1};

	status.speed_wpm = service->parts.style.speed_wpm > 0
				   ? service->parts.style.speed_wpm
				   : oq_reader_speed(service->parts.reader);
	status.volume_percent = service->parts.style.volume_percent;
	if (service->text == NULL || service->text->id == 0)
		return status; /* a phrase of ours is no text */
	if (service->is_open)
		find_place(service, &status);
	if (!service->is_current)
		return status;
	status.state = service->is_paused ? OQ_SERVICE_PAUSED : OQ_SERVICE_READING;
	status.id = service->text->id;
	status.source = service->text->wish.source;
	return status;
}
