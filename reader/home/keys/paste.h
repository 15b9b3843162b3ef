/* paste.h - a text that is pasted into a terminal: what stands between ESC [ 200 ~, which the
 * caller has seen, and ESC [ 201 ~. */
#pragma once

#include <glib.h>

/** So much of it is kept; the rest is dropped. */
#define OQ_PASTE_MAX_BYTES 4096

typedef struct {
	GString *text;
	guint n_matched; /* bytes of what ends it */
} OqPaste;

void oq_paste_init(OqPaste *paste);
void oq_paste_clear(OqPaste *paste);

/** oq_paste_begin: the next one; the text of the last one is gone. */
void oq_paste_begin(OqPaste *paste);

/** oq_paste_take: TRUE: that was the last byte, or it is Ctrl+C, which is not of the paste. */
gboolean oq_paste_take(OqPaste *paste, char byte);

/** oq_paste_is_waiting: the last byte was ESC, which may be a key. */
gboolean oq_paste_is_waiting(const OqPaste *paste);

/** oq_paste_finish: the text so far: valid UTF-8, in which no character is cut. */
const char *oq_paste_finish(OqPaste *paste);
