/* stopped.c - see the header. */
#include "cli/stopped.h"

#include "audio/files/sink_file.h"

#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>

/* A pipe and a device have got what was said. */
static gboolean
makes_files(const OqOptions *options)
{
	const char *path = options->output != NULL ? oq_sink_file_path(options->output) : "";
	struct stat info;

	return strcmp(path, "-") != 0 &&
	       (stat(path, &info) != 0 || S_ISREG(info.st_mode) || S_ISDIR(info.st_mode));
}

char *
oq_stopped_line(const OqCall *call, guint traits)
{
	guint n_written = call->n_written != NULL ? (guint)g_atomic_int_get(call->n_written) : 0;

	if ((traits & OQ_TRAIT_NAMES) == 0 || call->options->quiet || !makes_files(call->options))
		return NULL;
	if (call->options->resume)
		return g_strdup(_("stopped; what was said is kept, and the same command goes on "
				  "there"));
	if (n_written == 0)
		return g_strdup(_("stopped; nothing was written"));
	return g_strdup_printf(
		ngettext("stopped; %u audio file is whole, no other was written",
			"stopped; %u audio files are whole, no other was written", n_written),
		n_written);
}
