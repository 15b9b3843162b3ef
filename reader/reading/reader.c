/* reader.c - see the header. */
#include "reading/reader.h"

#include "base/paths.h"
#include "base/table.h"
#include "reading/user_words.h"
#include "speech/espeak/espeak_data.h"
#include "speech/pool_child.h"
#include "speech/voices.h"
#include "text/rules/dictionary.h"

#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>

/* A file in a wrong encoding has nothing but wrong rows. */
#define MAX_COMPLAINTS 20

struct _OqReader {
	const OqSettings *settings;
	OqNursery *nursery; /* nullable */
	OqLexicon *lexicon;
	OqDictionary *dictionary;
	char *state; /* of the files of the dictionary when it was loaded */
};

G_DEFINE_QUARK(oq_reader_error, oq_reader_error)

OqNursery *
oq_reader_nursery(const OqSettings *settings, GError **error)
{
	g_autofree char *folder = oq_paths_data("", error);

	if (folder == NULL)
		return NULL;
	g_autoptr(OqPoolChild) child = oq_pool_child_new(folder, &settings->style);
	return oq_nursery_new(oq_pool_child_warm, oq_pool_child_run, child, error);
}

/* A file that was named has to be there; what is wrong in it is a notice. */
static gboolean
add_named(OqDictionary *dictionary, const char *path, GPtrArray *complaints, GError **error)
{
	g_autoptr(GError) failure = NULL;

	if (!g_file_test(path, G_FILE_TEST_EXISTS))
		g_set_error(&failure, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE,
			_("%s: there is no such file"), path);
	else if (oq_dictionary_add_file(dictionary, path, complaints, &failure))
		return TRUE;
	g_set_error_literal(error, OQ_READER_ERROR, OQ_READER_ERROR_SETTING, failure->message);
	return FALSE;
}

/* A pipe that lies there would be waited for, a device never ends. */
static void
add_found(OqDictionary *dictionary, const char *path, GPtrArray *complaints)
{
	g_autoptr(GError) failure = NULL;

	if (!g_file_test(path, G_FILE_TEST_EXISTS))
		return;
	if (!g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
		g_autofree char *name = g_filename_display_name(path);
		g_ptr_array_add(complaints,
			g_strdup_printf(
				_("%s is not a file but a folder, a pipe or a device"), name));
	} else if (!oq_dictionary_add_file(dictionary, path, complaints, &failure)) {
		g_ptr_array_add(complaints, g_strdup(failure->message));
	}
}

/* What an earlier one says goes before: those that were named, the user's own, the system's. */
static gboolean
add_dictionaries(
	const OqReader *reader, OqDictionary *dictionary, GPtrArray *complaints, GError **error)
{
	g_autofree char *own = oq_paths_user_dictionary();
	g_auto(GStrv) of_system = oq_paths_system_dictionaries();

	for (char **path = reader->settings->dictionaries; path != NULL && *path != NULL; path++) {
		if (!add_named(dictionary, *path, complaints, error))
			return FALSE;
	}
	add_found(dictionary, own, complaints);
	for (char **path = of_system; *path != NULL; path++)
		add_found(dictionary, *path, complaints);
	return TRUE;
}

static void
limit_complaints(GPtrArray *complaints)
{
	if (complaints->len <= MAX_COMPLAINTS)
		return;
	guint n_more = complaints->len - MAX_COMPLAINTS;
	g_ptr_array_set_size(complaints, MAX_COMPLAINTS);
	g_ptr_array_add(complaints,
		g_strdup_printf(
			ngettext("%u more row of the dictionary is wrong and was left out",
				"%u more rows of the dictionary are wrong and were left out",
				n_more),
			n_more));
}

static void
note_file(GString *state, const char *path)
{
	struct stat info = {0};

	if (stat(path, &info) == 0)
		g_string_append_printf(state,
			"%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ":%" G_GINT64_FORMAT
			":%" G_GINT64_FORMAT ".%ld",
			(guint64)info.st_dev, (guint64)info.st_ino, (gint64)info.st_size,
			(gint64)info.st_mtim.tv_sec, info.st_mtim.tv_nsec);
	g_string_append_c(state, ';');
}

