/* table.c - fuzzer: a voice with one wrong table. A letter, A for the first, says
 * which; the rest is the table. */
#include "target.h"

#include "base/table.h"
#include "text/normalizer.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What makes every rule look into its table. */
#define TEXT                                                                                                                              \
	"2015 жылғы 12 наурызда, XXI ғ., 1917 ж. сағат 17:00-де 91,2%-ке, 1 000 000-нан 22085-і, "            \
	"7-еу, 5–6 км/сағ, −5 °C, $500, 2 млн-ға; ТМД-ға, Н.Ә.Назарбаев, т.б. ½ жыл, 12.03.2015, " \
	"info@example.kz №5 мектеп, м² 10-ы + 007 қыркүйектің 30-ы Kинo * 1,5 млрд."

/* libFuzzer hands no data on from one call to the other. */
static GPtrArray *names; /* of the tables */
static char *folder;     /* links to the tables */

static void
remove_folder(void)
{
	for (guint i = 0; i < names->len; i++) {
		g_autofree char *path = g_build_filename(folder, names->pdata[i], NULL);
		g_unlink(path);
	}
	g_rmdir(folder);
	g_free(folder);
	g_ptr_array_unref(names);
}

static int
compare(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
link_table(const char *name)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	g_autofree char *target = g_build_filename(OQ_TEST_VOICES, "kk", name, NULL);
	g_unlink(path);
	if (symlink(target, path) != 0)
		g_error("%s: %s", path, g_strerror(errno));
}

int
LLVMFuzzerInitialize(G_GNUC_UNUSED int *argc, G_GNUC_UNUSED char ***argv)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GDir) dir = g_dir_open(OQ_TEST_VOICES "/kk", 0, &error);
	folder = g_dir_make_tmp("tables-XXXXXX", error == NULL ? &error : NULL);
	if (error != NULL)
		g_error("%s", error->message);
	names = g_ptr_array_new_with_free_func(g_free);
	for (const char *name; (name = g_dir_read_name(dir)) != NULL;)
		g_ptr_array_add(names, g_strdup(name));
	g_ptr_array_sort(names, compare);
	for (guint i = 0; i < names->len; i++)
		link_table(g_ptr_array_index(names, i));
	return atexit(remove_folder);
}

/* "FOLDER/units.tsv:3: why", or without a line when a row is missing or the file is. */
static void
check_error(const GError *error)
{
	g_assert_nonnull(error);
	g_assert_true(error->domain == OQ_TABLE_ERROR);
	g_assert_true(g_utf8_validate(error->message, -1, NULL));
	g_assert_true(g_str_has_prefix(error->message, folder));
	g_assert_true(g_regex_match_simple(
		"^/[a-z]+\\.tsv:([1-9][0-9]*:)? .", error->message + strlen(folder), 0, 0));
}

/* No words are right or wrong here: the tables may say anything. */
static void
read_with(const OqLexicon *lexicon)
{
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	for (guint level = OQ_PUNCTUATION_NONE; level < OQ_PUNCTUATION_SPELLING; level++) {
		OqTaste taste = {.punctuation = level, .languages = OQ_LANGUAGES_ALL};
		g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &taste);
		oq_normalizer_feed(normalizer, TEXT "\n\n", strlen(TEXT "\n\n"));
		while (oq_normalizer_next(normalizer, &utterance))
			g_assert_true(g_utf8_validate(utterance.spoken->str, -1, NULL));
	}
}

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize n_bytes)
{
	if (n_bytes == 0)
		return 0;
	const char *name = g_ptr_array_index(names, (guint8)(bytes[0] - 'A') % names->len);
	g_autofree char *path = g_build_filename(folder, name, NULL);
	g_autoptr(GError) error = NULL;
	g_unlink(path);
	if (!g_file_set_contents_full(path, (const char *)bytes + 1, n_bytes - 1,
		    G_FILE_SET_CONTENTS_NONE, 0600, &error))
		g_error("%s", error->message);
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(folder, &error);
	if (lexicon == NULL)
		check_error(error);
	else
		read_with(lexicon);
	link_table(name);
	return 0;
}
