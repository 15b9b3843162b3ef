/* deed.c - see the header. */
#include "desktop/deed.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct {
	const char *name;
	const char *title;
} rows[] = {
	[OQ_DEED_READ_SELECTION] = {"read-selection", N_("read what is selected, or stop")},
	[OQ_DEED_PAUSE] = {"pause", N_("pause, or go on")},
	[OQ_DEED_REPEAT] = {"repeat", N_("the sentence again")},
	[OQ_DEED_NEXT] = {"next", N_("one sentence on")},
	[OQ_DEED_PREVIOUS] = {"previous", N_("one sentence back")},
	[OQ_DEED_FASTER] = {"faster", N_("speak faster")},
	[OQ_DEED_SLOWER] = {"slower", N_("speak slower")},
	[OQ_DEED_READ_CLIPBOARD] = {"read-clipboard", N_("read what is in the clipboard")},
	[OQ_DEED_SPELL_SELECTION] = {"spell-selection", N_("spell what is selected")},
	[OQ_DEED_WHERE] = {"where", N_("say where you are in the text")},
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
