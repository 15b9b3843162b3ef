/* actions.h - all that keys do while it reads: one table, from which the keys, their help and the
 * manual come. */
#pragma once

#include <glib.h>

/** In the order in which one would explain them to somebody who listens. */
typedef enum {
	OQ_ACTION_NONE,
	OQ_ACTION_PAUSE, /* or go on */
	OQ_ACTION_SAY_HELP,
	OQ_ACTION_HELP,
	OQ_ACTION_WHERE,
	OQ_ACTION_QUIT,
	OQ_ACTION_SENTENCE_BACK,
	OQ_ACTION_SENTENCE_ON,
	OQ_ACTION_PARAGRAPH_BACK,
	OQ_ACTION_PARAGRAPH_ON,
	OQ_ACTION_HEADING_BACK,
	OQ_ACTION_HEADING_ON,
	OQ_ACTION_SECONDS_BACK,
	OQ_ACTION_SECONDS_ON,
	OQ_ACTION_START,
	OQ_ACTION_END,
	OQ_ACTION_REPEAT,
	OQ_ACTION_WORD_BACK,
	OQ_ACTION_WORD_ON,
	OQ_ACTION_WORD,
	OQ_ACTION_CORRECT,
	OQ_ACTION_FASTER,
	OQ_ACTION_SLOWER,
	OQ_ACTION_LOUDER,
	OQ_ACTION_SOFTER,
	OQ_ACTION_PITCH_UP,
	OQ_ACTION_PITCH_DOWN,
	OQ_ACTION_VOICE,
	OQ_ACTION_STUDY_PAUSE,
	OQ_ACTION_FIND,
	OQ_ACTION_FIND_NEXT,
	OQ_ACTION_FIND_PREVIOUS,
	OQ_ACTION_GO,
	OQ_ACTION_OUTLINE,
	OQ_ACTION_BOOKMARK,
	OQ_ACTION_BOOKMARKS,
	OQ_ACTION_SLEEP,
	OQ_ACTION_SUSPEND,
	OQ_N_ACTIONS,
} OqAction;

typedef enum {
	OQ_ACTIONS_FIRST, /* what one needs to begin with */
	OQ_ACTIONS_MOVE,
	OQ_ACTIONS_WORDS,
	OQ_ACTIONS_VOICE,
	OQ_ACTIONS_PLACES,
	OQ_ACTIONS_REST,
	OQ_N_ACTION_GROUPS,
} OqActionGroup;

typedef struct {
	const char *name;    /* in config.ini */
	const char *keys;    /* with blanks between them, as oq_key_parse() takes them */
	const char *meaning; /* to be translated: a phrase in small letters, good to hear */
	OqActionGroup group;
} OqActionRow;

/** oq_actions_row: of any but OQ_ACTION_NONE. */
const OqActionRow *oq_actions_row(OqAction action);

/** oq_actions_find: by its name; OQ_ACTION_NONE: there is no such. */
OqAction oq_actions_find(const char *name);

/** oq_actions_suggest: (nullable): the name that was meant, perhaps, by one that no action has. */
const char *oq_actions_suggest(const char *name);

/** oq_actions_group: what a group of them is about, translated. */
const char *oq_actions_group(OqActionGroup group);
