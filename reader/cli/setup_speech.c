/* setup_speech.c - see the header. */
#include "cli/setup_speech.h"

#include "base/files/beside.h"
#include "base/files/writing.h"
#include "base/small_file.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define MAX_BYTES (1u << 20)

/* The lines around what is added; those in between tell how it was before. */
#define BEGIN      "# oqyrman: begin; oqyrman desktop --undo-speech takes these lines away\n"
#define END        "# oqyrman: end\n"
#define MADE       "# oqyrman: made this file "
#define ENDED_LINE "# oqyrman: ended the line above\n"

G_DEFINE_QUARK(oq_setup_speech_error, oq_setup_speech_error)

/* What we find in the file. */
typedef struct {
	char *text;        /* (nullable): without what we added; NULL: there is no file */
	char *made;        /* (nullable): the checksum of what we made the file of */
	gboolean has_ours; /* we have added something */
} Found;

static void
clear_found(Found *found)
{
	g_free(found->text);
	g_free(found->made);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Found, clear_found)

static char *
checksum(const char *text)
{
	return g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);
}

/* (transfer full) (nullable): NULL without an error: there is none. */
static char *
read_file(const char *path, GError **error)
{
	g_autoptr(GError) failure = NULL;
	gsize n_bytes;
	char *text = oq_small_file_read(path, MAX_BYTES, &n_bytes, &failure);

	if (text == NULL && !g_error_matches(failure, G_FILE_ERROR, G_FILE_ERROR_NOENT))
		g_propagate_error(error, g_steal_pointer(&failure));
	return text;
}

static void
take_ours_out(Found *found)
{
	char *begin = strstr(found->text, BEGIN);
	char *end = begin != NULL ? strstr(begin, END) : NULL;

	found->has_ours = end != NULL;
	if (end == NULL)
		return;
	g_autofree char *ours = g_strndup(begin, end - begin);
	const char *made = strstr(ours, MADE);
	if (made != NULL)
		found->made = g_strndup(made + strlen(MADE), strcspn(made + strlen(MADE), "\n"));
	if (strstr(ours, ENDED_LINE) != NULL)
		begin--;
	memmove(begin, end + strlen(END), strlen(end + strlen(END)) + 1);
}

static gboolean
find(const char *path, Found *found, GError **error)
{
	g_autoptr(GError) failure = NULL;

	*found = (Found){.text = read_file(path, &failure)};
	if (found->text != NULL)
		take_ours_out(found);
	if (failure == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

static gboolean
write_file(const char *path, const char *text, GError **error)
{
	g_autofree char *folder = g_path_get_dirname(path);

	if (g_mkdir_with_parents(folder, 0700) != 0) {
		oq_beside_set_error(error, folder, errno);
		return FALSE;
	}
	g_autoptr(OqBeside) beside = oq_beside_new(path, error);
	if (beside == NULL)
		return FALSE;
	if (!oq_writing_all(oq_beside_fd(beside), text, strlen(text))) {
		oq_beside_set_error(error, path, errno);
		return FALSE;
	}
	return oq_beside_commit(beside, error);
}

/* Speech Dispatcher looks for modules only as long as none is named. */
static gboolean
names_modules(const char *text)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	for (gsize i = 0; lines[i] != NULL; i++) {
		const char *line = g_strchug(lines[i]);
		if (g_ascii_strncasecmp(line, "AddModule", strlen("AddModule")) == 0)
			return TRUE;
	}
	return FALSE;
}

static gint
compare_names(gconstpointer one, gconstpointer other)
{
	return strcmp(*(const char *const *)one, *(const char *const *)other);
}

/* (transfer full): in an order that is always the same. */
static GPtrArray *
list_names(const char *folder)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GDir) entries = g_dir_open(folder, 0, NULL);
	const char *name;

	while (entries != NULL && (name = g_dir_read_name(entries)) != NULL)
		g_ptr_array_add(names, g_strdup(name));
	g_ptr_array_sort(names, compare_names);
	return names;
}

