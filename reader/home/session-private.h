/* session-private.h - what the files of the session share. */
#pragma once

#include "bus/awake.h"
#include "bus/mpris.h"
#include "home/chooser.h"
#include "home/keys/prompt.h"
#include "home/session.h"
#include "home/sleep_timer.h"
#include "reading/pace.h"

/** What a line that is typed, or a list that is walked, is for. */
typedef enum {
	OQ_DIALOGUE_NONE,
	OQ_DIALOGUE_FIND,
	OQ_DIALOGUE_GO,
	OQ_DIALOGUE_BOOKMARK,
	OQ_DIALOGUE_CORRECT,
	OQ_DIALOGUE_BOOKMARKS,
	OQ_DIALOGUE_OUTLINE,
	OQ_DIALOGUE_SLEEP,
} OqDialogue;

/** How a search goes. */
typedef enum {
	OQ_SEARCHING_NOT,
	OQ_SEARCHING_BEGUN,
	OQ_SEARCHING_LONG, /* that was told: any key breaks it off */
} OqSearching;

/** What a phrase is heard before. */
typedef enum { OQ_LEAVE_NONE, OQ_LEAVE_QUIT, OQ_LEAVE_SUSPEND } OqLeave;

struct _OqSession {
	OqSessionParts parts;
	GMainContext *context;
	OqCursor *cursor;   /* while it runs */
	GCancellable *stop; /* … */
	GSource *alarm;     /* nullable: of the sleep timer */

	OqPlaybackStatus status; /* as it was told last, which may be before a key … */
	OqStyle style;           /* … but this is what the last key has made of it */
	guint n_refused;         /* refusals that were told */
	gboolean is_lost;        /* and that was told */
	gboolean has_ended;
	gboolean was_read; /* to its end, and nothing was gone back to since */
	gboolean is_over;  /* but for what waits to be written: any key leaves */
	gboolean leaves;
	gboolean is_asked; /* to leave, by another reader */

	OqDialogue dialogue;
	OqPrompt *prompt;   /* nullable: the line of the dialogue … */
	char *question;     /* … before which stands this */
	OqChooser *chooser; /* … or its list */
	gboolean resumes;   /* the dialogue interrupted a reading */
	char *subject;      /* nullable: the word that is corrected */

	OqMpris *mpris; /* nullable */
	OqAwake *awake; /* nullable */
	OqSleepTimer sleep;
	guint64 sleep_wish; /* the line of the list of sleep times that holds now; 0: none */
	OqPace pace;
	guint study_pause_ms;
	char *wanted;           /* nullable: what was looked for last */
	guint64 word_asked;     /* the word that was said again last */
	guint n_jumps;          /* when the last one was asked for */
	OqSearching searching;  /* for what was looked for last … */
	guint n_searched;       /* … n_jumps when that was asked for … */
	GSource *searches;      /* (nullable) … and when it begins to be long */
	gboolean says_step;     /* a jump during a pause is answered by what it reached … */
	gboolean says_chapter;  /* … and one to a heading by that */
	gboolean resumed;       /* it did not begin at the beginning … */
	gboolean is_place_lost; /* … but where the place was in another text */
	gboolean has_told_paste;
	gboolean is_away;      /* left to the shell by its key … */
	gboolean is_suspended; /* … in the middle of reading */
	OqLeave leave;         /* as soon as that was said … */
	GSource *patience;     /* (nullable): … or this has come */
	gint64 unknown_us;     /* when a key that there is not was told of last; 0: never */
	guint64 shown_start;   /* of the sentence on the screen; G_MAXUINT64: none */
};

/** Lines of the list of sleep times that are no minutes. */
enum {
	OQ_SLEEP_SENTENCE = 1000,
	OQ_SLEEP_PARAGRAPH,
	OQ_SLEEP_CHAPTER,
};

/** What the listener hears of the text. */
typedef struct {
	char *sentence; /* nullable: nothing is heard yet */
	char *word;     /* nullable */
	guint64 start;  /* of the sentence */
	guint word_index;
	guint n_words;
} OqHearing;

