/* resources.h - what the verbs need to make sounds of a text. */
#pragma once

#include "audio/files/sink.h"
#include "cli/options.h"
#include "text/lexicon/lexicon.h"
#include "text/rules/dictionary.h"

/** oq_resources_lexicon: the tables of voices/kk; NULL and OQ_TABLE_ERROR or G_FILE_ERROR. */
OqLexicon *oq_resources_lexicon(GError **error);

/**
 * oq_resources_dictionary:
 * @lexicon: must outlive the dictionary
 *
 * What --dictionary names and, behind it, the user's own words. Rows that are wrong are told on
 * standard error, unless --quiet, and left out; so is a dictionary of the user's that cannot be
 * read.
 *
 * Returns: (transfer full): NULL and OQ_USAGE_ERROR when the file that was named cannot be read
 */
OqDictionary *oq_resources_dictionary(
	const OqOptions *options, const OqLexicon *lexicon, GError **error);

/** oq_resources_player: the sound device of @options; NULL and OQ_AUDIO_ERROR. */
OqSink *oq_resources_player(const OqOptions *options, guint rate_hz, GError **error);
