/* deed.h - what the hotkey reader can be asked for, by a key, on the bus or on the command line. */
#pragma once

#include <glib.h>

typedef enum {
	OQ_DEED_READ_SELECTION, /* or stop */
	OQ_DEED_PAUSE,
	OQ_DEED_REPEAT,
	OQ_DEED_NEXT,
	OQ_DEED_PREVIOUS,
	OQ_DEED_FASTER,
	OQ_DEED_SLOWER,
	OQ_DEED_READ_CLIPBOARD,
	OQ_DEED_SPELL_SELECTION,
	OQ_DEED_WHERE,
	OQ_N_DEEDS, /* none of them */
} OqDeed;

/** oq_deed_name: "read-selection": in config.ini, on the bus, on the command line. */
const char *oq_deed_name(OqDeed deed);

/** oq_deed_title: translated, for the dialogues of desktops. */
const char *oq_deed_title(OqDeed deed);

/** oq_deed_parse: FALSE, and @deed as it was: nothing has this name. */
gboolean oq_deed_parse(const char *name, OqDeed *deed);
