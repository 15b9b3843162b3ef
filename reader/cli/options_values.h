/* options_values.h - the values of options that are more than a string: numbers, levels, lists.
 *
 * All of them leave alone what stands for an option that was not given (@text is NULL), except that
 * languages are then all; FALSE and OQ_USAGE_ERROR when the value is not possible.
 */
#pragma once

#include "document/wire.h"
#include "radio/tagging.h"
#include "text/lang.h"
#include "text/lexicon/lexicon.h"
#include "text/rules/skips.h"

/** oq_options_values_number: a whole number from @low to @high; @name is the option's. */
gboolean oq_options_values_number(
	const char *name, const char *text, guint low, guint high, guint *number, GError **error);

/** oq_options_values_duration: as oq_durations_read(). */
gboolean oq_options_values_duration(const char *text, guint *length_ms, GError **error);

/** oq_options_values_punctuation: none, some or all. */
gboolean oq_options_values_punctuation(const char *text, OqPunctuation *level, GError **error);

/** oq_options_values_languages: names with commas between them, kk among them. */
gboolean oq_options_values_languages(const char *text, OqLanguages *languages, GError **error);

/** oq_options_values_skips: names with commas between them. */
gboolean oq_options_values_skips(const char *text, OqSkips *skips, GError **error);

/** oq_options_values_notes: skip, inline or end. */
gboolean oq_options_values_notes(const char *text, OqNotes *notes, GError **error);

/** oq_options_values_sidecars: names with commas between them. */
gboolean oq_options_values_sidecars(const char *text, guint *sidecars, GError **error);

/** oq_options_values_marks: item, paragraph or sentence. */
gboolean oq_options_values_marks(const char *text, OqMarks *marks, GError **error);
