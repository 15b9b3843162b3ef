/* block.h - a piece of a text that is read by itself: what stands before it counts for nothing. */
#pragma once

#include "text/lang.h"

typedef enum {
	OQ_BLOCK_LINES, /* plain text: its line breaks have to be judged */
	OQ_BLOCK_PARAGRAPH,
	OQ_BLOCK_HEADING,
	OQ_BLOCK_ITEM,
	OQ_BLOCK_CELL,
	OQ_BLOCK_QUOTE,
	OQ_BLOCK_NOTE,
} OqBlockKind;

typedef struct {
	guint64 start;      /* byte of the text; the next block begins behind its last one */
	guint number;       /* of its first paragraph, counted from 1; 0: not known */
	OqBlockKind kind;   /* all but lines hold no line break, and are one paragraph */
	guint8 level;       /* of a heading or item, from 1; 0: of anything else */
	OqLang lang;        /* as the document says it; OQ_N_LANGS: it does not */
	guint wrap_columns; /* lines: the width at which the text was wrapped; 0: it is not, so far
			     */
} OqBlock;

/** OQ_BLOCK_TEXT: a text that is one block, as lines. */
#define OQ_BLOCK_TEXT ((OqBlock){0, 1, OQ_BLOCK_LINES, 0, OQ_N_LANGS, 0})