/* (transfer full): another one, as soon as one of the files is. */
static char *
look_at_files(const OqReader *reader)
{
	GString *state = g_string_new(NULL);
	g_autofree char *own = oq_paths_user_dictionary();
	g_auto(GStrv) of_system = oq_paths_system_dictionaries();

	for (char **path = reader->settings->dictionaries; path != NULL && *path != NULL; path++)
		note_file(state, *path);
	note_file(state, own);
	for (char **path = of_system; *path != NULL; path++)
		note_file(state, *path);
	return g_string_free(state, FALSE);
}

/* Looked at before they are read: what changes meanwhile is seen the next time. */
static gboolean
load_dictionary(OqReader *reader, GPtrArray *notices, GError **error)
{
	g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(OqDictionary) dictionary = oq_dictionary_new(reader->lexicon);

	g_free(reader->state);
	reader->state = look_at_files(reader);
	if (!add_dictionaries(reader, dictionary, complaints, error))
		return FALSE;
	limit_complaints(complaints);
	g_ptr_array_extend_and_steal(notices, g_steal_pointer(&complaints));
	oq_dictionary_free(reader->dictionary);
	reader->dictionary = g_steal_pointer(&dictionary);
	return TRUE;
}

static gboolean
load_words(OqReader *reader, GPtrArray *notices, GError **error)
{
	g_autofree char *folder = oq_paths_data(oq_lang_name(OQ_LANG_KK), error);

	reader->lexicon = folder != NULL ? oq_lexicon_load(folder, error) : NULL;
	if (reader->lexicon == NULL)
		return FALSE;
	return load_dictionary(reader, notices, error);
}

static gboolean
check_name(OqVoices *voices, const char *name, GPtrArray *notices, GError **error)
{
	g_autofree char *notice = NULL;

	if (oq_voices_choose(voices, name, &notice, error) == NULL)
		return FALSE;
	if (notice != NULL)
		g_ptr_array_add(notices, g_steal_pointer(&notice));
	return TRUE;
}

/* What can be said of the voices without eSpeak; the rest is told by oq_pool_check(). */
static gboolean
check_voice(const OqSettings *settings, GPtrArray *notices, GError **error)
{
	g_autofree char *folder = oq_paths_data("", error);
	g_autofree char *data_folder = oq_paths_data("espeak-ng-data", NULL);
	const char *of_quotes = settings->style.quote_voice;

	if (folder == NULL)
		return FALSE;
	g_autoptr(OqVoices) voices = oq_voices_new(folder, data_folder);
	return check_name(voices, settings->style.voice, notices, error) &&
	       (*of_quotes == '\0' || check_name(voices, of_quotes, notices, error));
}

OqReader *
oq_reader_new(const OqSettings *settings, OqNursery *nursery, GPtrArray *notices, GError **error)
{
	g_autoptr(OqReader) reader = g_new0(OqReader, 1);

	reader->settings = settings;
	reader->nursery = nursery;
	if (!load_words(reader, notices, error))
		return NULL;
	if (nursery != NULL && !check_voice(settings, notices, error))
		return NULL;
	return g_steal_pointer(&reader);
}

void
oq_reader_free(OqReader *reader)
{
	if (reader == NULL)
		return;
	oq_dictionary_free(reader->dictionary);
	oq_lexicon_free(reader->lexicon);
	g_free(reader->state);
	g_free(reader);
}

static OqCursor *
read_document(const OqReader *reader, OqDocument *document)
{
	const OqSettings *settings = reader->settings;
	const OqTaste taste = {
		.punctuation = settings->punctuation,
		.languages = settings->languages,
		.skips = settings->skips,
		.written_pauses = settings->written_pauses,
		.quotes = oq_style_has_quotes(&settings->style),
	};

	OqCursor *cursor = oq_cursor_new(
		document, oq_normalizer_new(reader->lexicon, reader->dictionary, &taste));
	oq_cursor_hold(cursor, oq_dictionary_ref(reader->dictionary));
	return cursor;
}

