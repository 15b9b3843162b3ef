/* watch_wish.h - a watch whose texts are rendered by a script of the test, which gets -o, the
 * audio,
 * "--" and the text, and what is told of it. */
#pragma once

#include "radio/watch/watch.h"
#include "watch_case.h"

/* The audio is a copy of the text, and there is a file beside it. */
#define WATCH_WISH_COPIES "cp \"$4\" \"$2\" && echo beside > \"${2%.wav}.srt\""

typedef struct {
	OqWatchWish wish;
	char *command[5];
	char *folder;
	GString *told; /* lines */
} WatchWish;

static inline const char *
watch_wish_kind(OqWatchKind kind)
{
	static const char *const names[] = {
		"begun", "done", "failed", "refused", "waiting", "goes on", "lost", "found"};
	return names[kind];
}

/* Without the folder that the test is in. */
static inline void
watch_wish_tell(const OqWatchNews *news, gpointer data)
{
	WatchWish *wish = data;
	g_autoptr(GString) line = g_string_new(watch_wish_kind(news->kind));
	const char *const parts[] = {news->name, news->place, news->said};
	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
		if (parts[i] != NULL && *parts[i] != '\0')
			g_string_append_printf(line, " %s", parts[i]);
	g_string_replace(line, wish->folder, "IN", 0);
	g_string_replace(line, "\n", " ", 0);
	g_string_append_printf(wish->told, "%s\n", line->str);
}

static inline void
watch_wish_init(WatchWish *wish, const char *script)
{
	*wish = (WatchWish){.folder = watch_case_folder()};
	wish->told = g_string_new(NULL);
	wish->command[0] = g_strdup("/bin/sh");
	wish->command[1] = g_strdup("-c");
	wish->command[2] = g_strdup(script);
	wish->command[3] = g_strdup("sh");
	wish->wish = (OqWatchWish){
		.watched = wish->folder,
		.extension = ".wav",
		.command = wish->command,
		.n_jobs = 2,
		.tell = watch_wish_tell,
		.data = wish,
	};
}

static inline void
watch_wish_clear(WatchWish *wish)
{
	for (gsize i = 0; wish->command[i] != NULL; i++)
		g_free(wish->command[i]);
	watch_case_remove(wish->folder);
	g_free(wish->folder);
	g_string_free(wish->told, TRUE);
}
