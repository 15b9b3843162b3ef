/* reader.h - all that is loaded once, for any face: tables, the user's words, the voice. Prints
 * nothing: what the user should be told is handed back. */
#pragma once

#include "reading/cursor.h"
#include "reading/settings.h"
#include "speech/pool.h"

#define OQ_READER_ERROR (oq_reader_error_quark())
GQuark oq_reader_error_quark(void);

typedef enum {
	OQ_READER_ERROR_SETTING, /* a setting names something that there is not */
} OqReaderError;

/**
 * oq_reader_nursery: where the voice of the settings is made ready, while the reader is loaded.
 *
 * Call it before the program has its first thread.
 *
 * Returns: (transfer full): NULL and OQ_CHILD_ERROR or G_FILE_ERROR
 */
OqNursery *oq_reader_nursery(const OqSettings *settings, GError **error);

typedef struct _OqReader OqReader;

/**
 * oq_reader_new:
 * @settings: must outlive the reader, as @nursery
 * @nursery: (nullable): of oq_reader_nursery(); NULL: nothing will be spoken
 * @notices: (element-type utf8): receives what the user should be told: rows of the dictionary that
 *   are wrong and were left out, voices that do not fit
 *
 * Returns: NULL and OQ_READER_ERROR, OQ_TABLE_ERROR, OQ_SPEECH_ERROR or G_FILE_ERROR
 */
OqReader *oq_reader_new(
	const OqSettings *settings, OqNursery *nursery, GPtrArray *notices, GError **error);
void oq_reader_free(OqReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqReader, oq_reader_free)

/** oq_reader_open: (transfer full): a file or a folder, at its beginning, which is not followed;
 * NULL and an error of oq_document_open(). The cursor must not outlive the reader, as those below.
 */
OqCursor *oq_reader_open(
	const OqReader *reader, const char *path, GCancellable *stop, GError **error);

/**
 * oq_reader_open_all:
 * @paths: (array zero-terminated=1): files and folders, as one book (document.h), which is followed
 *   if the settings say so
 * @notices: (element-type utf8): receives which files of a folder are left out; those that turn out
 *   to be missing later are told by oq_document_take_notices()
 *
 * Returns: (transfer full): NULL and an error of oq_document_open_all()
 */
OqCursor *oq_reader_open_all(const OqReader *reader, const char *const *paths, GCancellable *stop,
	GPtrArray *notices, GError **error);

/** oq_reader_text: (transfer full): a text, which is copied. */
OqCursor *oq_reader_text(const OqReader *reader, const char *text);

/** oq_reader_spell: (transfer full): the same, character by character. */
OqCursor *oq_reader_spell(const OqReader *reader, const char *text);

/**
 * oq_reader_teach: how a word is said, from now on and in the user's own dictionary.
 *
 * No cursor of the reader may be in use by another thread meanwhile.
 *
 * Returns: FALSE and OQ_TABLE_ERROR_ROW, when the word cannot be said like that, or an error of
 *   oq_user_words_add(); then it is said like that until the program ends
 */
gboolean oq_reader_teach(OqReader *reader, const char *written, const char *spoken, GError **error);

/** oq_reader_is_taught: the user's own dictionary says how just this word is said. */
gboolean oq_reader_is_taught(const OqReader *reader, const char *written);

/**
 * oq_reader_forget: it is said as before from now on, and no longer in that dictionary.
 *
 * As with oq_reader_teach() no cursor may be in use.
 *
 * Returns: FALSE and an error of oq_user_words_remove(); then it is said as it was taught
 */
gboolean oq_reader_forget(OqReader *reader, const char *written, GError **error);

/**
 * oq_reader_refresh: what is read from now on is read by the dictionaries as they are, should one
 * of their files be another one than it was; cursors go on with the words that they began with.
 * @notices: as oq_reader_new()
 */
void oq_reader_refresh(OqReader *reader, GPtrArray *notices);

/** oq_reader_lexicon: (transfer none). */
const OqLexicon *oq_reader_lexicon(const OqReader *reader);

/** oq_reader_speed: Kazakh words a minute that the settings ask for, or the voice by itself. */
guint oq_reader_speed(const OqReader *reader);

/** oq_reader_pool: (transfer full): children that speak; the reader must have a nursery. */
OqPool *oq_reader_pool(const OqReader *reader, guint n_children);
