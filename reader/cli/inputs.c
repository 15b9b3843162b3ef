/* inputs.c - see the header. */
#include "cli/inputs.h"
#include "document/folder.h"
#include "radio/excerpt.h"
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

static gboolean
add_files(OqInputs *inputs, const char *name, GPtrArray *files, GError **error)
{
	const OqCall *call = inputs->call;
	if (oq_folder_is_one(name))
		return oq_folder_list(
			name, call->options->encoding, call->stop, files, inputs->notes, error);
	g_ptr_array_add(files, g_strdup(name));
	return check_file(name, call->options->encoding, error);
}

gboolean
oq_inputs_init(OqInputs *inputs, const OqCall *call, const OqReader *reader, GError **error)
{
	*inputs = (OqInputs){.call = call, .reader = reader};
	inputs->notes = g_ptr_array_new_with_free_func(g_free);
	inputs->kept = g_ptr_array_new_with_free_func((GDestroyNotify)oq_cursor_free);
	inputs->names = choose_files(call->words, error);
	if (inputs->names == NULL)
		return FALSE;
	g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
	for (gsize i = 0; inputs->names[i] != NULL; i++) {
		if (!add_files(inputs, inputs->names[i], files, error))
			return FALSE;
	}
	g_ptr_array_add(files, NULL);
	inputs->files = (char **)g_ptr_array_steal(files, NULL);
	return TRUE;
}

