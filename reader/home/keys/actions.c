/* actions.c - see the header. */
#include "home/keys/actions.h"

#include "base/nearest.h"

#include <glib/gi18n.h>
#include <string.h>

static const OqActionRow rows[OQ_N_ACTIONS] = {
	[OQ_ACTION_PAUSE] = {"pause", "space", N_("pause, or go on"), OQ_ACTIONS_FIRST},
	[OQ_ACTION_SAY_HELP] = {"say-help", "F1", N_("say what the keys do"), OQ_ACTIONS_FIRST},
	[OQ_ACTION_HELP] = {"help", "?", N_("print what the keys do"), OQ_ACTIONS_FIRST},
	[OQ_ACTION_WHERE] = {"where", "t", N_("say where you are, and how long it still takes"),
		OQ_ACTIONS_FIRST},
	[OQ_ACTION_QUIT] = {"quit", "q Ctrl+c", N_("leave; the place is kept"), OQ_ACTIONS_FIRST},

	[OQ_ACTION_SENTENCE_BACK] = {"sentence-back", "Left", N_("one sentence back"),
		OQ_ACTIONS_MOVE},
	[OQ_ACTION_SENTENCE_ON] = {"sentence-on", "Right", N_("one sentence on"), OQ_ACTIONS_MOVE},
	[OQ_ACTION_PARAGRAPH_BACK] = {"paragraph-back", "Up", N_("one paragraph back"),
		OQ_ACTIONS_MOVE},
	[OQ_ACTION_PARAGRAPH_ON] = {"paragraph-on", "Down", N_("one paragraph on"),
		OQ_ACTIONS_MOVE},
	[OQ_ACTION_HEADING_BACK] = {"heading-back", "Page_Up", N_("one heading or page back"),
		OQ_ACTIONS_MOVE},
	[OQ_ACTION_HEADING_ON] = {"heading-on", "Page_Down", N_("one heading or page on"),
		OQ_ACTIONS_MOVE},
	[OQ_ACTION_SECONDS_BACK] = {"seconds-back", ",", N_("ten seconds back"), OQ_ACTIONS_MOVE},
	[OQ_ACTION_SECONDS_ON] = {"seconds-on", ".", N_("ten seconds on"), OQ_ACTIONS_MOVE},
	[OQ_ACTION_START] = {"start", "Home", N_("to the beginning of the text"), OQ_ACTIONS_MOVE},
	[OQ_ACTION_END] = {"end", "End", N_("to the end of the text"), OQ_ACTIONS_MOVE},

	[OQ_ACTION_REPEAT] = {"repeat", "r", N_("the sentence again"), OQ_ACTIONS_WORDS},
	[OQ_ACTION_WORD_BACK] = {"word-back", "Ctrl+Left", N_("one word back"), OQ_ACTIONS_WORDS},
	[OQ_ACTION_WORD_ON] = {"word-on", "Ctrl+Right", N_("one word on"), OQ_ACTIONS_WORDS},
	[OQ_ACTION_WORD] = {"word", "w", N_("the word again; pressed twice, letter by letter"),
		OQ_ACTIONS_WORDS},
	[OQ_ACTION_CORRECT] = {"correct", "c", N_("correct how the word is said"),
		OQ_ACTIONS_WORDS},

	[OQ_ACTION_FASTER] = {"faster", "+ =", N_("faster"), OQ_ACTIONS_VOICE},
	[OQ_ACTION_SLOWER] = {"slower", "-", N_("slower"), OQ_ACTIONS_VOICE},
	[OQ_ACTION_LOUDER] = {"louder", ")", N_("louder"), OQ_ACTIONS_VOICE},
	[OQ_ACTION_SOFTER] = {"softer", "(", N_("softer"), OQ_ACTIONS_VOICE},
	[OQ_ACTION_PITCH_UP] = {"pitch-up", "]", N_("a higher voice"), OQ_ACTIONS_VOICE},
	[OQ_ACTION_PITCH_DOWN] = {"pitch-down", "[", N_("a lower voice"), OQ_ACTIONS_VOICE},
	[OQ_ACTION_VOICE] = {"voice", "v", N_("the next voice"), OQ_ACTIONS_VOICE},
	[OQ_ACTION_STUDY_PAUSE] = {"study-pause", "p", N_("a pause behind every sentence, or none"),
		OQ_ACTIONS_VOICE},

	[OQ_ACTION_FIND] = {"find", "/", N_("find a word or phrase"), OQ_ACTIONS_PLACES},
	[OQ_ACTION_FIND_NEXT] = {"find-next", "n", N_("find it again further on"),
		OQ_ACTIONS_PLACES},
	[OQ_ACTION_FIND_PREVIOUS] = {"find-previous", "N", N_("find it again further back"),
		OQ_ACTIONS_PLACES},
	[OQ_ACTION_GO] = {"go", "g", N_("go to a per cent, a page or a heading"),
		OQ_ACTIONS_PLACES},
	[OQ_ACTION_OUTLINE] = {"outline", "o", N_("walk through the headings; Enter chooses one"),
		OQ_ACTIONS_PLACES},
	[OQ_ACTION_BOOKMARK] = {"bookmark", "b", N_("set a bookmark here"), OQ_ACTIONS_PLACES},
	[OQ_ACTION_BOOKMARKS] = {"bookmarks", "B",
		N_("walk through the bookmarks; Enter chooses one, Delete removes it"),
		OQ_ACTIONS_PLACES},

	[OQ_ACTION_SLEEP] = {"sleep", "s",
		N_("fall silent after a while; again: another while; Enter chooses it"),
		OQ_ACTIONS_REST},
	[OQ_ACTION_SUSPEND] = {"suspend", "Ctrl+z", N_("leave it to the shell for now"),
		OQ_ACTIONS_REST},
};

static const char *const groups[OQ_N_ACTION_GROUPS] = {
	[OQ_ACTIONS_FIRST] = N_("To begin with"),
	[OQ_ACTIONS_MOVE] = N_("Back and on"),
	[OQ_ACTIONS_WORDS] = N_("To hear it exactly"),
	[OQ_ACTIONS_VOICE] = N_("The voice"),
	[OQ_ACTIONS_PLACES] = N_("To find and to keep places"),
	[OQ_ACTIONS_REST] = N_("To rest"),
};

const OqActionRow *
oq_actions_row(OqAction action)
{
	g_return_val_if_fail(action > OQ_ACTION_NONE && action < OQ_N_ACTIONS, NULL);
	return &rows[action];
}

OqAction
oq_actions_find(const char *name)
{
	for (OqAction action = OQ_ACTION_NONE + 1; action < OQ_N_ACTIONS; action++)
		if (strcmp(rows[action].name, name) == 0)
			return action;
	return OQ_ACTION_NONE;
}

const char *
oq_actions_suggest(const char *name)
{
	const char *names[OQ_N_ACTIONS] = {NULL};
	for (OqAction action = OQ_ACTION_NONE + 1; action < OQ_N_ACTIONS; action++)
		names[action - OQ_ACTION_NONE - 1] = rows[action].name;
	gint nearest = oq_nearest_find(name, names);
	return nearest >= 0 ? names[nearest] : NULL;
}

const char *
oq_actions_group(OqActionGroup group)
{
	g_return_val_if_fail(group < OQ_N_ACTION_GROUPS, NULL);
	return _(groups[group]);
}
