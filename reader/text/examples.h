/* examples.h - what linguists write down of how a text is read (tests/README.md).
 *
 *     FOLDER/numbers/X.tsv    written, spoken, also heard (separated by " | "), note
 *     FOLDER/punctuation/some/X.tsv, all/X.tsv, FOLDER/spelling/X.tsv
 *                             the same with signs named, and spelled
 *     FOLDER/skips/WHAT/X.tsv the same with that left out (rules/skips.h)
 *     FOLDER/segments/X.tsv   written (⏎ is a line break), its sentences (separated by " | "), -,
 * note FOLDER/sentences/X.txt  a sentence a line, an empty line between paragraphs
 *
 * A row that begins with ! is known to fail. */
#pragma once

#include "text/lexicon/lexicon.h"

/** What is asked of all examples of a folder. */
typedef struct _OqExampleKind OqExampleKind;

/** oq_examples_kinds: (array length=n_kinds): all of them. */
const OqExampleKind *const *oq_examples_kinds(guint *n_kinds);

/** oq_examples_folder: of a kind, below that of all examples: "numbers", "skips/notes". */
const char *oq_examples_folder(const OqExampleKind *kind);

/** oq_examples_kind_of: (nullable): of a file in such a folder; NULL: it holds no examples. */
const OqExampleKind *oq_examples_kind_of(const char *path);

/** oq_examples_is_of_speech: what is expected is what is said; else the text, divided. */
gboolean oq_examples_is_of_speech(const OqExampleKind *kind);

typedef struct {
	guint line;
	char *written;
	char **expected; /* any of these, or all of them as the sentences */
	gboolean known_to_fail;
} OqExampleRow;

/**
 * oq_examples_load:
 * @complaints: (element-type utf8) (nullable): receives a message for each wrong line, which is
 * then left out; NULL: the first of them is the error
 *
 * Returns: (transfer full) (element-type OqExampleRow): NULL and OQ_TABLE_ERROR or G_FILE_ERROR
 */
GPtrArray *oq_examples_load(
	const OqExampleKind *kind, const char *path, GPtrArray *complaints, GError **error);

/**
 * oq_examples_read: (transfer full): what is said of the written text, or the sentences in it.
 * @rules: (nullable): receives the words that rules made, and which
 */
char *oq_examples_read(const OqLexicon *lexicon, const OqExampleKind *kind,
	const OqExampleRow *example, GString *rules);

/** oq_examples_is_right: @got: of oq_examples_read(). */
gboolean oq_examples_is_right(
	const OqExampleKind *kind, const OqExampleRow *example, const char *got);
