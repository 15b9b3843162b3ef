/* config_keys.h - the one table of all that config.ini can hold: what reads it, the sample and the
 * messages come from it. */
#pragma once

#include <glib.h>

typedef enum {
	OQ_CONFIG_GROUP_VOICE,
	OQ_CONFIG_GROUP_READING,
	OQ_CONFIG_GROUP_SCREEN,
	OQ_CONFIG_GROUP_DESKTOP,
	OQ_CONFIG_GROUP_KEYS, /* its keys are actions, which are known elsewhere */
	OQ_N_CONFIG_GROUPS,   /* none of them */
} OqConfigGroup;

typedef enum {
	OQ_CONFIG_VOICE,
	OQ_CONFIG_SPEED,
	OQ_CONFIG_PITCH,
	OQ_CONFIG_VOLUME,
	OQ_CONFIG_LANGUAGES,
	OQ_CONFIG_PUNCTUATION,
	OQ_CONFIG_DICTIONARY,
	OQ_CONFIG_DEVICE,
	OQ_CONFIG_PAUSES,
	OQ_CONFIG_GAP_MS,
	OQ_CONFIG_LEAD_MS,
	OQ_CONFIG_SKIP,
	OQ_CONFIG_NOTES,
	OQ_CONFIG_QUOTES,
	OQ_CONFIG_WRITTEN_PAUSES,
	OQ_CONFIG_COLOR,
	OQ_CONFIG_LARGE,
	OQ_CONFIG_READ_SELECTION, /* this and those that follow: as OqDeed */
	OQ_CONFIG_PAUSE,
	OQ_CONFIG_REPEAT,
	OQ_CONFIG_NEXT,
	OQ_CONFIG_PREVIOUS,
	OQ_CONFIG_FASTER,
	OQ_CONFIG_SLOWER,
	OQ_CONFIG_READ_CLIPBOARD,
	OQ_CONFIG_SPELL_SELECTION,
	OQ_CONFIG_WHERE,
	OQ_CONFIG_BUSY,
	OQ_N_CONFIG_KEYS, /* none of them */
} OqConfigKey;

/** What a value is; config_value.h tells how it is read. */
typedef enum {
	OQ_CONFIG_NUMBER,         /* from low to high */
	OQ_CONFIG_CHOICE,         /* one of the choices */
	OQ_CONFIG_CHOICES,        /* some of them, with commas between them */
	OQ_CONFIG_SOME_LANGUAGES, /* the same, and Kazakh is among them */
	OQ_CONFIG_VOICE_NAME,
	OQ_CONFIG_FILE,
	OQ_CONFIG_TEXT,
	OQ_CONFIG_CHORD, /* a key with its modifiers, as chord.h has it; "none" is NULL */
} OqConfigType;

typedef struct {
	OqConfigGroup group;
	const char *name;
	OqConfigType type;
	guint low;
	guint high;
	const char *choices;  /* with blanks between them */
	const char *standard; /* as it would be written; "" where nothing stands for it */
	const char *meaning;  /* to be translated */
} OqConfigRow;

const OqConfigRow *oq_config_keys_row(OqConfigKey key);

/** oq_config_keys_find: OQ_N_CONFIG_KEYS when the group has none of that name. */
OqConfigKey oq_config_keys_find(OqConfigGroup group, const char *name);

/** oq_config_keys_elsewhere: the group that has a key of that name; OQ_N_CONFIG_GROUPS: none. */
OqConfigGroup oq_config_keys_elsewhere(const char *name);

/** oq_config_keys_suggest: (nullable): the key of the group that was meant, perhaps. */
const char *oq_config_keys_suggest(OqConfigGroup group, const char *name);

const char *oq_config_keys_group(OqConfigGroup group);

/** oq_config_keys_group_meaning: to be translated. */
const char *oq_config_keys_group_meaning(OqConfigGroup group);

/** oq_config_keys_find_group: OQ_N_CONFIG_GROUPS when there is none of that name. */
OqConfigGroup oq_config_keys_find_group(const char *name);

/** oq_config_keys_suggest_group: (nullable): the group that was meant, perhaps. */
const char *oq_config_keys_suggest_group(const char *name);
