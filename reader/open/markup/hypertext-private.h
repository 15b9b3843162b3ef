/* hypertext-private.h - what the files of hypertext.c know of each other. */
#pragma once

#include "open/footnotes.h"
#include "open/markup/elements.h"
#include "open/markup/hypertext.h"
#include "open/numbering.h"
#include "open/table_rows.h"

enum { LANG_BYTES = 12 }; /* of a tag that is kept: "kk-Cyrl-KZ" */

/** A list: how its items are numbered. */
typedef struct {
	OqNumberingSigns signs;
	gboolean is_upper;
	gint next, step;
} OqHypertextList;

/** An element that is open. What is inherited is copied from the one around it. */
typedef struct {
	OqElement element;
	gboolean is_skipped;
	gboolean is_lines;
	gboolean is_quote;
	gboolean is_raised;
	gboolean is_figure;
	gboolean is_headers;
	gboolean is_cell;
	gboolean is_notes; /* within a list of notes */
	guint heading;     /* level; 0: none */
	guint section;     /* DTBook's levels around it */
	guint list;        /* lists around it */
	guint in_list;     /* where the innermost of them is in the stack, from 1; 0: none */
	guint item;        /* likewise the item around it */
	guint table;       /* likewise; 0: none, or it is no table */
	OqFootnote *note;
	char lang[LANG_BYTES];
	char block_lang[LANG_BYTES]; /* of the block element around it */

	/* Its own. */
	guint n_parts;           /* elements that have started in it */
	gboolean is_apart;       /* a formula: it stands in a line of its own */
	gboolean has_told;       /* an item: its first block was written */
	OqHypertextList numbers; /* of a list */
	char *label;             /* owned (nullable): an item's number, until it was said */
	OqTableRows *rows;       /* owned: of a table */
	char *key;               /* owned: what a link leads to */
	gsize mark;              /* where it began in the block's text … */
	guint64 serial;          /* … of this number */
} OqHypertextFrame;

/** What an element of some id means. */
typedef struct {
	char *page;
	char *headline;
	guint level;
} OqHypertextPlace;

struct _OqHypertext {
	OqBlockWriter *out;
	OqNotes notes;
	OqHypertextPass pass;
	char *path;
	char language[LANG_BYTES];
	GArray *frames; /* OqHypertextFrame; the first one is no element's */

	/* The block that is open. */
	gboolean is_open;
	gboolean is_begun; /* part of it was written */
	gboolean is_seen;  /* a character in it can be seen */
	gboolean has_letters;
	gboolean is_mixed; /* it is in more than one language */
	guint64 serial;    /* its number, and a new one when a part was written */
	OqBlockKind kind;
	guint level;
	guint item; /* as in the frame */
	guint table;
	gboolean is_figure;
	OqFootnote *note;
	char lang[LANG_BYTES]; /* of its letters */
	char block_lang[LANG_BYTES];
	GString *text;  /* white space made one, '\n' only where a line ends */
	guint64 raised; /* the number of the block in which something raised ended last */
	gsize raised_mark;
	gsize line; /* where its line begins; 0: it is the first one */

	GPtrArray *images;     /* char *: descriptions that wait for the block's end */
	GPtrArray *references; /* char *: keys of notes that wait for it */
	OqFootnotes *footnotes;
	GHashTable *targets;  /* keys that were referred to as notes */
	GHashTable *places;   /* key → OqHypertextPlace */
	GHashTable *gathered; /* paths */
	GPtrArray *wanted;    /* paths */
	char *headline;       /* that waits for a block; NULL */
	guint headline_level;
};

OqHypertextFrame *oq_hypertext_top(const OqHypertext *hypertext);

/* hypertext_blocks.c */
void oq_hypertext_close_block(OqHypertext *hypertext);
/** oq_hypertext_space: unless the block has one there, or begins there. */
void oq_hypertext_space(OqHypertext *hypertext);
void oq_hypertext_break_line(OqHypertext *hypertext);
void oq_hypertext_flush_images(OqHypertext *hypertext);
void oq_hypertext_flush_references(OqHypertext *hypertext);
/** oq_hypertext_give_up_table: the one around the top is a layout. */
void oq_hypertext_give_up_table(OqHypertext *hypertext);
/** oq_hypertext_drop: what was said in the block since the frame began. Returns: (transfer full) */
char *oq_hypertext_drop(OqHypertext *hypertext, const OqHypertextFrame *frame);

/* hypertext_lists.c */
/** oq_hypertext_start_list: the frame, which is not on the stack yet, is a list. _number_item: an
 * item. A list that is counted backwards has numbers where it says the first one. */
void oq_hypertext_start_list(OqHypertext *hypertext, OqHypertextFrame *frame, const char *name,
	const char *const *attributes);
void oq_hypertext_number_item(
	OqHypertext *hypertext, OqHypertextFrame *frame, const char *const *attributes);
/** oq_hypertext_put_label: the number of the item that the block is the first one of goes before
 * its text. */
void oq_hypertext_put_label(OqHypertext *hypertext);

/* hypertext_math.c */
/** oq_hypertext_is_math: a formula, or what is in one and is more than its text. */
gboolean oq_hypertext_is_math(OqElement element);
/** oq_hypertext_start_math: of these; the frame is not on the stack yet. _end_math: of it. */
void oq_hypertext_start_math(
	OqHypertext *hypertext, OqHypertextFrame *frame, const char *const *attributes);
void oq_hypertext_end_math(OqHypertext *hypertext, const OqHypertextFrame *frame);
/** oq_hypertext_start_part: the frame, which is not on the stack yet, is an element within
 * @whole, before which @n_parts were. */
void oq_hypertext_start_part(OqHypertext *hypertext, OqHypertextFrame *frame, OqElement whole,
	guint n_parts, const char *name);

/* hypertext_notes.c */
/** oq_hypertext_begin_note: the frame, which is not on the stack yet, is a note. */
void oq_hypertext_begin_note(OqHypertext *hypertext, OqHypertextFrame *frame);
/** oq_hypertext_notice: what the ids of an element say, whose frame is not on the stack yet. */
void oq_hypertext_notice(
	OqHypertext *hypertext, OqHypertextFrame *frame, const char *const *attributes);
void oq_hypertext_refer(OqHypertext *hypertext, const char *key);
void oq_hypertext_end_link(OqHypertext *hypertext, const OqHypertextFrame *frame);
void oq_hypertext_tell_page(OqHypertext *hypertext, const char *label);
