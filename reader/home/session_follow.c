/* session_follow.c - what is heard becomes what is shown, kept and told. */
#include "home/session-private.h"
#include "reading/answers.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
is_blank(const char *at)
{
	return g_unichar_isspace(g_utf8_get_char(at));
}

/* Words as they are written: what stands between white space. */
static guint
count_words(const char *text, const char *end)
{
	guint n_words = 0;
	gboolean in_word = FALSE;

	for (; text < end; text = g_utf8_next_char(text)) {
		n_words += !in_word && !is_blank(text);
		in_word = !is_blank(text);
	}
	return n_words;
}

/* Up to white space, without the signs before that. */
static guint64
word_length(const char *word)
{
	const char *end = word;

	for (const char *at = word; *at != '\0' && !is_blank(at);) {
		gboolean is_sign = !g_unichar_isalnum(g_utf8_get_char(at));
		at = g_utf8_next_char(at);
		if (!is_sign)
			end = at;
	}
	return (guint64)(end - word);
}

/* While an answer is heard, or after a jump in a pause, the word is the one that will be next. */
void
oq_session_hear(OqSession *session, OqHearing *hearing)
{
	const OqPlaybackStatus *status = &session->status;
	char *sentence = oq_playback_sentence(session->parts.playback, &hearing->start);

	*hearing = (OqHearing){.sentence = sentence, .start = hearing->start};
	if (sentence == NULL)
		return;
	guint64 n_bytes = strlen(sentence);
	guint64 start = status->word_start - MIN(hearing->start, status->word_start);
	guint64 end = status->word_end - MIN(hearing->start, status->word_end);

	hearing->n_words = count_words(sentence, sentence + n_bytes);
	if (end <= start && start < n_bytes)
		end = start + word_length(sentence + start);
	if (end <= start || end > n_bytes)
		return;
	hearing->word = g_strndup(sentence + start, end - start);
	hearing->word_index = count_words(sentence, sentence + start);
}

void
oq_hearing_clear(OqHearing *hearing)
{
	g_clear_pointer(&hearing->sentence, g_free);
	g_clear_pointer(&hearing->word, g_free);
}

const GArray *
oq_session_outline(OqSession *session)
{
	static const GArray none = {0};
	const GArray *outline = oq_document_outline(oq_cursor_document(session->cursor));

	return outline != NULL ? outline : &none;
}

guint
oq_session_heading_at(OqSession *session, guint64 place)
{
	const GArray *outline = oq_session_outline(session);
	guint number = 0;

	while (number < outline->len && g_array_index(outline, OqHeading, number).start <= place)
		number++;
	return number;
}

gint
oq_session_percent(OqSession *session, guint64 place)
{
	OqDocument *document = oq_cursor_document(session->cursor);

	if (oq_document_info(document).n_bytes == 0)
		return -1;
	return (gint)(oq_document_fraction(document, place) * 100);
}

void
oq_session_keep_place(OqSession *session)
{
	g_autoptr(GError) error = NULL;
	guint64 start;
	OqPlace *place = session->parts.place;

	if (place == NULL)
		return;
	oq_playback_trace(session->parts.playback, &place->trace, &start);
	guint64 at = place->trace.words != NULL ? start : session->status.word_start;
	oq_session_set_place(session, at);
	place->n_bytes = oq_document_info(oq_cursor_document(session->cursor)).n_bytes;
	place->percent = oq_session_percent(session, at);
	if (!oq_places_save(session->parts.places, place, &error))
		oq_session_answer(session, g_strdup(error->message));
}

static void
show(OqSession *session, const OqPlaybackStatus *before)
{
	const OqPlaybackStatus *status = &session->status;
	g_auto(OqHearing) hearing = {0};

	if (status->in_answer || status->word_end == status->word_start)
		return;
	if (status->sentence_start != session->shown_start) {
		oq_session_hear(session, &hearing);
		if (hearing.sentence == NULL)
			return;
		session->shown_start = status->sentence_start;
		if (!session->parts.is_quiet)
			oq_screen_sentence(session->parts.screen, hearing.sentence, hearing.start);
		oq_pace_heard(&session->pace, strlen(hearing.sentence), hearing.n_words);
		oq_session_keep_place(session);
	}
	if (status->word_start != before->word_start || status->word_end != before->word_end)
		oq_screen_word(session->parts.screen, status->word_start, status->word_end);
}

