/* espeak_languages.c - see the header. */
#include "speech/espeak/espeak_languages.h"

#include "base/small_file.h"

#include <string.h>

#define MAX_FILE_BYTES 65536
#define MAX_DEPTH      2

void
oq_espeak_language_free(OqEspeakLanguage *language)
{
	if (language == NULL)
		return;
	g_free(language->tag);
	g_free(language->name);
	g_free(language->file);
	g_free(language);
}

/* (transfer full) (nullable): what stands behind a word at the beginning of a line, up to its end,
 * or to a blank. */
static char *
find_value(char **lines, const char *key, gboolean is_word)
{
	gsize n_key = strlen(key);

	for (; *lines != NULL; lines++) {
		const char *line = *lines;
		if (strncmp(line, key, n_key) != 0 || !g_ascii_isspace(line[n_key]))
			continue;
		char *value = g_strstrip(g_strdup(line + n_key));
		if (is_word)
			value[strcspn(value, " \t")] = '\0';
		if (*value != '\0')
			return value;
		g_free(value);
	}
	return NULL;
}

static void
add_file(const char *path, const char *file, GPtrArray *languages)
{
	gsize n_bytes;
	g_autofree char *text = oq_small_file_read(path, MAX_FILE_BYTES, &n_bytes, NULL);
	g_auto(GStrv) lines = text != NULL ? g_strsplit(text, "\n", -1) : NULL;

	if (lines == NULL || !g_utf8_validate(text, (gssize)n_bytes, NULL))
		return;
	g_autofree char *tag = find_value(lines, "language", TRUE);
	g_autofree char *name = find_value(lines, "name", FALSE);
	if (tag == NULL || name == NULL)
		return;
	OqEspeakLanguage *language = g_new0(OqEspeakLanguage, 1);
	language->tag = g_steal_pointer(&tag);
	language->name = g_steal_pointer(&name);
	language->file = g_strdup(file);
	g_ptr_array_add(languages, language);
}

static void
add_folder(const char *folder, const char *place, guint depth, GPtrArray *languages)
{
	g_autoptr(GDir) entries = g_dir_open(folder, 0, NULL);
	const char *name;

	while (entries != NULL && (name = g_dir_read_name(entries)) != NULL) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		g_autofree char *file =
			*place != '\0' ? g_strconcat(place, "/", name, NULL) : g_strdup(name);
		if (!g_file_test(path, G_FILE_TEST_IS_DIR))
			add_file(path, file, languages);
		else if (depth < MAX_DEPTH)
			add_folder(path, file, depth + 1, languages);
	}
}

static gint
compare(gconstpointer a, gconstpointer b)
{
	const OqEspeakLanguage *one = *(OqEspeakLanguage *const *)a;
	const OqEspeakLanguage *other = *(OqEspeakLanguage *const *)b;
	gint order = g_strcmp0(one->tag, other->tag);

	return order != 0 ? order : g_strcmp0(one->file, other->file);
}

void
oq_espeak_languages_list(const char *folder, GPtrArray *languages)
{
	add_folder(folder, "", 0, languages);
	g_ptr_array_sort(languages, compare);
}
