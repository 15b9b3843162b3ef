/* options.h - the command line, read into one plain struct. */
#pragma once

#include "radio/tagging.h"
#include "reading/settings.h"

#define OQ_USAGE_ERROR (oq_usage_error_quark())
GQuark oq_usage_error_quark(void);

typedef enum {
	OQ_USAGE_ERROR_WRONG, /* the command line cannot be meant like this */
} OqUsageError;

/** What a verb does, a set: its options follow from it. */
typedef enum {
	OQ_TRAIT_ANY = 0,
	OQ_TRAIT_READS = 1 << 0,    /* makes what is said of what is written */
	OQ_TRAIT_SPEAKS = 1 << 1,   /* makes sound of that */
	OQ_TRAIT_PLAYS = 1 << 2,    /* which is heard at once */
	OQ_TRAIT_WRITES = 1 << 3,   /* or becomes a file */
	OQ_TRAIT_PRINTS = 1 << 4,   /* shows what is said instead */
	OQ_TRAIT_FILES = 1 << 5,    /* is called with files */
	OQ_TRAIT_WORDS = 1 << 6,    /* is called with the text itself */
	OQ_TRAIT_VERBS = 1 << 7,    /* is called with names of verbs */
	OQ_TRAIT_RECENT = 1 << 8,   /* tells what was read before */
	OQ_TRAIT_SETS = 1 << 9,     /* is about what the user has set */
	OQ_TRAIT_DRIVEN = 1 << 10,  /* is driven by keys, and keeps the place */
	OQ_TRAIT_TIMES = 1 << 11,   /* tells how long the sound is instead */
	OQ_TRAIT_NAMES = 1 << 12,   /* names the files that it writes */
	OQ_TRAIT_WATCHES = 1 << 13, /* waits for the files that it is to render */
	OQ_TRAIT_DESKTOP = 1 << 14, /* sets up other programs of the user's */
	OQ_TRAIT_CHECKS = 1 << 15,  /* judges what the user has written down of words */
	OQ_TRAIT_LISTS = 1 << 17,   /* tells what a document holds instead of reading it */
	OQ_TRAIT_TEACHES = 1 << 16, /* is called with a word and how it is said */
} OqTraits;

/** What a value is, for those who complete it. */
typedef enum {
	OQ_VALUE_OTHER,
	OQ_VALUE_FILE,
	OQ_VALUE_VOICE,
} OqValueKind;

/** Of one group only one option may be given. */
typedef enum {
	OQ_GROUP_NONE,
	OQ_GROUP_ALONE, /* not held to it: all else is then ignored */
	OQ_GROUP_FORM,  /* what is printed */
	OQ_GROUP_TALK,  /* how much is told besides */
	OQ_GROUP_TURN,  /* what is done when another one is reading */
	OQ_GROUP_TAKEN, /* what is done when a name is taken */
	OQ_GROUP_SET,   /* which profile */
	OQ_GROUP_LEVEL, /* how loud it becomes */
	OQ_GROUP_SETUP, /* what is set up or undone */
	OQ_N_GROUPS,
} OqOptionGroup;

typedef struct {
	const char *name; /* without the dashes */
	char letter;      /* of its short form; 0: it has none */
	gsize member; /* of OqOptions: a char * when the option takes a value, else a gboolean */
	guint traits; /* of the verbs that it fits: one of these is enough */
	OqOptionGroup group;
	gboolean is_list;  /* may be given several times: its member is a char ** */
	const char *value; /* what the value is called, to be translated; NULL: it takes none */
	OqValueKind kind;
	const char
		*choices; /* (nullable): values with blanks between them, all or the usual ones */
	const char *meaning; /* to be translated */
} OqOption;

/** oq_options_table: (transfer none): all options there are. */
const OqOption *oq_options_table(gsize *n_options);

/** oq_options_fits: the option can be given to a verb that has these @traits. */
gboolean oq_options_fits(const OqOption *option, guint traits);

/** What a command was told. Strings are bytes as they were typed. */
typedef struct {
	OqStyle style;
	guint n_jobs; /* 0: not given */
	char *voice;  /* nullable, as all strings here: not given */
	char *encoding;
	char **dictionaries;
	char *device;
	char *output;
	char *out;
	char *format;
	guint settle_s;
	char *forget;
	gboolean broadcast;
	char *profile;
	char *start;
	char *end;
	guint duration_ms; /* 0: not given */
	gboolean paragraphs;
	gboolean no_clobber;
	gboolean number;
	gboolean resume;
	gboolean bell;
	char *title;
	char *author;
	char *date;
	char **tags; /* each "NAME=TEXT" */
	char *list;
	char *intro;
	char *between;
	char *outro;
	char *bed;
	char *each;
	OqPunctuation punctuation;
	OqLanguages languages;
	gboolean follow;
	OqSkips skips;
	OqNotes notes;
	guint sidecars; /* bits of OqSidecar */
	OqMarks marks;
	gboolean written_pauses;
	gboolean spell;
	gboolean sentences;
	gboolean ipa;
	gboolean explain;
	gboolean json;
	gboolean doubts;
	gboolean wait;
	gboolean interrupt;
	gboolean beginning;
	gboolean large;
	gboolean no_color;
	gboolean quiet;
	gboolean verbose;
	gboolean check;
	gboolean setup;
	gboolean undo;
	gboolean setup_speech;
	gboolean setup_speech_all;
	gboolean undo_speech;
	gboolean help;
	gboolean version;
	char **words; /* what is no option, the verb included; never NULL */
	char *speed_text;
	char *pitch_text;
	char *volume_text;
	char *pauses_text;
	char *quotes_text;
	char *punctuation_text;
	char *languages_text;
	char *skip_text;
	char *notes_text;
	char *jobs_text;
	char *beside_text;
	char *duration_text;
	char *settle_text;
	char *marks_text;
	char *rate_text;
	char *bits_text;
	char *channels_text;
	char *bitrate_text;
	char *loudness_text;
	char *gain_text;
	char *head_text;
	char *tail_text;
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

/** oq_options_settings: what was given replaces what @settings hold; all else in them stays. */
void oq_options_settings(const OqOptions *options, OqSettings *settings);

/** oq_options_change_style: the same for the voice. */
void oq_options_change_style(const OqOptions *options, OqStyle *style);

/** oq_options_is_given: the option was on the command line. */
gboolean oq_options_is_given(const OqOptions *options, const OqOption *option);

/** oq_options_refuse_both: FALSE and OQ_USAGE_ERROR: two were given that exclude each other. */
gboolean oq_options_refuse_both(const char *name, const char *other, GError **error);

/** oq_options_fit: FALSE and OQ_USAGE_ERROR when an option was given that does not fit @verb. */
gboolean oq_options_fit(const OqOptions *options, guint traits, const char *verb, GError **error);

/**
 * oq_options_propagate:
 * @failure: (nullable) (transfer none): as it came from below
 *
 * Sets @error to a copy of @failure, which becomes an OQ_USAGE_ERROR when it is @domain's @code:
 * the value of an option names something that does not exist.
 */
void oq_options_propagate(GError **error, const GError *failure, GQuark domain, int code);
