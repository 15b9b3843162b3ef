/* setup-private.h - what the desktops of setup.h have in common. */
#pragma once

#include "base/chord.h"
#include "cli/setup/setup.h"
#include "desktop/deed.h"

typedef struct {
	gboolean is_wanted;
	OqChord chord;
	char *key; /* nullable: as we write it */
	char *command;
} OqSetupBinding;

typedef struct {
	OqSetupBinding each[OQ_N_DEEDS]; /* to undo: none is wanted */
	const char *program;             /* nullable */
	OqSetupTell tell;
	gpointer data;
	guint n_bound;
	guint n_freed; /* that were bound before */
} OqSetup;

/** A desktop: binds what is wanted and frees the rest of what is ours. */
typedef gboolean (*OqSetupDesktop)(OqSetup *setup, GError **error);
gboolean oq_setup_gnome(OqSetup *setup, GError **error);
gboolean oq_setup_kde(OqSetup *setup, GError **error);
gboolean oq_setup_xfce(OqSetup *setup, GError **error);

/** oq_setup_told_bound: counts and tells it. */
void oq_setup_told_bound(OqSetup *setup, OqDeed deed);

/** oq_setup_told_taken: @owner: what has it, as the desktop calls it */
void oq_setup_told_taken(OqSetup *setup, OqDeed deed, const char *owner);

void oq_setup_told(OqSetup *setup, const char *line);

/** oq_setup_is_ours: such a command is one of oq_setup_keys()'s for the deed. */
gboolean oq_setup_is_ours(const char *command, OqDeed deed);
