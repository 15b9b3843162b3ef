/* resources.h - what the verbs need to make sounds of a text. */
#pragma once

#include "audio/sink.h"
#include "options.h"
#include "speech/engine.h"
#include "text/dictionary.h"
#include "text/lexicon.h"

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

/** oq_resources_engine: the engine with the voice of @options; NULL and OQ_SPEECH_ERROR, or
 * OQ_USAGE_ERROR when there is no such voice. */
OqEngine *oq_resources_engine(const OqOptions *options, GError **error);

/** oq_resources_phonemes: gives the engine the table of its sounds, for their IPA. */
gboolean oq_resources_phonemes(OqEngine *engine, GError **error);

/** oq_resources_player: the sound device of @options; NULL and OQ_AUDIO_ERROR. */
OqSink *oq_resources_player(const OqOptions *options, guint rate_hz, GError **error);
