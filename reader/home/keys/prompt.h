/* prompt.h - a line that is typed, for somebody who hears it. Pure.
 *
 * Left, Right, Home, End, Backspace, Delete, Ctrl+U (all before the cursor), Enter, Escape. A
 * letter and the marks on it are one character to the cursor. What is pasted becomes one line.
 * Ctrl+C and Ctrl+Z are the caller's, and so is any key that is OQ_PROMPT_NOTHING. */
#pragma once

#include "home/keys/key.h"

/** So many characters of Unicode have room. */
#define OQ_PROMPT_MAX_CHARACTERS 500

/** What a key did, and what there is to be said of it. */
typedef enum {
	OQ_PROMPT_NOTHING,
	OQ_PROMPT_TYPED,     /* said: what is there now, a character or what was pasted */
	OQ_PROMPT_FULL,      /* not all had room; said: what had, "" if nothing */
	OQ_PROMPT_ERASED,    /* said: what is gone */
	OQ_PROMPT_MOVED,     /* said: the character at the cursor, "" at the end */
	OQ_PROMPT_EDGE,      /* there was nothing to move over or to erase; said: "" */
	OQ_PROMPT_DONE,      /* said: all */
	OQ_PROMPT_CANCELLED, /* said: "" */
} OqPromptChange;

typedef struct _OqPrompt OqPrompt;

/** oq_prompt_new: @text: (nullable): what stands there already, the cursor behind it. */
OqPrompt *oq_prompt_new(const char *text);
void oq_prompt_free(OqPrompt *prompt);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqPrompt, oq_prompt_free)

/**
 * oq_prompt_take:
 * @said: (out) (transfer full): never NULL
 *
 * Behind OQ_PROMPT_DONE and OQ_PROMPT_CANCELLED the text stays as it is.
 */
OqPromptChange oq_prompt_take(OqPrompt *prompt, const OqKey *key, char **said);

/** oq_prompt_text: one line of valid UTF-8, without control characters. */
const char *oq_prompt_text(const OqPrompt *prompt);

/** oq_prompt_cursor: the byte of the text before which it stands. */
gsize oq_prompt_cursor(const OqPrompt *prompt);