void
oq_inputs_clear(OqInputs *inputs)
{
	g_clear_pointer(&inputs->names, g_strfreev);
	g_clear_pointer(&inputs->files, g_strfreev);
	g_clear_pointer(&inputs->notes, g_ptr_array_unref);
	g_clear_pointer(&inputs->kept, g_ptr_array_unref);
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
say_if_verbose(const OqInputs *inputs, const char *file)
{
	g_autofree char *line = g_strdup_printf(_("reading %s"), shown_name(file));
	if (inputs->call->options->verbose)
		oq_telling_say(inputs->call->telling, line);
}

static void
say_how_sealed(const OqInputs *inputs, const OqDocument *document)
{
	if (inputs->call->options->verbose && oq_document_lacks_landlock(document))
		oq_telling_say(inputs->call->telling,
			_("this kernel has no Landlock: seccomp alone keeps the program in that "
			  "opens documents"));
}

static void
say_encoding(const OqInputs *inputs, const OqDocument *document, const char *file)
{
	const char *encoding = oq_document_encoding(document);
	if (!inputs->call->options->verbose || encoding == NULL)
		return;
	g_autofree char *line = g_strdup_printf(_("%s is read as %s"), shown_name(file), encoding);
	oq_telling_say(inputs->call->telling, line);
}

static guint
book_index(const OqInputs *inputs)
{
	return g_strv_length(inputs->files);
}

/* What cannot be opened again, where it is to be read again. */
static gboolean
is_to_be_kept(const OqInputs *inputs, guint index)
{
	gboolean may_open = TRUE;
	for (guint i = 0; i < book_index(inputs); i++)
		if (i == index || index == book_index(inputs))
			may_open = may_open && may_open_twice(inputs->files[i]);
	return inputs->is_repeated && !may_open;
}

/* @cursor: (transfer full) */
static void
keep(OqInputs *inputs, guint index, OqCursor *cursor)
{
	if (inputs->kept->len == 0)
		g_ptr_array_set_size(inputs->kept, (gint)book_index(inputs) + 1);
	g_ptr_array_index(inputs->kept, index) = cursor;
}

/* (transfer full) (nullable): from its beginning on; NULL without @failure: it was not kept. */
static OqCursor *
take_kept(OqInputs *inputs, guint index, GError **failure)
{
	g_autoptr(OqCursor) cursor = NULL;
	if (inputs->kept->len == 0 || g_ptr_array_index(inputs->kept, index) == NULL)
		return NULL;
	cursor = g_steal_pointer(&g_ptr_array_index(inputs->kept, index));
	oq_cursor_set_end(cursor, G_MAXUINT64);
	return oq_cursor_go(cursor, 0, OQ_STEP_DOCUMENT, 0, failure) ? g_steal_pointer(&cursor)
								     : NULL;
}

/* @taken: (transfer full) (nullable): NULL: it could not be opened. */
static gboolean
read_cursor(OqInputs *inputs, OqCursor *taken, guint index, OqInputsConsume consume, gpointer data,
	gboolean *said, GError **error)
{
	const char *name = index < book_index(inputs) ? inputs->files[index] : inputs->names[0];
	g_autoptr(OqCursor) cursor = taken;
	if (cursor == NULL)
		return FALSE;
	OqDocument *document = oq_cursor_document(cursor);
	if (inputs->wait != NULL)
		oq_document_on_wait(document, inputs->wait, inputs->wait_data);
	say_how_sealed(inputs, document);
	say_encoding(inputs, document, name);
	gboolean whole = consume(cursor, said, data, error);
	inputs->n_cut += oq_document_n_cut(document);
	note_bad_bytes(inputs, name, (gulong)oq_document_n_bad_bytes(document));
	GPtrArray *notices = oq_document_take_notices(document);
	if (notices != NULL)
		g_ptr_array_extend_and_steal(inputs->notes, notices);
	if (whole && is_to_be_kept(inputs, index))
		keep(inputs, index, g_steal_pointer(&cursor));
	return whole;
}

/* Only behind the last one nothing else is waiting. */
static OqCursor *
open_file(OqInputs *inputs, guint index, GError **error)
{
	const char *const paths[] = {inputs->files[index], NULL};
	GCancellable *stop = inputs->call->stop;
	g_autoptr(GError) failure = NULL;
	OqCursor *kept = take_kept(inputs, index, &failure);
	if (kept != NULL || failure != NULL) {
		if (failure != NULL)
			g_propagate_error(error, g_steal_pointer(&failure));
		return kept;
	}
	if (inputs->files[index + 1] != NULL)
		return oq_reader_open(inputs->reader, paths[0], stop, error);
	return oq_reader_open_all(inputs->reader, paths, stop, inputs->notes, error);
}

/* What stands in a folder that was named, and proves to be none that can be read, is left out. */
static gboolean
may_leave_out(const OqInputs *inputs, const char *file, const GError *failure)
{
	return failure != NULL && failure->domain == OQ_DOCUMENT_ERROR &&
	       !g_strv_contains((const char *const *)inputs->names, file);
}

/* @silent: receives why there was nothing to say. */
static gboolean
read_file(OqInputs *inputs, guint index, OqInputsConsume consume, gpointer data, GPtrArray *silent,
	GError **error)
{
	const char *file = inputs->files[index];
	say_if_verbose(inputs, file);
	g_autoptr(GError) failure = NULL;
	OqCursor *cursor = open_file(inputs, index, &failure);
	if (cursor == NULL && may_leave_out(inputs, file, failure)) {
		g_ptr_array_add(silent, g_strdup(failure->message));
		return TRUE;
	}
	gboolean said = FALSE;
	if (failure != NULL)
		g_propagate_error(error, g_steal_pointer(&failure));
	if (!read_cursor(inputs, cursor, index, consume, data, &said, error))
		return FALSE;
	if (!said)
		g_ptr_array_add(silent, nothing_in(file));
	return TRUE;
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

/* Nothing else than damage of this file, of which the others know nothing. */
static gboolean
may_go_on(const OqInputs *inputs, const GError *failure)
{
	return inputs->files[1] != NULL && failure->domain == OQ_DOCUMENT_ERROR &&
	       failure->code != OQ_DOCUMENT_ERROR_ENCODING;
}

gboolean
oq_inputs_each(OqInputs *inputs, OqInputsConsume consume, gpointer data, GError **error)
{
	g_autoptr(GPtrArray) silent = g_ptr_array_new_with_free_func(g_free);
	guint n_files = 0;
	for (; inputs->files[n_files] != NULL; n_files++) {
		g_autoptr(GError) failure = NULL;
		if (read_file(inputs, n_files, consume, data, silent, &failure))
			continue;
		if (!may_go_on(inputs, failure)) {
			g_propagate_error(error, g_steal_pointer(&failure));
			return FALSE;
		}
		oq_telling_say(inputs->call->telling, failure->message);
		inputs->n_cut++;
	}
	if (silent->len == n_files) {
		set_nothing(inputs, error);
		return FALSE;
	}
	g_ptr_array_extend_and_steal(inputs->notes, g_steal_pointer(&silent));
	return TRUE;
}

static OqCursor *
open_book(OqInputs *inputs, GError **error)
{
	g_autoptr(GError) failure = NULL;
	OqCursor *kept = take_kept(inputs, book_index(inputs), &failure);
	if (kept != NULL || failure != NULL) {
		if (failure != NULL)
			g_propagate_error(error, g_steal_pointer(&failure));
		return kept;
	}
	/* The book lists its folders itself, and would tell all of it again. */
	g_ptr_array_set_size(inputs->notes, 0);
	return oq_reader_open_all(inputs->reader, (const char *const *)inputs->names,
		inputs->call->stop, inputs->notes, error);
}

gboolean
oq_inputs_as_book(OqInputs *inputs, OqInputsConsume consume, gpointer data, GError **error)
{
	gboolean said = FALSE;
	for (gsize i = 0; inputs->files[i] != NULL; i++)
		say_if_verbose(inputs, inputs->files[i]);
	OqCursor *cursor = open_book(inputs, error);
	if (!read_cursor(inputs, cursor, book_index(inputs), consume, data, &said, error))
		return FALSE;
	if (said)
		return TRUE;
	set_nothing(inputs, error);
	return FALSE;
}

/** Of which a part is wanted. */
typedef struct {
	const OqOptions *options;
	OqInputsConsume consume;
	gpointer data;
} Whole;

static gboolean
consume_part(OqCursor *cursor, gboolean *said, gpointer data, GError **error)
{
	const Whole *whole = data;
	g_autoptr(GError) failure = NULL;
	if (oq_excerpt_choose(cursor, whole->options->start, whole->options->end, &failure))
		return whole->consume(cursor, said, whole->data, error);
	if (failure->domain == OQ_EXCERPT_ERROR)
		g_set_error_literal(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG, failure->message);
	else
		g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

gboolean
oq_inputs_chosen(OqInputs *inputs, OqInputsConsume consume, gpointer data, GError **error)
{
	Whole whole = {inputs->call->options, consume, data};
	if (whole.options->start == NULL && whole.options->end == NULL)
		return oq_inputs_each(inputs, consume, data, error);
	return oq_inputs_as_book(inputs, consume_part, &whole, error);
}

gboolean
oq_inputs_end(const OqInputs *inputs, gboolean whole, GError **error)
{
	for (guint i = 0; i < inputs->notes->len && !inputs->call->options->quiet; i++)
		oq_telling_say(inputs->call->telling, g_ptr_array_index(inputs->notes, i));
	if (whole && inputs->n_cut > 0)
		g_set_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_UNREADABLE,
			ngettext("%u file was not read to its end",
				"%u files were not read to their end", inputs->n_cut),
			inputs->n_cut);
	return whole && inputs->n_cut == 0;
}
