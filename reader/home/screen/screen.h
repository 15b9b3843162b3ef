/* screen.h - what a listener may look at while it is read: the sentence, in it the word that is
 * heard, answers, and a line that is typed.
 *
 * All goes line by line, and what was printed stays: braille displays and screen readers follow it,
 * and a pipe gets the sentences alone, a line each. Nothing waits: where the terminal takes nothing
 * for a while, words are passed over, and sentences and answers come later. One thread, whose
 * default context has to run.
 *
 * What is written stands below what was there. Words are shown as heard only as long as nobody else
 * writes on the terminal: call oq_screen_rest() before others do, and let the looks be without
 * rewrites where keys are echoed or the program is in the background.
 *
 * The calls that write return FALSE once: when what they write to takes nothing any more. From then
 * on they do nothing and return TRUE. */
#pragma once

#include "home/screen/glyphs.h"
#include "home/screen/looks.h"
#include <gio/gio.h>

typedef struct _OqScreen OqScreen;

/**
 * oq_screen_new:
 * @fd: standard output; stays the caller's
 * @glyphs: (nullable) (transfer full): the sentence is shown in these letters
 * @columns, @rows: as long as @fd does not tell its size
 */
OqScreen *oq_screen_new(int fd, const OqLooks *looks, OqGlyphs *glyphs, guint columns, guint rows);

/** oq_screen_free: the word is no longer shown as heard; what still waits is not written. */
void oq_screen_free(OqScreen *screen);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqScreen, oq_screen_free)

/** oq_screen_sentence: @text: as it is written, from byte @start of the document on. */
gboolean oq_screen_sentence(OqScreen *screen, const char *text, guint64 start);

/** oq_screen_word: bytes @start to @end of the document are heard; none when both are equal. */
gboolean oq_screen_word(OqScreen *screen, guint64 start, guint64 end);

/** oq_screen_answer: on lines of its own. */
gboolean oq_screen_answer(OqScreen *screen, const char *text);

/** oq_screen_prompt: @line: (nullable): what is typed, with what stands before it; NULL: no longer;
 * @cursor: a byte of it. */
gboolean oq_screen_prompt(OqScreen *screen, const char *line, gsize cursor);

/** oq_screen_resize: the terminal has another size, and may have broken its lines anew: no word is
 * shown as heard before the next sentence that comes when the size has not changed for a moment. */
gboolean oq_screen_resize(OqScreen *screen, guint columns, guint rows);

/** oq_screen_rest: others are going to write, a shell for example. The line is finished; no word is
 * shown as heard before the next sentence. */
gboolean oq_screen_rest(OqScreen *screen);

/** oq_screen_finish: the end: waits until all is written, it fails, or @stop, but not for long when
 * it @is_hurried; FALSE: not all was. */
gboolean oq_screen_finish(OqScreen *screen, gboolean is_hurried, GCancellable *stop);

/** oq_screen_is_held_up: it is no terminal, and whoever reads it is behind. */
gboolean oq_screen_is_held_up(const OqScreen *screen);

/** oq_screen_failure: errno of what failed, or 0. */
int oq_screen_failure(const OqScreen *screen);
