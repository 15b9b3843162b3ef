/* journal.h - a hidden file in which what was said is kept until all of it is, so that a reading
 * that was broken off, by whatever it was, can go on where it stopped.
 *
 * It holds whole passages (speech/pool.h), each speech with a digest of what was said and how, and
 * a sum of itself: what was written half is left out. The same text gives the same speeches, said
 * or kept. Whoever has it open has it alone. One thread. */
#pragma once

#include "speech/passage.h"
#include "speech/speech.h"

#define OQ_JOURNAL_ERROR (oq_journal_error_quark())
GQuark oq_journal_error_quark(void);

typedef enum {
	OQ_JOURNAL_ERROR_BUSY,    /* another process has it open */
	OQ_JOURNAL_ERROR_CHANGED, /* what is to be said is not what was said; it is empty now */
} OqJournalError;

typedef struct _OqJournal OqJournal;

/** What is to be said, told apart from all else. */
typedef struct {
	guint8 sum[20];
} OqJournalDigest;

/** oq_journal_path: (transfer full): where that of an audio file is: beside it. */
char *oq_journal_path(const char *output);

/**
 * oq_journal_new: opens it, or makes it.
 * @key: one line, which tells what is to be said from what else could be; a journal with another
 * one is emptied
 *
 * Returns: NULL and OQ_JOURNAL_ERROR_BUSY or OQ_BESIDE_ERROR_FILE
 */
OqJournal *oq_journal_new(const char *path, const char *key, GError **error);

/** oq_journal_free: closes it; an empty one is removed. */
void oq_journal_free(OqJournal *journal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqJournal, oq_journal_free)

OqJournalDigest oq_journal_digest(
	const OqUtterance *utterance, guint first_word, const OqStyle *style);

/**
 * oq_journal_recall: (transfer full): the next speech.
 *
 * Returns: NULL without an error when there is no more: the utterance begins a passage then. NULL
 * and OQ_JOURNAL_ERROR_CHANGED: all has to be read from its beginning again
 */
OqSpeech *oq_journal_recall(OqJournal *journal, const OqJournalDigest *digest, GError **error);

/**
 * oq_journal_add: when no more was recalled.
 * @begins: it begins a passage
 *
 * Returns: FALSE and OQ_BESIDE_ERROR_FILE
 */
gboolean oq_journal_add(OqJournal *journal, const OqJournalDigest *digest, gboolean begins,
	const OqSpeech *speech, GError **error);

/** oq_journal_remove: @output is whole, and the journal has done its work. */
void oq_journal_remove(OqJournal *journal);

/** oq_journal_note: the same, but the journal stays, with nothing in it but what the file @output
 * is like: others are still to be made. */
void oq_journal_note(OqJournal *journal, const char *output);

/** oq_journal_is_noted: @output is still as it was noted, with this @key. */
gboolean oq_journal_is_noted(const char *output, const char *key);

/** oq_journal_forget: removes what was noted of @output. */
void oq_journal_forget(const char *output);