/* Those that it would have found itself. */
static void
name_others(const OqSpeechPlaces *places, GString *ours)
{
	static const char *const not_so[] = {"sd_dummy", "sd_generic", "sd_oqyrman", NULL};
	g_autofree char *confs = g_build_filename(places->system, "modules", NULL);
	g_autoptr(GPtrArray) modules = list_names(places->modules);
	g_autoptr(GPtrArray) generic = list_names(confs);

	for (guint i = 0; i < modules->len; i++) {
		const char *name = g_ptr_array_index(modules, i);
		if (g_str_has_prefix(name, "sd_") && !g_strv_contains(not_so, name))
			g_string_append_printf(ours, "AddModule \"%s\" \"%s\" \"%s.conf\"\n",
				name + strlen("sd_"), name, name + strlen("sd_"));
	}
	for (guint i = 0; i < generic->len; i++) {
		const char *name = g_ptr_array_index(generic, i);
		if (g_str_has_suffix(name, "-generic.conf"))
			g_string_append_printf(ours, "AddModule \"%.*s\" \"sd_generic\" \"%s\"\n",
				(int)(strlen(name) - strlen(".conf")), name, name);
	}
}

static void
name_modules(const OqSpeechPlaces *places, const char *text, GString *ours)
{
	g_autofree char *found = g_build_filename(places->modules, "sd_oqyrman", NULL);

	if (!names_modules(text)) {
		if (g_file_test(found, G_FILE_TEST_IS_EXECUTABLE))
			return;
		name_others(places, ours);
	}
	g_string_append_printf(
		ours, "AddModule \"oqyrman\" \"%s\" \"oqyrman.conf\"\n", places->program);
}

static char *
add_ours(const OqSpeechPlaces *places, const char *text, const char *made, gboolean for_all)
{
	g_autoptr(GString) whole = g_string_new(text);
	gboolean is_open = whole->len > 0 && whole->str[whole->len - 1] != '\n';

	g_string_append(whole, is_open ? "\n" BEGIN ENDED_LINE : BEGIN);
	if (made != NULL)
		g_string_append_printf(whole, MADE "%s\n", made);
	name_modules(places, text, whole);
	g_string_append(whole, "LanguageDefaultModule \"kk\" \"oqyrman\"\n");
	if (for_all) /* the last one counts */
		g_string_append(whole, "DefaultModule oqyrman\n");
	g_string_append(whole, END);
	return g_string_free(g_steal_pointer(&whole), FALSE);
}

/* (transfer full): the system's, of which the user's is to be made. */
static char *
read_system(const OqSpeechPlaces *places, GError **error)
{
	g_autofree char *path = g_build_filename(places->system, "speechd.conf", NULL);
	g_autoptr(GError) failure = NULL;
	char *text = read_file(path, &failure);

	if (failure != NULL)
		g_propagate_error(error, g_steal_pointer(&failure));
	else if (text == NULL)
		g_set_error_literal(error, OQ_SETUP_SPEECH_ERROR, OQ_SETUP_SPEECH_ERROR_NO_SERVER,
			_("Speech Dispatcher is missing: install the package speech-dispatcher "
			  "first"));
	return text;
}

gboolean
oq_setup_speech(const OqSpeechPlaces *places, gboolean for_all, GError **error)
{
	g_auto(Found) found = {0};

	if (places->program == NULL) {
		g_set_error_literal(error, OQ_SETUP_SPEECH_ERROR, OQ_SETUP_SPEECH_ERROR_NO_MODULE,
			_("the module sd_oqyrman is missing: install oqyrman again"));
		return FALSE;
	}
	if (!find(places->file, &found, error))
		return FALSE;
	if (found.text == NULL) {
		found.text = read_system(places, error);
		if (found.text == NULL)
			return FALSE;
		found.made = checksum(found.text);
	}
	g_autofree char *whole = add_ours(places, found.text, found.made, for_all);
	return write_file(places->file, whole, error);
}

gboolean
oq_setup_speech_undo(const OqSpeechPlaces *places, gboolean *was_there, GError **error)
{
	g_auto(Found) found = {0};

	if (!find(places->file, &found, error))
		return FALSE;
	*was_there = found.has_ours;
	if (!found.has_ours)
		return TRUE;
	g_autofree char *left = checksum(found.text);
	if (g_strcmp0(left, found.made) != 0)
		return write_file(places->file, found.text, error);
	if (g_unlink(places->file) == 0)
		return TRUE;
	oq_beside_set_error(error, places->file, errno);
	return FALSE;
}
