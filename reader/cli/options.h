/* options.h - the command line, read into one plain struct. */
#pragma once

#include "speech/style.h"
#include "text/lang.h"
#include "text/lexicon/lexicon.h"

#define OQ_USAGE_ERROR (oq_usage_error_quark())
GQuark oq_usage_error_quark(void);

typedef enum {
	OQ_USAGE_ERROR_WRONG, /* the command line cannot be meant like this */
} OqUsageError;

/** A set of verbs: which of them an option fits. */
typedef enum {
	OQ_VERB_READ = 1 << 0,
	OQ_VERB_RENDER = 1 << 1,
	OQ_VERB_SAY = 1 << 2,
	OQ_VERB_TEXT = 1 << 3,
	OQ_VERB_VOICES = 1 << 4,
} OqVerb;

/** What a command was told. Strings are bytes as they were typed. */
typedef struct {
	OqStyle style; /* without its voice: that is found later */
	char *voice;   /* nullable, as all strings here: not given */
	char *encoding;
	char *dictionary;
	char *device;
	char *output;
	OqPunctuation punctuation;
	OqLanguages languages;
	gboolean spell;
	gboolean sentences;
	gboolean ipa;
	gboolean explain;
	gboolean json;
	gboolean quiet;
	gboolean verbose;
	gboolean help;
	gboolean version;
	char **words; /* what is no option, the verb included; never NULL */
	char *speed_text;
	char *pitch_text;
	char *volume_text;
	char *punctuation_text;
	char *languages_text;
} OqOptions;

/**
 * oq_options_parse:
 * @arguments: (array zero-terminated=1): the command line; the first is the program's name;
 *   not changed
 *
 * Options and words may be mixed; after "--" everything is a word.
 *
 * Returns: (transfer full): NULL and @error (OQ_USAGE_ERROR) when an option is unknown, lacks its
 *   value or is out of its range
 */
OqOptions *oq_options_parse(char **arguments, GError **error);
void oq_options_free(OqOptions *options);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqOptions, oq_options_free)

/** oq_options_fit: FALSE and OQ_USAGE_ERROR when an option was given that @verb does not have. */
gboolean oq_options_fit(
	const OqOptions *options, OqVerb verb, const char *verb_name, GError **error);

/**
 * oq_options_propagate:
 * @failure: (nullable) (transfer none): as it came from below
 *
 * Sets @error to a copy of @failure, which becomes an OQ_USAGE_ERROR when it is @domain's @code:
 * the value of an option names something that does not exist.
 */
void oq_options_propagate(GError **error, const GError *failure, GQuark domain, int code);

/** oq_options_help: (transfer full): one line for each option. */
char *oq_options_help(void);
