/* dialogue.c - a line to type or a list to walk, in the middle of which the reading rests. */
#include "home/session-private.h"
#include "reading/answers.h"

#include <glib/gi18n.h>
#include <string.h>

static void
open_dialogue(OqSession *session, OqDialogue dialogue)
{
	session->resumes = oq_playback_status(session->parts.playback).state == OQ_PLAYBACK_PLAYING;
	session->dialogue = dialogue;
	oq_playback_pause(session->parts.playback);
}

static void
show_line(OqSession *session)
{
	g_autofree char *line =
		g_strconcat(session->question, oq_prompt_text(session->prompt), NULL);

	oq_screen_prompt(session->parts.screen, line,
		strlen(session->question) + oq_prompt_cursor(session->prompt));
}

void
oq_session_ask(OqSession *session, OqDialogue dialogue, char *question)
{
	open_dialogue(session, dialogue);
	session->prompt = oq_prompt_new(NULL);
	session->question = g_strdup_printf("%s: ", question);
	oq_session_answer(session, question);
	show_line(session);
}

static void
say_choice(OqSession *session)
{
	const OqChooser *chooser = session->chooser;

	oq_session_answer(
		session, oq_answers_choice(oq_chooser_here(chooser)->label,
				 oq_chooser_index(chooser), oq_chooser_n_choices(chooser)));
}

void
oq_session_offer(OqSession *session, OqDialogue dialogue, OqChooser *chooser)
{
	open_dialogue(session, dialogue);
	session->chooser = chooser;
	say_choice(session);
}

void
oq_session_close_dialogue(OqSession *session)
{
	if (session->prompt != NULL)
		oq_screen_prompt(session->parts.screen, NULL, 0);
	session->dialogue = OQ_DIALOGUE_NONE;
	g_clear_pointer(&session->prompt, oq_prompt_free);
	g_clear_pointer(&session->question, g_free);
	g_clear_pointer(&session->chooser, oq_chooser_free);
	if (session->resumes)
		oq_session_go_on(session);
	session->resumes = FALSE;
}

static void
cancel(OqSession *session)
{
	oq_session_close_dialogue(session);
	oq_session_answer(session, g_strdup(_("never mind")));
}

/* To some questions Enter alone is an answer. */
static gboolean
is_no_answer(OqSession *session, gboolean is_empty)
{
	if (session->dialogue == OQ_DIALOGUE_CORRECT)
		return is_empty && !oq_reader_is_taught(session->parts.reader, session->subject);
	return is_empty && session->dialogue == OQ_DIALOGUE_GO;
}

void
oq_session_took_line(OqSession *session, const char *line)
{
	OqDialogue dialogue = session->dialogue;
	g_autofree char *text = g_strdup(line);
	gboolean is_empty = text[strspn(text, " ")] == '\0';

	if (is_no_answer(session, is_empty)) {
		cancel(session);
		return;
	}
	oq_session_close_dialogue(session);
	if (dialogue == OQ_DIALOGUE_FIND)
		oq_session_find(session, text);
	else if (dialogue == OQ_DIALOGUE_GO)
		oq_session_go(session, text);
	else if (dialogue == OQ_DIALOGUE_BOOKMARK)
		oq_session_add_bookmark(session, text);
	else if (is_empty)
		oq_session_unteach(session);
	else
		oq_session_teach(session, text);
}

void
oq_session_took_choice(OqSession *session, const OqChoice *choice)
{
	OqDialogue dialogue = session->dialogue;
	guint64 value = choice->value;

	if (dialogue == OQ_DIALOGUE_SLEEP)
		session->sleep_wish = 0; /* another one takes its place */
	oq_session_close_dialogue(session);
	if (dialogue == OQ_DIALOGUE_SLEEP)
		oq_session_take_sleep(session, value);
	else
		oq_playback_go_to(session->parts.playback,
			dialogue == OQ_DIALOGUE_BOOKMARKS ? oq_session_opened_place(session, value)
							  : value);
}