/** oq_session_follow: an OqPlaybackChanged; @data: the session. */
void oq_session_follow(const OqPlaybackStatus *status, gpointer data);

/** oq_session_hear: what is heard, or will be next. */
void oq_session_hear(OqSession *session, OqHearing *hearing);
void oq_hearing_clear(OqHearing *hearing);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(OqHearing, oq_hearing_clear)

/** oq_session_clear_source: @source: (inout) (nullable). */
void oq_session_clear_source(GSource **source);

/** oq_session_call_later: (transfer full): a source of the session's context. */
GSource *oq_session_call_later(OqSession *session, guint wait_ms, GSourceFunc call);

/** oq_session_take_any_key: for the dialogue that is open, or an action. */
void oq_session_take_any_key(OqSession *session, const OqKey *key);

/** oq_session_answer: prints and says a phrase. @phrase: (transfer full) */
void oq_session_answer(OqSession *session, char *phrase);

/** oq_session_say: says a phrase without printing it. */
void oq_session_say(OqSession *session, const char *phrase);

/** oq_session_tell: prints a line without saying it. */
void oq_session_tell(OqSession *session, const char *line);

/** oq_session_spell: says a text letter by letter. */
void oq_session_spell(OqSession *session, const char *text);

/** oq_session_outline: (element-type OqHeading): of the text; empty where there is none. */
const GArray *oq_session_outline(OqSession *session);

/** oq_session_heading_at: the number of the heading that a place is below, from 1; 0: none. */
guint oq_session_heading_at(OqSession *session, guint64 place);

/** oq_session_percent: of the text before a place; -1: its length is not known. */
gint oq_session_percent(OqSession *session, guint64 place);

/* ---- leaving (session_leave.c) ---- */

/** oq_session_leave_now: what is still said of it is not waited for. */
void oq_session_leave_now(OqSession *session);

/** oq_session_follow_leave: leaves when that was heard. */
void oq_session_follow_leave(OqSession *session);

/** oq_session_come_back: from the shell. */
void oq_session_come_back(OqSession *session);

/** oq_session_may_tell_unknown: that there is no such key, which was not told just now. */
gboolean oq_session_may_tell_unknown(OqSession *session, const OqKey *key);

/** oq_session_keep_place: in the file of places; a failure is told once. */
void oq_session_keep_place(OqSession *session);

/* session_place.c */
/** oq_session_go_to_place: where the listener left the text. _set_place: there they are now. */
gboolean oq_session_go_to_place(OqSession *session, GError **error);
void oq_session_set_place(OqSession *session, guint64 at);

/** oq_session_kept_place: as a place is kept; _opened_place: as it is in the text that is read. */
guint64 oq_session_kept_place(const OqSession *session, guint64 place);
guint64 oq_session_opened_place(const OqSession *session, guint64 kept);

/** oq_session_refind: the places in a text that may have changed (resuming.c). @at: (inout)
 * (nullable): where the listener left it, of the text that is read. The document then stands
 * anywhere. FALSE and an error as in oq_document_seek(). */
gboolean oq_session_refind(OqSession *session, guint64 *at, GError **error);

/** oq_session_drop_sleep: the sentence, paragraph or chapter at which the reading was to end is no
 * longer one: it has ended, or rests. */
void oq_session_drop_sleep(OqSession *session);

/** oq_session_go_on: after a pause, which did not mean that. */
void oq_session_go_on(OqSession *session);

/** oq_session_take_sleep: @value: a line of the list of sleep times: minutes, 0: none, or one of
 * the names above. */
void oq_session_take_sleep(OqSession *session, guint64 value);

/** oq_session_join_desktop, _leave_desktop, _tell_desktop: media keys and what they show
 * (session_desktop.c). */
void oq_session_join_desktop(OqSession *session);
void oq_session_leave_desktop(OqSession *session);
void oq_session_tell_desktop(OqSession *session);

/** oq_session_speak_like: from now on; what was @chosen is kept for this text. @phrase: (transfer
 * full): the answer. */
void oq_session_speak_like(
	OqSession *session, const OqStyle *style, OqPlaceStyle chosen, char *phrase);

