/* command_teach.c - oqyrman teach: how a word is said, into the user's own dictionary. */
#include "base/paths.h"
#include "base/table.h"
#include "cli/commands.h"
#include "cli/listen.h"
#include "cli/output.h"
#include "reading/check/check.h"
#include <glib/gi18n.h>

/* (transfer full): without the hyphen of a stem. */
static char *
word_of(const char *written)
{
	gsize length = strlen(written);
	gboolean is_stem = length > 1 && written[length - 1] == '-';
	return g_strndup(written, length - is_stem);
}

static void
tell(const OqCall *call, const GPtrArray *messages, const char *not_of)
{
	for (guint i = 0; i < messages->len && !call->options->quiet; i++) {
		const char *message = g_ptr_array_index(messages, i);
		if (not_of == NULL || !g_str_has_prefix(message, not_of))
			oq_telling_say(call->telling, message);
	}
}

/* What is wrong in the dictionary now, this row or another one. */
static void
tell_faults(const OqCall *call)
{
	static const OqCheckTable none[] = {{NULL, NULL}};
	g_autofree char *path = oq_paths_user_dictionary();
	g_autoptr(OqCheck) check = oq_check_new(none);
	oq_check_add(check, path, call->stop, NULL);
	tell(call, oq_check_report(check)->faults, NULL);
}

/* (transfer full) (nullable): what is wrong in the user's own dictionary is told later. */
static OqReader *
load_reader(const OqCall *call, GError **error)
{
	g_autofree char *path = oq_paths_user_dictionary();
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GError) failure = NULL;
	OqReader *reader = oq_reader_new(call->settings, call->nursery, notices, &failure);
	oq_options_propagate(error, failure, OQ_READER_ERROR, OQ_READER_ERROR_SETTING);
	tell(call, notices, path);
	return reader;
}

/* As it is read from now on. */
static gboolean
print_reading(const OqReader *reader, const char *word, GError **error)
{
	g_autofree char *path = oq_paths_user_dictionary();
	g_autofree char *name = g_filename_display_name(path);
	g_autoptr(OqCursor) cursor = oq_reader_text(reader, word);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	gboolean found = oq_cursor_next(cursor, &utterance, NULL);
	g_autofree char *line = g_strdup_printf(
		_("%s: %s is said %s\n"), name, word, found ? utterance.spoken->str : "");
	return oq_output_print(line, error);
}

/* The word is taught, heard or not: a machine without a sound device may be where it is written. */
static gboolean
say(const OqCall *call, const OqReader *reader, const char *word, GError **error)
{
	gboolean said = FALSE;
	g_autoptr(GError) failure = NULL;
	g_autoptr(OqCursor) cursor = oq_reader_text(reader, word);
	g_autoptr(OqListen) listen = oq_listen_new(call, reader, NULL, &failure);
	if (listen != NULL && oq_listen_to(cursor, &said, listen, &failure))
		return TRUE;
	if (g_cancellable_set_error_if_cancelled(call->stop, error))
		return FALSE;
	if (!call->options->quiet)
		oq_telling_say(call->telling, failure->message);
	return TRUE;
}

static gboolean
teach(OqReader *reader, const char *written, const char *spoken, GError **error)
{
	g_autoptr(GError) failure = NULL;
	if (oq_reader_teach(reader, written, spoken, &failure))
		return TRUE;
	oq_options_propagate(error, failure, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW);
	return FALSE;
}

gboolean
oq_command_teach(const OqCall *call, GError **error)
{
	char *const *words = call->words;
	if (g_strv_length(call->words) != 2) {
		g_set_error_literal(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("say what is written and how it is said, as in: oqyrman teach WRITTEN "
			  "SAID; "
			  "put several words between quotation marks"));
		return FALSE;
	}
	g_autofree char *written = g_strstrip(g_utf8_make_valid(words[0], -1));
	g_autofree char *spoken = g_strstrip(g_utf8_make_valid(words[1], -1));
	g_autofree char *word = word_of(written);
	g_autoptr(OqReader) reader = load_reader(call, error);
	if (reader == NULL || !teach(reader, written, spoken, error))
		return FALSE;
	tell_faults(call);
	return print_reading(reader, word, error) && say(call, reader, word, error);
}