OqCursor *
oq_reader_open(const OqReader *reader, const char *path, GCancellable *stop, GError **error)
{
	const char *const paths[] = {path, NULL};
	const OqDocumentWish wish = {
		.encoding = reader->settings->encoding, .notes = reader->settings->notes};
	OqDocument *document = oq_document_open_all(paths, &wish, stop, error);

	return document != NULL ? read_document(reader, document) : NULL;
}

OqCursor *
oq_reader_open_all(const OqReader *reader, const char *const *paths, GCancellable *stop,
	GPtrArray *notices, GError **error)
{
	const OqSettings *settings = reader->settings;
	const OqDocumentWish wish = {settings->encoding, settings->follows, settings->notes};
	OqDocument *document = oq_document_open_all(paths, &wish, stop, error);

	if (document == NULL)
		return NULL;
	GPtrArray *told = oq_document_take_notices(document);
	if (told != NULL)
		g_ptr_array_extend_and_steal(notices, told);
	return read_document(reader, document);
}

OqCursor *
oq_reader_text(const OqReader *reader, const char *text)
{
	return read_document(reader, oq_document_new_text(text, strlen(text)));
}

OqCursor *
oq_reader_spell(const OqReader *reader, const char *text)
{
	return oq_cursor_new_spelled(reader->lexicon, text);
}

gboolean
oq_reader_teach(OqReader *reader, const char *written, const char *spoken, GError **error)
{
	g_autofree char *path = oq_paths_user_dictionary();

	return oq_dictionary_put(reader->dictionary, written, spoken, error) &&
	       oq_user_words_add(path, written, spoken, error);
}

gboolean
oq_reader_is_taught(const OqReader *reader G_GNUC_UNUSED, const char *written)
{
	g_autofree char *path = oq_paths_user_dictionary();

	return oq_user_words_has(path, written);
}

/* Rows that stood behind the one that is gone are read again; what is wrong with others was told.
 */
gboolean
oq_reader_forget(OqReader *reader, const char *written, GError **error)
{
	g_autofree char *path = oq_paths_user_dictionary();
	g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);

	if (!oq_user_words_remove(path, written, error))
		return FALSE;
	oq_dictionary_remove(reader->dictionary, written);
	add_dictionaries(reader, reader->dictionary, complaints, NULL);
	return TRUE;
}

/* Without a file that was named it goes on with the words that it has. */
void
oq_reader_refresh(OqReader *reader, GPtrArray *notices)
{
	g_autofree char *state = look_at_files(reader);
	g_autoptr(GError) error = NULL;

	if (strcmp(state, reader->state) != 0 && !load_dictionary(reader, notices, &error))
		g_ptr_array_add(notices, g_strdup(error->message));
}

const OqLexicon *
oq_reader_lexicon(const OqReader *reader)
{
	return reader->lexicon;
}

guint
oq_reader_speed(const OqReader *reader)
{
	const OqStyle *style = &reader->settings->style;
	g_autofree char *folder = oq_paths_data("", NULL);
	g_autofree char *data_folder = oq_paths_data("espeak-ng-data", NULL);

	if (style->speed_wpm > 0 || folder == NULL)
		return style->speed_wpm > 0 ? style->speed_wpm : OQ_SPEED_NORMAL_WPM;
	g_autoptr(OqVoices) voices = oq_voices_new(folder, data_folder);
	const OqVoice *voice = oq_voices_choose(voices, style->voice, NULL, NULL);
	return voice != NULL ? voice->speed_wpm : OQ_SPEED_NORMAL_WPM;
}

OqPool *
oq_reader_pool(const OqReader *reader, guint n_children)
{
	g_return_val_if_fail(reader->nursery != NULL, NULL);

	return oq_pool_new(reader->nursery, n_children);
}