/** oq_session_own_speed: that of the voice itself. */
guint oq_session_own_speed(const OqSession *session);

/* ---- dialogues (dialogue.c) ---- */

/** oq_session_ask: opens a line to type, in the middle of which the reading rests. @question:
 * (transfer full). */
void oq_session_ask(OqSession *session, OqDialogue dialogue, char *question);

/** oq_session_offer: opens a list: @chooser: (transfer full). */
void oq_session_offer(OqSession *session, OqDialogue dialogue, OqChooser *chooser);

/** oq_session_take_key: a key for the dialogue that is open. */
void oq_session_take_key(OqSession *session, const OqKey *key);

/** oq_session_close_dialogue: the reading goes on, unless it rested before. */
void oq_session_close_dialogue(OqSession *session);

/* What became of them: each closes the dialogue. */
void oq_session_took_line(OqSession *session, const char *line);
void oq_session_took_choice(OqSession *session, const OqChoice *choice);
void oq_session_removed_choice(OqSession *session, const OqChoice *choice);

/* ---- what keys do: each with how often (acts_*.c) ---- */
typedef void (*OqAct)(OqSession *session, guint n);

void oq_act_pause(OqSession *session, guint n);
void oq_act_sentence_back(OqSession *session, guint n);
void oq_act_sentence_on(OqSession *session, guint n);
void oq_act_paragraph_back(OqSession *session, guint n);
void oq_act_paragraph_on(OqSession *session, guint n);
void oq_act_heading_back(OqSession *session, guint n);
void oq_act_heading_on(OqSession *session, guint n);
void oq_act_word_back(OqSession *session, guint n);
void oq_act_word_on(OqSession *session, guint n);
void oq_act_start(OqSession *session, guint n);
void oq_act_end(OqSession *session, guint n);
void oq_act_seconds_back(OqSession *session, guint n);
void oq_act_seconds_on(OqSession *session, guint n);
void oq_act_repeat(OqSession *session, guint n);
void oq_act_find(OqSession *session, guint n);
void oq_act_find_next(OqSession *session, guint n);
void oq_act_find_previous(OqSession *session, guint n);
void oq_act_go(OqSession *session, guint n);
void oq_act_outline(OqSession *session, guint n);

void oq_act_faster(OqSession *session, guint n);
void oq_act_slower(OqSession *session, guint n);
void oq_act_higher(OqSession *session, guint n);
void oq_act_lower(OqSession *session, guint n);
void oq_act_louder(OqSession *session, guint n);
void oq_act_softer(OqSession *session, guint n);
void oq_act_voice(OqSession *session, guint n);
void oq_act_study_pause(OqSession *session, guint n);

void oq_act_word(OqSession *session, guint n);
void oq_act_where(OqSession *session, guint n);
void oq_act_help(OqSession *session, guint n);
void oq_act_say_help(OqSession *session, guint n);
void oq_act_sleep(OqSession *session, guint n);
void oq_act_bookmark(OqSession *session, guint n);
void oq_act_bookmarks(OqSession *session, guint n);
void oq_act_correct(OqSession *session, guint n);
void oq_act_quit(OqSession *session, guint n);
void oq_act_suspend(OqSession *session, guint n);

/** oq_session_speed: in Kazakh words a minute, the voice's own when none is set. */
guint oq_session_speed(const OqSession *session);

/** oq_session_begin_search: @n: the places behind, or before below 0, to be passed. */
void oq_session_begin_search(OqSession *session, gint n);

/** oq_session_end_search: when it is over. */
void oq_session_end_search(OqSession *session);

/** oq_session_break_search: by a key. TRUE: the key was for that. */
gboolean oq_session_break_search(OqSession *session, const OqKey *key);

/* Of lines and lists that were answered. */
void oq_session_find(OqSession *session, const char *text);
void oq_session_go(OqSession *session, const char *target);
void oq_session_add_bookmark(OqSession *session, const char *name);
void oq_session_teach(OqSession *session, const char *said);
void oq_session_unteach(OqSession *session);
