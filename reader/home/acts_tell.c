/* acts_tell.c - keys that tell something, keep something, or end the reading. */
#include "home/session-private.h"
#include "reading/answers.h"

#include <glib/gi18n.h>

/* So much of a sentence names a bookmark that was given no name. */
#define NAME_WORDS 6

#define NO_WORD G_MAXUINT64

/* Once more is to hear it letter by letter. */
void
oq_act_word(OqSession *session, guint n G_GNUC_UNUSED)
{
	g_auto(OqHearing) hearing = {0};

	oq_session_hear(session, &hearing);
	if (hearing.word == NULL) {
		oq_session_answer(session, g_strdup(_("nothing was read yet")));
	} else if (session->word_asked == session->status.word_start) {
		session->word_asked = NO_WORD;
		oq_session_spell(session, hearing.word);
	} else {
		session->word_asked = session->status.word_start;
		oq_session_answer(session,
			oq_answers_word_place(hearing.word, hearing.word_index, hearing.n_words));
	}
}

/* Of several files the first one names the whole where no folder does. */
static const char *
own_title(const OqSession *session, const GArray *outline)
{
	const char *title = session->parts.title;

	return outline->len > 0 && g_strcmp0(title, g_array_index(outline, OqHeading, 0).title) == 0
		       ? NULL
		       : title;
}

void
oq_act_where(OqSession *session, guint n G_GNUC_UNUSED)
{
	guint64 place = session->status.word_start;
	OqDocument *document = oq_cursor_document(session->cursor);
	guint64 n_bytes = oq_document_info(document).n_bytes;
	const GArray *outline = oq_session_outline(session);
	guint number = oq_session_heading_at(session, place);
	OqWhere where = {.title = number > 0 ? own_title(session, outline) : session->parts.title,
		.heading = number > 0 ? g_array_index(outline, OqHeading, number - 1).title : NULL,
		.number = number,
		.n_headings = outline->len,
		.percent = oq_session_percent(session, place),
		.left_s = -1};

	if (n_bytes > 0) {
		gdouble left = 1 - oq_document_fraction(document, place);
		where.left_s = (gint64)oq_pace_seconds(&session->pace,
			(guint64)(left * (gdouble)n_bytes), oq_session_speed(session));
	}
	where.sleep_minutes = oq_sleep_timer_left_minutes(&session->sleep, g_get_monotonic_time());
	oq_session_answer(session, oq_answers_where(&where));
}

void
oq_act_help(OqSession *session, guint n G_GNUC_UNUSED)
{
	g_autofree char *help = oq_bindings_help(session->parts.bindings);

	oq_screen_answer(session->parts.screen, help);
	oq_session_answer(session, g_strdup(_("the keys are listed; F1 says them")));
}

void
oq_act_say_help(OqSession *session, guint n G_GNUC_UNUSED)
{
	oq_session_answer(session, oq_bindings_help(session->parts.bindings));
}

void
oq_act_sleep(OqSession *session, guint n G_GNUC_UNUSED)
{
	static const guint minutes[] = {15, 30, 45, 60};
	g_autoptr(OqChooser) chooser = oq_chooser_new();

	for (gsize i = 0; i < G_N_ELEMENTS(minutes); i++) {
		g_autofree char *label = g_strdup_printf(
			ngettext("%u minute", "%u minutes", minutes[i]), minutes[i]);
		oq_chooser_add(chooser, label, minutes[i]);
	}
	oq_chooser_add(chooser, _("at the end of the sentence"), OQ_SLEEP_SENTENCE);
	oq_chooser_add(chooser, _("at the end of the paragraph"), OQ_SLEEP_PARAGRAPH);
	oq_chooser_add(chooser, _("at the end of the chapter"), OQ_SLEEP_CHAPTER);
	oq_chooser_add(chooser, _("no sleep timer"), 0);
	if (session->sleep_wish != 0)
		oq_chooser_find(chooser, session->sleep_wish);
	oq_session_offer(session, OQ_DIALOGUE_SLEEP, g_steal_pointer(&chooser));
}

static char *
first_words(const char *sentence)
{
	g_auto(GStrv) words = g_strsplit_set(sentence, " \n\r\t", -1);
	GString *name = g_string_new(NULL);
	guint n_words = 0;

	for (gsize i = 0; words[i] != NULL && n_words < NAME_WORDS; i++) {
		if (*words[i] == '\0')
			continue;
		g_string_append_printf(name, "%s%s", n_words > 0 ? " " : "", words[i]);
		n_words++;
	}
	return g_string_free(name, FALSE);
}

