/* setup.c - see the header. */
#include "cli/setup/setup-private.h"

#include "desktop/bound.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

static const struct {
	const char *name; /* in XDG_CURRENT_DESKTOP */
	OqSetupDesktop set;
} desktops[] = {
	{"GNOME", oq_setup_gnome},
	{"KDE", oq_setup_kde},
	{"XFCE", oq_setup_xfce},
};

void
oq_setup_told(OqSetup *setup, const char *line)
{
	setup->tell(line, setup->data);
}

void
oq_setup_told_bound(OqSetup *setup, OqDeed deed)
{
	g_autofree char *line =
		g_strdup_printf("%s: %s", setup->each[deed].key, oq_deed_title(deed));

	setup->n_bound++;
	oq_setup_told(setup, line);
}

void
oq_setup_told_taken(OqSetup *setup, OqDeed deed, const char *owner)
{
	g_autofree char *line = g_strdup_printf(
		_("%s is not bound: %s has it; give %s another key in config.ini, in the group "
		  "[desktop], and do this again"),
		setup->each[deed].key, owner, oq_deed_name(deed));

	oq_setup_told(setup, line);
}

static char *
make_command(const char *program, OqDeed deed)
{
	static const char plain[] = G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "/._-+";
	g_autofree char *quoted = program[strspn(program, plain)] != '\0' ? g_shell_quote(program)
									  : g_strdup(program);

	return g_strdup_printf("%s selection %s", quoted, oq_deed_name(deed));
}

gboolean
oq_setup_is_ours(const char *command, OqDeed deed)
{
	g_autofree char *end = g_strdup_printf("oqyrman selection %s", oq_deed_name(deed));
	g_autofree char *quoted_end = g_strdup_printf("oqyrman' selection %s", oq_deed_name(deed));

	return g_str_has_suffix(command, end) || g_str_has_suffix(command, quoted_end);
}

/* (nullable): an earlier one that has the same key */
static const OqSetupBinding *
find_same(const OqSetup *setup, OqDeed before)
{
	const OqChord *chord = &setup->each[before].chord;

	for (OqDeed deed = 0; deed < before; deed++) {
		const OqSetupBinding *binding = &setup->each[deed];
		if (binding->is_wanted && binding->chord.keysym == chord->keysym &&
			binding->chord.modifiers == chord->modifiers)
			return binding;
	}
	return NULL;
}

static void
take_keys(OqSetup *setup, const OqConfig *config, const char *program)
{
	setup->program = program;
	for (OqDeed deed = 0; deed < OQ_N_DEEDS; deed++) {
		OqSetupBinding *binding = &setup->each[deed];
		const char *key = oq_config_text(config, OQ_CONFIG_READ_SELECTION + deed);
		binding->is_wanted = key != NULL && oq_chord_read(key, &binding->chord, NULL);
		binding->key = g_strdup(key);
		binding->command = make_command(program, deed);
		const OqSetupBinding *same = binding->is_wanted ? find_same(setup, deed) : NULL;
		if (same == NULL)
			continue;
		binding->is_wanted = FALSE;
		oq_setup_told_taken(setup, deed, oq_deed_title((OqDeed)(same - setup->each)));
	}
}

static void
clear_keys(OqSetup *setup)
{
	for (OqDeed deed = 0; deed < OQ_N_DEEDS; deed++) {
		g_free(setup->each[deed].key);
		g_free(setup->each[deed].command);
	}
}

/* G_N_ELEMENTS(desktops): none of them, and why */
static gsize
find_desktop(GError **error)
{
	const char *current = g_getenv("XDG_CURRENT_DESKTOP");
	gsize i = 0;

	while (i < G_N_ELEMENTS(desktops) && !oq_bound_is_desktop(desktops[i].name))
		i++;
	if (i == G_N_ELEMENTS(desktops) && current != NULL && *current != '\0')
		g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
			_("%s is none of the desktops whose keys can be set here (GNOME, KDE, "
			  "XFCE); bind the command oqyrman selection to a key in its keyboard "
			  "settings"),
			current);
	else if (i == G_N_ELEMENTS(desktops))
		g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
			_("no desktop runs here (XDG_CURRENT_DESKTOP is empty); do this in a "
			  "terminal of the desktop whose keys are to be set"));
	return i;
}

static gboolean
set_keys(OqSetup *setup, const char *desktop, GError **error)
{
	g_autofree char *count =
		g_strdup_printf(ngettext("%u key is bound; oqyrman desktop --undo takes it back",
					"%u keys are bound; oqyrman desktop --undo takes them back",
					setup->n_bound),
			setup->n_bound);

	if (setup->n_bound == 0) {
		g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_FAILED,
			_("no key is bound; give others in config.ini, in the group [desktop]"));
		return FALSE;
	}
	oq_setup_told(setup, count);
	oq_setup_told(setup, _("if oqyrman desktop is running, start it again: then it leaves the "
			       "keys to the desktop"));
	return oq_bound_mark(desktop, error);
}

gboolean
oq_setup_keys(const OqConfig *config, const char *program, OqSetupTell tell, gpointer data,
	GError **error)
{
	OqSetup setup = {.tell = tell, .data = data};
	gsize i = find_desktop(error);
	if (i == G_N_ELEMENTS(desktops))
		return FALSE;
	g_autofree char *line = g_strdup_printf(
		_("keys are being bound to commands in the keyboard settings of %s:"),
		desktops[i].name);
	oq_setup_told(&setup, line);
	take_keys(&setup, config, program);
	gboolean is_done =
		desktops[i].set(&setup, error) && set_keys(&setup, desktops[i].name, error);
	clear_keys(&setup);
	return is_done;
}

gboolean
oq_undo_keys(OqSetupTell tell, gpointer data, GError **error)
{
	OqSetup setup = {.tell = tell, .data = data};
	gsize i = find_desktop(error);
	if (i == G_N_ELEMENTS(desktops) || !desktops[i].set(&setup, error))
		return FALSE;
	g_autofree char *line =
		setup.n_freed > 0
			? g_strdup_printf(ngettext("%u key is taken back", "%u keys are taken back",
						  setup.n_freed),
				  setup.n_freed)
			: g_strdup(_("no key was bound; there is nothing to be taken back"));
	oq_setup_told(&setup, line);
	if (setup.n_freed > 0)
		oq_setup_told(
			&setup, _("if oqyrman desktop is running, start it again: then it has "
				  "the keys itself, where it can"));
	return oq_bound_mark(NULL, error);
}
