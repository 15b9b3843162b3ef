/* cuts.h - where plain text is cut into blocks: at its blank lines, and in a text that has none
 * within OQ_CUTS_STRIDE bytes, at the end of a paragraph or sentence.
 *
 * A line is blank that holds nothing but white space and the > of quoted mail. A block begins with
 * the first line behind blank ones; blank lines with a > belong to the block behind them, those
 * without to the one before.
 *
 * A block must be found from the middle of a text as well, and must not be long: where no block has
 * begun behind blank lines in the OQ_CUTS_STRIDE bytes before a multiple of OQ_CUTS_STRIDE, there
 * is a cut at the next fitting place. At first that is the end of a line that is surely a
 * paragraph's; a thousand bytes further the end of a sentence within a long line; in the end that
 * of any line, then a space, and at last any place. So whoever looks at OQ_CUTS_LOOK_BACK bytes
 * before a place finds where its block begins, which is where he finds it who has read everything.
 */
#pragma once

#include <glib.h>

#define OQ_CUTS_STRIDE 16384

/** A line that begins with more white space counts as one with text. */
#define OQ_CUTS_MAX_MARGIN 2048

/** Three strides in which a cut may be hidden or lie, and one for what is only guessed there. */
#define OQ_CUTS_LOOK_BACK (5 * OQ_CUTS_STRIDE)

/** What is known of a line. */
typedef enum {
	OQ_CUTS_WHITE,  /* nothing but white space so far */
	OQ_CUTS_QUOTED, /* … and > */
	OQ_CUTS_TEXT,
} OqCutsLine;

typedef struct {
	guint64 at;         /* of the text: what comes next */
	guint64 line_start; /* of the line there */
	guint64 begun;      /* the last block behind blank lines; 0: none is known */
	guint64 wanted;     /* a multiple of the stride that wants a cut; 0: none does */
	guint64 next_wanted;
	OqCutsLine line;
	OqCutsLine before;       /* the line before */
	gboolean after_return;   /* a line feed here belongs to the carriage return before it */
	guint64 n_before;        /* bytes of the line before, its line break included */
	gboolean after_space;    /* these four are kept as long as a cut is wanted */
	gboolean after_sentence; /* marks stand before this, and closing brackets and spaces */
	gboolean after_comma;    /* what stands before this wants to go on */
	gboolean in_sentence;    /* the last cut that was made parts one */
	guint n_letters;         /* of a word that ends here */
} OqCuts;

/**
 * oq_cuts_init:
 * @position: of the text: the beginning of a character; 0: there the first block may begin
 */
void oq_cuts_init(OqCuts *cuts, guint64 position);

/**
 * oq_cuts_scan:
 * @text: (inout): from @cuts->at on, whole characters of valid UTF-8; behind what was looked at
 * @cut: (out): where a block begins, at @cuts->at or before
 *
 * Returns: FALSE when there is no cut in the text, or none yet
 */
gboolean oq_cuts_scan(OqCuts *cuts, const char **text, const char *end, guint64 *cut);

/** oq_cuts_finish: the same at the end of the text. */
gboolean oq_cuts_finish(OqCuts *cuts, guint64 *cut);

/** oq_cuts_sure: no cut will be found before this. */
guint64 oq_cuts_sure(const OqCuts *cuts);

/** oq_cuts_break: the text pauses here: what comes next begins a block, be it within a line. */
void oq_cuts_break(OqCuts *cuts);