static void
tell_refusal(OqSession *session)
{
	if (session->status.n_refused == session->n_refused)
		return;
	session->n_refused = session->status.n_refused;
	session->says_step = session->says_chapter = FALSE;
	if (session->status.refusal != OQ_PLAYBACK_REFUSAL_NONE)
		oq_session_answer(session, g_strdup(oq_answers_refusal(session->status.refusal)));
}

/* A jump during a pause: the word alone would be a riddle where a sentence was reached. */
static void
tell_step(OqSession *session)
{
	g_auto(OqHearing) hearing = {0};

	if (!session->says_step || session->status.in_answer ||
		session->status.n_jumps == session->n_jumps)
		return;
	oq_session_hear(session, &hearing);
	if (hearing.sentence == NULL || hearing.start != session->status.sentence_start)
		return;
	session->says_step = FALSE;
	session->n_jumps = session->status.n_jumps;
	const char *at = hearing.sentence + (session->status.word_start - hearing.start);

	oq_session_answer(session, g_strdup(at));
}

/* Which one it is is not heard in what it begins with. */
static void
tell_chapter(OqSession *session)
{
	guint number = oq_session_heading_at(session, session->status.word_start);

	if (!session->says_chapter || session->status.in_answer ||
		session->status.n_jumps == session->n_jumps)
		return;
	session->says_step = session->says_chapter = FALSE;
	session->n_jumps = session->status.n_jumps;
	if (number > 0)
		oq_session_answer(session,
			oq_answers_chapter(
				g_array_index(oq_session_outline(session), OqHeading, number - 1)
					.title,
				number, oq_session_outline(session)->len));
}

/* Files of a book that went away while it was read. */
static void
tell_notices(OqSession *session)
{
	g_autoptr(GPtrArray) notices =
		oq_document_take_notices(oq_cursor_document(session->cursor));

	for (guint i = 0; notices != NULL && i < notices->len; i++)
		oq_session_tell(session, g_ptr_array_index(notices, i));
}

/* What is lost may come back; until then silence without a word would be a riddle. */
static void
tell_lost(OqSession *session)
{
	gboolean is_lost = session->status.state == OQ_PLAYBACK_LOST;

	if (is_lost && !session->is_lost)
		oq_session_tell(session, _("the sound device no longer answers; waiting for it"));
	else if (!is_lost && session->is_lost)
		oq_session_answer(session, g_strdup(_("the sound is back")));
	session->is_lost = is_lost;
}

/* By what the listener chose or by the key; a dialogue, or the shell, only interrupts it, and what
 * is told of that may come late. */
static void
note_rest(OqSession *session, const OqPlaybackStatus *before)
{
	if (before->state == OQ_PLAYBACK_PLAYING && session->status.state == OQ_PLAYBACK_PAUSED &&
		session->dialogue == OQ_DIALOGUE_NONE && !session->is_suspended &&
		oq_playback_status(session->parts.playback).state == OQ_PLAYBACK_PAUSED)
		oq_session_drop_sleep(session);
}

void
oq_session_follow(const OqPlaybackStatus *status, gpointer data)
{
	OqSession *session = data;
	OqPlaybackStatus before = session->status;

	session->status = *status;
	tell_notices(session);
	oq_session_end_search(session);
	tell_refusal(session);
	tell_lost(session);
	note_rest(session, &before);
	tell_chapter(session);
	tell_step(session);
	show(session, &before);
	oq_session_follow_leave(session);
	oq_session_tell_desktop(session);
	session->has_ended |=
		status->state == OQ_PLAYBACK_ENDED || status->state == OQ_PLAYBACK_FAILED;
}
