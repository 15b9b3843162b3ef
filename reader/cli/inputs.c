/* inputs.c - see the header. */
#include "cli/inputs.h"
#include "cli/messages.h"
#include <glib/gi18n.h>
#include <sys/stat.h>
#include <unistd.h>

G_DEFINE_QUARK(oq - inputs - error - quark, oq_inputs_error)

static gboolean
is_standard_input(const char *file)
{
	return strcmp(file, "-") == 0;
}

static const char *
shown_name(const char *file)
{
	return is_standard_input(file) ? _("standard input") : file;
}

/* A pipe gives its bytes only once; what is not there at all is left to oq_document_open() to name.
 */
static gboolean
may_open_twice(const char *file)
{
	struct stat status;
	return !is_standard_input(file) &&
	       (stat(file, &status) != 0 || S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
}

static gboolean
check_file(const char *file, const char *encoding, GError **error)
{
	if (!may_open_twice(file))
		return TRUE;
	g_autoptr(OqDocument) document = oq_document_open(file, encoding, NULL, error);
	return document != NULL;
}

static char **
choose_files(char **words, GError **error)
{
	if (words[0] != NULL)
		return g_strdupv(words);
	if (!isatty(STDIN_FILENO))
		return g_strsplit("-", " ", 1);
	g_set_error_literal(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
		_("no file is named; name one, or pass a text in through a pipe"));
	return NULL;
}

gboolean
oq_inputs_init(OqInputs *inputs, const OqCall *call, const OqReader *reader, GError **error)
{
	*inputs = (OqInputs){.call = call, .reader = reader};
	inputs->notes = g_ptr_array_new_with_free_func(g_free);
	inputs->files = choose_files(call->words, error);
	if (inputs->files == NULL)
		return FALSE;
	for (gsize i = 0; inputs->files[i] != NULL; i++) {
		if (!check_file(inputs->files[i], call->options->encoding, error))
			return FALSE;
	}
	return TRUE;
}

void
oq_inputs_clear(OqInputs *inputs)
{
	g_clear_pointer(&inputs->files, g_strfreev);
	g_clear_pointer(&inputs->notes, g_ptr_array_unref);
}

static void
note_bad_bytes(OqInputs *inputs, const char *file, gulong n_bad_bytes)
{
	if (n_bad_bytes == 0)
		return;
	char *note = g_strdup_printf(
		ngettext("%s: %lu byte is not UTF-8 and was replaced; name the encoding with "
			 "--encoding",
			"%s: %lu bytes are not UTF-8 and were replaced; name the encoding with "
			"--encoding",
			n_bad_bytes),
		shown_name(file), n_bad_bytes);
	g_ptr_array_add(inputs->notes, note);
}

static char *
nothing_in(const char *file)
{
	return g_strdup_printf(_("there is nothing to read in %s"), shown_name(file));
}

static void
say_reading(const char *file)
{
	g_autofree char *line = g_strdup_printf(_("reading %s"), shown_name(file));
	oq_messages_say(line);
}

static gboolean
read_file(OqInputs *inputs, const char *file, OqInputsConsume consume, gpointer data,
	gboolean *said, GError **error)
{
	const OqOptions *options = inputs->call->options;
	if (options->verbose)
		say_reading(file);
	g_autoptr(OqCursor) cursor =
		oq_reader_open(inputs->reader, file, inputs->call->stop, error);
	if (cursor == NULL)
		return FALSE;
	OqDocument *document = oq_cursor_document(cursor);
	if (inputs->wait != NULL)
		oq_document_on_wait(document, inputs->wait, inputs->wait_data);
	gboolean whole = consume(cursor, said, data, error);
	note_bad_bytes(inputs, file, (gulong)oq_document_n_bad_bytes(document));
	return whole;
}

static void
set_nothing(const OqInputs *inputs, GError **error)
{
	g_autofree char *nothing =
		inputs->files[1] == NULL
			? nothing_in(inputs->files[0])
			: g_strdup(_("there is nothing to read in any of the files"));
	g_set_error_literal(error, OQ_INPUTS_ERROR, OQ_INPUTS_ERROR_NOTHING, nothing);
}

gboolean
oq_inputs_each(OqInputs *inputs, OqInputsConsume consume, gpointer data, GError **error)
{
	g_autoptr(GPtrArray) silent = g_ptr_array_new_with_free_func(g_free);
	guint n_files = 0;
	for (; inputs->files[n_files] != NULL; n_files++) {
		gboolean said = FALSE;
		if (!read_file(inputs, inputs->files[n_files], consume, data, &said, error))
			return FALSE;
		if (!said)
			g_ptr_array_add(silent, nothing_in(inputs->files[n_files]));
	}
	if (silent->len == n_files) {
		set_nothing(inputs, error);
		return FALSE;
	}
	g_ptr_array_extend_and_steal(inputs->notes, g_steal_pointer(&silent));
	return TRUE;
}

void
oq_inputs_say_notes(const OqInputs *inputs)
{
	for (guint i = 0; i < inputs->notes->len && !inputs->call->options->quiet; i++)
		oq_messages_say(g_ptr_array_index(inputs->notes, i));
}
