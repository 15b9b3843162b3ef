/* selection.h - the text that the user has selected, wherever it is.
 *
 * Asked one after the other, as far as they are there:
 *
 *   accessibility (AT-SPI): what is selected in the object that has the focus. Asked over GDBus,
 *     since libatspi waits for each answer, and a program that hangs would hang the reader with it;
 *   Wayland's primary selection, by data-control (ext or wlr);
 *   X11's PRIMARY.
 *
 * What accessibility tells is the answer; but where the display has it, too, with further lines
 * before it or behind it, all of that is.
 *
 * Nothing is ever set: neither a selection nor the clipboard changes. What stands in a field for
 * passwords is not read. All is done in the default context of the thread that made it, and nothing
 * there waits; what it wants to write to a server that has gone must not end the program, so
 * SIGPIPE has to be ignored.
 */
#pragma once

#include <gio/gio.h>

typedef enum {
	OQ_SELECTION_SELECTED,
	OQ_SELECTION_CLIPBOARD, /* and nothing else */
	/* What is selected where the focus is; where nothing is, the paragraph or all of the text
	 * around the caret. Only accessibility knows where that is: without it, what is selected.
	 */
	OQ_SELECTION_PARAGRAPH,
	OQ_SELECTION_DOCUMENT,
} OqSelectionWanted;

#define OQ_SELECTION_ERROR oq_selection_error_quark()

/** The messages are for the user, and say what to do. */
typedef enum {
	OQ_SELECTION_ERROR_NOTHING,   /* nothing is selected */
	OQ_SELECTION_ERROR_TIMEOUT,   /* somebody does not answer; says who, if that is known */
	OQ_SELECTION_ERROR_NO_SOURCE, /* nobody can be asked */
	OQ_SELECTION_ERROR_GONE,      /* who was asked has gone meanwhile */
	OQ_SELECTION_ERROR_PROTECTED, /* it is a password */
} OqSelectionError;

GQuark oq_selection_error_quark(void);

enum {
	OQ_SELECTION_LIMIT_MS = 1000,              /* until there is an answer */
	OQ_SELECTION_MAX_BYTES = 64 * 1024 * 1024, /* what is longer is cut */
};

typedef struct _OqSelection OqSelection;

/**
 * OqSelectionAnswer: called once for each question, later than it was asked, and not at all when it
 * was stopped before. It may ask again, and it may free the selection.
 *
 * @text: (nullable): UTF-8, what was not is U+FFFD, without NUL; never empty. NULL: @error tells
 * why
 */
typedef void (*OqSelectionAnswer)(GBytes *text, const GError *error, gpointer data);

/** oq_selection_new: what there is to be asked is found by the environment, and connected to when
 * it is asked for the first time, except accessibility, which has to know where the focus goes. */
OqSelection *oq_selection_new(void);

/** oq_selection_free: nothing is answered any more. @selection may be NULL. */
void oq_selection_free(OqSelection *selection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqSelection, oq_selection_free)

/**
 * oq_selection_ask:
 * @stop: (nullable): when it is cancelled, there is no answer any more
 */
void oq_selection_ask(OqSelection *selection, OqSelectionWanted wanted, GCancellable *stop,
	OqSelectionAnswer answer, gpointer data);
