/* deed.c - see the header. */
#include "desktop/deed.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct {
	const char *name;
	const char *title;
} rows[] = {
	[OQ_DEED_READ_SELECTION] = {"read-selection", N_("Read what is selected, or stop")},
	[OQ_DEED_PAUSE] = {"pause", N_("Pause, or go on")},
	[OQ_DEED_REPEAT] = {"repeat", N_("Read the sentence again")},
	[OQ_DEED_NEXT] = {"next", N_("Next sentence")},
	[OQ_DEED_PREVIOUS] = {"previous", N_("Previous sentence")},
	[OQ_DEED_FASTER] = {"faster", N_("Speak faster")},
	[OQ_DEED_SLOWER] = {"slower", N_("Speak slower")},
	[OQ_DEED_READ_CLIPBOARD] = {"read-clipboard", N_("Read the clipboard")},
	[OQ_DEED_SPELL_SELECTION] = {"spell-selection", N_("Spell what is selected")},
	[OQ_DEED_WHERE] = {"where", N_("Say where the reading is")},
};
G_STATIC_ASSERT(G_N_ELEMENTS(rows) == OQ_N_DEEDS);

const char *
oq_deed_name(OqDeed deed)
{
	return rows[deed].name;
}

const char *
oq_deed_title(OqDeed deed)
{
	return _(rows[deed].title);
}

gboolean
oq_deed_parse(const char *name, OqDeed *deed)
{
	for (OqDeed each = 0; each < OQ_N_DEEDS; each++) {
		if (strcmp(rows[each].name, name) != 0)
			continue;
		*deed = each;
		return TRUE;
	}
	return FALSE;
}
