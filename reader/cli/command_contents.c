/* command_contents.c - oqyrman contents: the outline of a text. */
#include "base/line.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/telling.h"
#include <glib/gi18n.h>

typedef struct {
	const OqCall *call;
	OqOutput output;
} Listing;

/* "3.   Title (12 %)": the number is what the key g takes, the space shows the level. */
static void
add_heading(GString *out, OqDocument *document, const OqHeading *heading, guint number)
{
	guint percent = (guint)(oq_document_fraction(document, heading->start) * 100);
	g_autofree char *title = oq_line_new(heading->title, -1, G_MAXSIZE);
	g_string_append_printf(out, "%u. %*s%s (%u %%)\n", number, 2 * (MAX(heading->level, 1) - 1),
		"", title != NULL ? title : "?", percent);
}

static void
say_none(const Listing *listing, OqDocument *document)
{
	g_autofree char *line =
		g_strdup_printf(_("there are no headings in %s"), oq_document_title(document));
	oq_telling_say(listing->call->telling, line);
}

/* What was found before damage is listed, too. */
static gboolean
list(OqCursor *cursor, gboolean *said, gpointer data, GError **error)
{
	Listing *listing = data;
	OqDocument *document = oq_cursor_document(cursor);
	g_autoptr(GError) failure = NULL;
	gboolean is_read = oq_document_read_outline(document, &failure);
	const GArray *outline = oq_document_outline(document);
	*said = TRUE;
	for (guint i = 0; i < outline->len; i++)
		add_heading(listing->output.pending, document,
			&g_array_index(outline, OqHeading, i), i + 1);
	if (!oq_output_flush(&listing->output, error))
		return FALSE;
	if (is_read && outline->len == 0)
		say_none(listing, document);
	if (!is_read)
		g_propagate_error(error, g_steal_pointer(&failure));
	return is_read;
}

static gboolean
list_files(const OqCall *call, const OqReader *reader, GError **error)
{
	Listing listing = {.call = call};
	g_auto(OqInputs) inputs = {NULL};
	if (!oq_inputs_init(&inputs, call, reader, error))
		return FALSE;
	oq_output_init(&listing.output);
	gboolean is_one = inputs.files[1] == NULL;
	gboolean whole = is_one ? oq_inputs_each(&inputs, list, &listing, error)
				: oq_inputs_as_book(&inputs, list, &listing, error);
	oq_output_clear(&listing.output);
	return oq_inputs_end(&inputs, whole, error);
}

gboolean
oq_command_contents(const OqCall *call, GError **error)
{
	g_autoptr(OqReader) reader = oq_call_reader(call, error);
	return reader != NULL && list_files(call, reader, error);
}