void
oq_session_removed_choice(OqSession *session, const OqChoice *choice)
{
	g_autoptr(GError) error = NULL;

	if (session->dialogue != OQ_DIALOGUE_BOOKMARKS)
		return;
	if (!oq_places_remove_bookmark(
		    session->parts.places, session->parts.place, choice->value, &error)) {
		oq_session_answer(session, g_strdup(error->message));
		return;
	}
	if (choice->value == session->parts.place->sleep_place)
		session->parts.place->sleep_place = OQ_PLACE_NONE;
	oq_chooser_remove(session->chooser);
	if (oq_chooser_n_choices(session->chooser) > 0) {
		say_choice(session);
		return;
	}
	oq_session_close_dialogue(session);
	oq_session_answer(session, g_strdup(_("there are no bookmarks in this text")));
}

/* These two are keys in the middle of a line, too. */
static void
take_way_out(OqSession *session, const OqKey *key)
{
	guint n;
	OqAction action = oq_bindings_take(session->parts.bindings, key, &n);

	if (action == OQ_ACTION_QUIT || action == OQ_ACTION_SUSPEND)
		oq_session_act(session, action, n);
}

/* What was typed is read back: letters by their names, what was pasted as a text. */
static void
read_back(OqSession *session, OqPromptChange change, const char *said)
{
	if (change == OQ_PROMPT_FULL)
		oq_session_answer(session, g_strdup(_("the line is full")));
	else if (change == OQ_PROMPT_EDGE || (change == OQ_PROMPT_MOVED && *said == '\0'))
		oq_session_answer(session, g_strdup(_("the end of the line")));
	else if (g_utf8_strlen(said, -1) > 2)
		oq_session_answer(session, g_strdup(said));
	else
		oq_session_spell(session, said);
}

static void
take_typed(OqSession *session, const OqKey *key)
{
	g_autofree char *said = NULL;
	OqPromptChange change = oq_prompt_take(session->prompt, key, &said);

	oq_bindings_overhear(session->parts.bindings, key);
	if (change == OQ_PROMPT_CANCELLED) {
		cancel(session);
	} else if (change == OQ_PROMPT_DONE) {
		oq_session_took_line(session, said);
	} else if (change != OQ_PROMPT_NOTHING) {
		show_line(session);
		read_back(session, change, said);
	} else {
		take_way_out(session, key);
	}
}

static void
walk(OqSession *session, guint n)
{
	oq_chooser_move(session->chooser, n);
	say_choice(session);
}

/* Nothing else tells how a list is left. */
static void
say_list_keys(OqSession *session)
{
	oq_session_answer(session,
		g_strdup(session->dialogue == OQ_DIALOGUE_BOOKMARKS
				 ? _("arrows walk through the list, Enter chooses, Delete removes, "
				     "Escape leaves it")
				 : _("arrows walk through the list, Enter chooses, Escape leaves "
				     "it")));
}

static void
take_walked(OqSession *session, const OqKey *key)
{
	guint n;
	OqAction action = oq_bindings_take(session->parts.bindings, key, &n);

	if (key->kind == OQ_KEY_ENTER)
		oq_session_took_choice(session, oq_chooser_here(session->chooser));
	else if (key->kind == OQ_KEY_ESCAPE)
		cancel(session);
	else if (key->kind == OQ_KEY_DELETE)
		oq_session_removed_choice(session, oq_chooser_here(session->chooser));
	else if (key->kind == OQ_KEY_UP || key->kind == OQ_KEY_LEFT)
		walk(session, -1);
	else if (key->kind == OQ_KEY_HOME)
		walk(session, G_MININT);
	else if (key->kind == OQ_KEY_END)
		walk(session, G_MAXINT);
	else if (action == OQ_ACTION_QUIT || action == OQ_ACTION_SUSPEND)
		oq_session_act(session, action, n);
	else if (action == OQ_ACTION_HELP || action == OQ_ACTION_SAY_HELP)
		say_list_keys(session);
	else if (action != OQ_ACTION_NONE || key->kind == OQ_KEY_DOWN)
		walk(session, 1);
	else if (oq_session_may_tell_unknown(session, key))
		say_list_keys(session);
}

void
oq_session_take_key(OqSession *session, const OqKey *key)
{
	if (session->prompt != NULL)
		take_typed(session, key);
	else
		take_walked(session, key);
}
