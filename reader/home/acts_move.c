/* acts_move.c - keys that go elsewhere in the text. */
#include "home/session-private.h"
#include "reading/answers.h"

#include <glib/gi18n.h>
#include <string.h>

/* Where a text shows no headings: this much of it is a page. */
#define PAGE_MINUTES 2

#define SECONDS_STEP 10

/* A jump during a pause is heard as what it reached; the pause stays. */
static void
expect_step(OqSession *session)
{
	OqPlaybackStatus status = oq_playback_status(session->parts.playback);

	session->says_step = status.state == OQ_PLAYBACK_PAUSED;
	session->says_chapter = FALSE;
	session->n_jumps = status.n_jumps;
}

static void
go(OqSession *session, OqStep step, gint n)
{
	expect_step(session);
	oq_playback_go(session->parts.playback, step, n);
}

void
oq_act_sentence_back(OqSession *session, guint n)
{
	go(session, OQ_STEP_SENTENCE, -(gint)n);
}

void
oq_act_sentence_on(OqSession *session, guint n)
{
	go(session, OQ_STEP_SENTENCE, (gint)n);
}

void
oq_act_paragraph_back(OqSession *session, guint n)
{
	go(session, OQ_STEP_BLOCK, -(gint)n);
}

void
oq_act_paragraph_on(OqSession *session, guint n)
{
	go(session, OQ_STEP_BLOCK, (gint)n);
}

static void
go_to_heading(OqSession *session, gint n)
{
	if (oq_session_outline(session)->len > 0) {
		go(session, OQ_STEP_HEADING, n);
		session->says_chapter = TRUE;
	} else {
		go(session, OQ_STEP_WORD, n * PAGE_MINUTES * (gint)oq_session_speed(session));
	}
}

void
oq_act_heading_back(OqSession *session, guint n)
{
	go_to_heading(session, -(gint)n);
}

void
oq_act_heading_on(OqSession *session, guint n)
{
	go_to_heading(session, (gint)n);
}

void
oq_act_word_back(OqSession *session, guint n)
{
	go(session, OQ_STEP_WORD, -(gint)n);
}

void
oq_act_word_on(OqSession *session, guint n)
{
	go(session, OQ_STEP_WORD, (gint)n);
}

void
oq_act_start(OqSession *session, guint n G_GNUC_UNUSED)
{
	go(session, OQ_STEP_DOCUMENT, -1);
}

void
oq_act_end(OqSession *session, guint n G_GNUC_UNUSED)
{
	go(session, OQ_STEP_DOCUMENT, 1);
}

void
oq_act_seconds_back(OqSession *session, guint n)
{
	oq_playback_skip(session->parts.playback, -SECONDS_STEP * (gint)n);
}

void
oq_act_seconds_on(OqSession *session, guint n)
{
	oq_playback_skip(session->parts.playback, SECONDS_STEP * (gint)n);
}

void
oq_act_repeat(OqSession *session, guint n G_GNUC_UNUSED)
{
	go(session, OQ_STEP_SENTENCE, 0);
}

void
oq_session_find(OqSession *session, const char *text)
{
	g_autofree char *wanted = g_strstrip(g_strdup(text));

	if (*wanted != '\0') {
		g_free(session->wanted);
		session->wanted = g_steal_pointer(&wanted);
	}
	oq_act_find_next(session, 1);
}

void
oq_act_find(OqSession *session, guint n G_GNUC_UNUSED)
{
	oq_session_ask(session, OQ_DIALOGUE_FIND, g_strdup(_("find")));
}

static void
find(OqSession *session, gint direction, gint n)
{
	if (session->wanted == NULL) {
		oq_session_answer(session, g_strdup(_("nothing was looked for yet")));
		return;
	}
	expect_step(session);
	oq_session_begin_search(session, direction * n);
}

void
oq_act_find_next(OqSession *session, guint n)
{
	find(session, 1, n);
}

void
oq_act_find_previous(OqSession *session, guint n)
{
	find(session, -1, n);
}

void
oq_act_go(OqSession *session, guint n G_GNUC_UNUSED)
{
	oq_session_ask(session, OQ_DIALOGUE_GO,
		g_strdup(_("go to: a number is a per cent, p and a number a page, h and a number a "
			   "heading")));
}

static void
go_to_percent(OqSession *session, guint64 percent)
{
	OqDocument *document = oq_cursor_document(session->cursor);

	if (oq_document_info(document).n_bytes == 0)
		oq_session_answer(session, g_strdup(_("the length of this text is not known")));
	else if (percent > 100)
		oq_session_answer(session, g_strdup(_("there are only 100 per cent")));
	else
		oq_playback_go_to(
			session->parts.playback, oq_document_at(document, (gdouble)percent / 100));
}

static void
go_to_page(OqSession *session, guint64 page)
{
	guint64 n_words = MAX(page, 1) - 1;

	n_words = MIN(n_words * PAGE_MINUTES * oq_session_speed(session), G_MAXINT);
	oq_playback_go(session->parts.playback, OQ_STEP_DOCUMENT, -1);
	oq_playback_go(session->parts.playback, OQ_STEP_WORD, (gint)n_words);
}

static void
go_to_numbered_heading(OqSession *session, guint64 number)
{
	const GArray *outline = oq_session_outline(session);

	if (outline->len == 0) {
		oq_session_answer(session, g_strdup(_("this text has no headings")));
	} else if (number == 0 || number > outline->len) {
		oq_session_answer(session,
			g_strdup_printf(ngettext("there is only %u heading",
						"there are only %u headings", outline->len),
				outline->len));
	} else {
		oq_playback_go_to(session->parts.playback,
			g_array_index(outline, OqHeading, number - 1).start);
		session->says_chapter = TRUE;
	}
}

/* The letter as it stands on the keyboard, whatever the layout. */
static gunichar
first_key(const OqSession *session, const char *text)
{
	gunichar first = g_unichar_tolower(g_utf8_get_char(text));
	gunichar key = 0;

	for (guint layout = 0; layout < OQ_N_LAYOUTS && key == 0; layout++)
		key = oq_layouts_key(session->parts.layouts, layout, first);
	return key;
}

void
oq_session_go(OqSession *session, const char *target)
{
	g_autofree char *text = g_strstrip(g_strdup(target));
	gunichar kind = first_key(session, text);
	const char *digits = kind == 'p' || kind == 'h' ? g_utf8_next_char(text) : text;
	g_autofree char *number = g_strstrip(g_strndup(digits, strcspn(digits, "%")));
	guint64 value;

	expect_step(session);
	if (!g_ascii_string_to_unsigned(number, 10, 0, G_MAXUINT32, &value, NULL))
		oq_session_answer(session, g_strdup_printf(_("%s is no place to go to"), text));
	else if (kind == 'p')
		go_to_page(session, value);
	else if (kind == 'h')
		go_to_numbered_heading(session, value);
	else
		go_to_percent(session, value);
}

void
oq_act_outline(OqSession *session, guint n G_GNUC_UNUSED)
{
	const GArray *outline = oq_session_outline(session);
	g_autoptr(OqChooser) chooser = oq_chooser_new();

	for (guint i = 0; i < outline->len; i++) {
		const OqHeading *heading = &g_array_index(outline, OqHeading, i);
		oq_chooser_add(chooser, heading->title, heading->start);
	}
	if (outline->len == 0) {
		oq_session_answer(session, g_strdup(_("this text has no headings")));
		return;
	}
	oq_chooser_move_to(chooser, session->status.word_start);
	oq_session_offer(session, OQ_DIALOGUE_OUTLINE, g_steal_pointer(&chooser));
}
