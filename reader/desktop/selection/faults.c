/* faults.c - see the header. */
#include "desktop/selection/faults.h"

#include <glib/gi18n.h>

G_DEFINE_QUARK(oq_selection_error, oq_selection_error)

GError *
oq_fault_nothing(OqSelectionWanted wanted)
{
	return g_error_new_literal(OQ_SELECTION_ERROR, OQ_SELECTION_ERROR_NOTHING,
		wanted == OQ_SELECTION_CLIPBOARD
			? _("there is no text in the clipboard; copy some, and press the key again")
			: _("nothing is selected; select a text, and press the key again"));
}

/* As /proc has it: at most 15 bytes. */
static char *
name_of(pid_t process)
{
	g_autofree char *path = g_strdup_printf("/proc/%ld/comm", (long)process);
	char *name = NULL;

	if (process <= 0 || !g_file_get_contents(path, &name, NULL, NULL))
		return NULL;
	g_autofree char *raw = g_strchomp(name);
	return g_utf8_make_valid(raw, -1);
}

GError *
oq_fault_late(pid_t process)
{
	g_autofree char *name = name_of(process);

	if (name == NULL)
		return g_error_new_literal(OQ_SELECTION_ERROR, OQ_SELECTION_ERROR_TIMEOUT,
			_("the program with the selected text does not answer; wait until it "
			  "does, or select the text anew"));
	return g_error_new(OQ_SELECTION_ERROR, OQ_SELECTION_ERROR_TIMEOUT,
		_("'%s' (process %ld), whose text is selected, does not answer; wait until it "
		  "does, or close it"),
		name, (long)process);
}

GError *
oq_fault_ended(void)
{
	return g_error_new_literal(OQ_SELECTION_ERROR, OQ_SELECTION_ERROR_GONE,
		_("the program with the selected text has ended; select the text anew"));
}

GError *
oq_fault_display(const char *variable, gboolean is_frozen)
{
	const char *name = g_getenv(variable);

	if (is_frozen)
		return g_error_new(OQ_SELECTION_ERROR, OQ_SELECTION_ERROR_TIMEOUT,
			_("the display %s=%s does not answer; wait until it does"), variable, name);
	return g_error_new(OQ_SELECTION_ERROR, OQ_SELECTION_ERROR_NO_SOURCE,
		_("the display %s=%s cannot be reached; start 'oqyrman desktop' within the desktop "
		  "session"),
		variable, name);
}

GError *
oq_fault_display_gone(void)
{
	return g_error_new_literal(OQ_SELECTION_ERROR, OQ_SELECTION_ERROR_GONE,
		_("the display has gone away while it was asked; press the key again"));
}

GError *
oq_fault_no_display(void)
{
	return g_error_new_literal(OQ_SELECTION_ERROR, OQ_SELECTION_ERROR_NO_SOURCE,
		_("there is no desktop here where a text could be selected (neither DISPLAY nor "
		  "WAYLAND_DISPLAY is set); start 'oqyrman desktop' within the desktop session"));
}

GError *
oq_fault_no_data_control(void)
{
	return g_error_new_literal(OQ_SELECTION_ERROR, OQ_SELECTION_ERROR_NO_SOURCE,
		_("this desktop lets no program know what is selected in other windows; turn on "
		  "accessibility in its settings (GNOME: 'gsettings set "
		  "org.gnome.desktop.interface "
		  "toolkit-accessibility true') and start the other program anew, or copy the text "
		  "and have the clipboard read"));
}

GError *
oq_fault_protected(void)
{
	return g_error_new_literal(OQ_SELECTION_ERROR, OQ_SELECTION_ERROR_PROTECTED,
		_("this is a password, which is not read aloud"));
}

GError *
oq_fault_no_focus(void)
{
	return g_error_new_literal(OQ_SELECTION_ERROR, OQ_SELECTION_ERROR_NO_SOURCE,
		_("the program in front does not say what is selected; turn on accessibility in "
		  "the desktop's settings and start that program anew"));
}

GError *
oq_fault_not_built(void)
{
	return g_error_new_literal(OQ_SELECTION_ERROR, OQ_SELECTION_ERROR_NO_SOURCE,
		_("Oqyrman was built without this desktop's libraries; install libxcb1-dev, "
		  "libxcb-res0-dev and libwayland-dev, and build it anew"));
}
