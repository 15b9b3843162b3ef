/* resume.c - see the header. */
#include "cli/resume.h"

#include "base/paths.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { BLOCK_BYTES = 65536 };

static void
add_text(GChecksum *sum, const char *text)
{
	g_checksum_update(sum, (const guchar *)text, (gssize)strlen(text) + 1);
}

/* What cannot be read is as if it were empty: who needs it says so. */
static void
add_file(GChecksum *sum, const char *path)
{
	char block[BLOCK_BYTES];
	FILE *file = fopen(path, "re");

	add_text(sum, path);
	if (file == NULL)
		return;
	for (gsize n; (n = fread(block, 1, sizeof block, file)) > 0;)
		g_checksum_update(sum, (const guchar *)block, (gssize)n);
	fclose(file);
}

/* Another build may read or speak otherwise. */
static void
add_program(GChecksum *sum)
{
	struct stat info = {0};

	add_text(sum, OQ_VERSION);
	if (stat("/proc/self/exe", &info) != 0)
		return;
	g_autofree char *build = g_strdup_printf("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT ".%09ld",
		(gint64)info.st_size, (gint64)info.st_mtim.tv_sec, info.st_mtim.tv_nsec);
	add_text(sum, build);
}

/* How it is worked, and where the audio goes, is not heard. */
static gboolean
is_heard(const OqOption *option)
{
	static const char *const others[] = {
		"jobs", "output", "each", "format", "resume", "no-clobber", "number", "bell", NULL};

	return option->group != OQ_GROUP_TALK && !g_strv_contains(others, option->name);
}

static void
add_values(GChecksum *sum, const OqOption *option, const OqOptions *options)
{
	gconstpointer member = (const char *)options + option->member;

	add_text(sum, option->name);
	if (option->is_list)
		for (char *const *values = *(char *const *const *)member; *values != NULL; values++)
			add_text(sum, *values);
	else if (option->kind == OQ_VALUE_FILE)
		add_file(sum, *(char *const *)member);
	else if (option->value != NULL)
		add_text(sum, *(char *const *)member);
}

static void
add_options(GChecksum *sum, const OqOptions *options)
{
	gsize n_options;
	const OqOption *table = oq_options_table(&n_options);

	for (gsize i = 0; i < n_options; i++) {
		if (is_heard(&table[i]) && oq_options_is_given(options, &table[i]))
			add_values(sum, &table[i], options);
	}
}

char *
oq_resume_key(const OqCall *call, char *const *files)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
	g_autofree char *config = oq_paths_config();
	g_autofree char *dictionary = oq_paths_user_dictionary();
	g_auto(GStrv) of_system = oq_paths_system_dictionaries();

	add_program(sum);
	add_options(sum, call->options);
	add_file(sum, config);
	add_file(sum, dictionary);
	for (char **path = call->settings->dictionaries; path != NULL && *path != NULL; path++)
		add_file(sum, *path);
	for (char **path = of_system; *path != NULL; path++)
		add_file(sum, *path);
	for (; *files != NULL; files++)
		add_file(sum, *files);
	return g_strdup(g_checksum_get_string(sum));
}
