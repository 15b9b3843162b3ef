/* setup.h - the keys in the desktop's own settings: each is bound to a command there, and works
 * whether or not the service runs.
 *
 * GNOME, KDE Plasma 5 and XFCE, as XDG_CURRENT_DESKTOP says. A key that is taken there stays with
 * who has it. Done twice it is as if it was done once, and so is undoing it.
 */
#pragma once

#include "reading/config/config.h"

/** OqSetupTell: what will be done and what was, line by line, for the user. */
typedef void (*OqSetupTell)(const char *line, gpointer data);

/**
 * oq_setup_keys: binds the keys of @config, and frees those that it had bound before and that are
 * not in it any more.
 * @program: the path of oqyrman
 *
 * Returns: FALSE and G_IO_ERROR, with the cure: another desktop, its settings are not there, or all
 * keys are taken
 */
gboolean oq_setup_keys(const OqConfig *config, const char *program, OqSetupTell tell, gpointer data,
	GError **error);

/** oq_undo_keys: frees what oq_setup_keys() has bound, and nothing else. */
gboolean oq_undo_keys(OqSetupTell tell, gpointer data, GError **error);