void
oq_act_bookmark(OqSession *session, guint n G_GNUC_UNUSED)
{
	if (session->parts.place == NULL) {
		oq_session_answer(session, g_strdup(_("no bookmarks are kept for this text")));
		return;
	}
	oq_session_ask(session, OQ_DIALOGUE_BOOKMARK,
		g_strdup(_("name of the bookmark; Enter alone takes the first words")));
}

void
oq_session_add_bookmark(OqSession *session, const char *name)
{
	g_auto(OqHearing) hearing = {0};
	g_auto(OqTrace) trace = {NULL};
	g_autoptr(GError) error = NULL;
	guint64 start;

	oq_session_hear(session, &hearing);
	g_autofree char *words = first_words(hearing.sentence != NULL ? hearing.sentence : "");
	const char *label = *name != '\0' ? name : words;
	guint64 place = hearing.sentence != NULL ? hearing.start : session->status.word_start;

	oq_playback_trace(session->parts.playback, &trace, &start);
	if (oq_places_add_bookmark(session->parts.places, session->parts.place,
		    oq_session_kept_place(session, place), label, start == place ? &trace : NULL,
		    &error))
		oq_session_answer(session, g_strdup_printf(_("bookmark: %s"), label));
	else
		oq_session_answer(session, g_strdup(error->message));
}

static void
add_sleep_place(OqChooser *chooser, const OqPlace *place)
{
	if (place->sleep_place != OQ_PLACE_NONE)
		oq_chooser_add(chooser, _("where the sleep timer was set"), place->sleep_place);
}

static void
add_bookmarks(OqSession *session, OqChooser *chooser)
{
	OqPlace *place = session->parts.place;

	oq_places_read_bookmarks(session->parts.places, place);
	for (guint i = 0; i < place->bookmarks->len; i++) {
		const OqBookmark *bookmark = g_ptr_array_index(place->bookmarks, i);
		const char *name = *bookmark->name != '\0' ? bookmark->name : _("without a name");
		oq_chooser_add(chooser, name, bookmark->place);
	}
	add_sleep_place(chooser, place);
}

void
oq_act_bookmarks(OqSession *session, guint n G_GNUC_UNUSED)
{
	g_autoptr(OqChooser) chooser = oq_chooser_new();

	if (session->parts.place != NULL)
		add_bookmarks(session, chooser);
	if (oq_chooser_n_choices(chooser) == 0)
		oq_session_answer(session, g_strdup(_("there are no bookmarks in this text")));
	else
		oq_session_offer(session, OQ_DIALOGUE_BOOKMARKS, g_steal_pointer(&chooser));
}

void
oq_act_correct(OqSession *session, guint n G_GNUC_UNUSED)
{
	g_auto(OqHearing) hearing = {0};

	oq_session_hear(session, &hearing);
	if (hearing.word == NULL) {
		oq_session_answer(session, g_strdup(_("nothing was read yet")));
		return;
	}
	g_free(session->subject);
	session->subject = g_strdup(hearing.word);
	gboolean is_taught = oq_reader_is_taught(session->parts.reader, hearing.word);
	oq_session_ask(session, OQ_DIALOGUE_CORRECT,
		is_taught ? g_strdup_printf(_("how is %s said? Write it as it sounds; Enter alone "
					      "forgets what was learnt"),
				    hearing.word)
			  : g_strdup_printf(
				    _("how is %s said? Write it as it sounds"), hearing.word));
}

/* Nobody may read by the dictionary meanwhile. @said: (nullable): NULL: as before */
static gboolean
change_word(OqSession *session, const char *said, GError **error)
{
	OqPlayback *playback = session->parts.playback;
	OqReader *reader = session->parts.reader;
	guint64 place = session->status.word_start;
	gboolean is_paused = oq_playback_status(playback).state == OQ_PLAYBACK_PAUSED;

	oq_playback_close(playback);
	gboolean is_changed = said != NULL ? oq_reader_teach(reader, session->subject, said, error)
					   : oq_reader_forget(reader, session->subject, error);
	oq_playback_open(playback, session->cursor);
	if (is_paused)
		oq_playback_pause(playback);
	oq_playback_go_to(playback, place);
	return is_changed;
}

void
oq_session_teach(OqSession *session, const char *said)
{
	g_autoptr(GError) error = NULL;
	gboolean is_taught = change_word(session, said, &error);

	oq_session_answer(session,
		is_taught ? g_strdup_printf(_("learnt: %s is said %s"), session->subject, said)
			  : g_strdup(error->message));
}

void
oq_session_unteach(OqSession *session)
{
	g_autoptr(GError) error = NULL;
	gboolean is_forgotten = change_word(session, NULL, &error);

	oq_session_answer(
		session, is_forgotten ? g_strdup_printf(_("%s is said as before"), session->subject)
				      : g_strdup(error->message));
}
